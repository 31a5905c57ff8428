/* The grid of influence and interest by mouse and by keyboard. The table beneath does the same without a script. */

const STEPS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
let held = null;

// The row's own hidden button moves it: so the server hears the same from mouse and key.
function move(stake, to) {
  const button = document.querySelector(`[data-moves="${stake.dataset.stake}"]`);
  if (!button || to === stake.dataset.from) return;
  button.value = to;
  button.click();
}

document.addEventListener("dragstart", (event) => {
  held = event.target.closest?.("[data-stake]");
  if (!held) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", held.textContent.trim());
  held.classList.add("dragged");
});
document.addEventListener("dragover", (event) => {
  const cell = held && event.target.closest?.("[data-cell]");
  if (!cell) return;
  event.preventDefault();
  for (const other of document.querySelectorAll(".stake-cell.over")) other.classList.remove("over");
  cell.classList.add("over");
});
document.addEventListener("drop", (event) => {
  const cell = held && event.target.closest?.("[data-cell]");
  if (!cell) return;
  event.preventDefault();
  move(held, cell.dataset.cell);
});
document.addEventListener("dragend", () => {
  for (const part of document.querySelectorAll(".stake-grid .over, .stake-grid .dragged")) part.classList.remove("over", "dragged");
  held = null;
});

document.addEventListener("keydown", (event) => {
  const stake = event.target.closest?.("[data-stake]");
  const step = STEPS[event.key];
  if (!stake || !step || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const [influence, interest] = stake.dataset.from.split("-").map((level, axis) => Number(level) + step[axis]);
  const to = `${influence}-${interest}`;
  // The name keeps the focus: htmx finds it again by its id once it stands in its new field.
  stake.querySelector("a[id]").focus();
  if (document.querySelector(`[data-cell="${to}"]`)) move(stake, to);
});
