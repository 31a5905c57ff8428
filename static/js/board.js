/* The board by mouse and by keyboard. Each card has a menu that does the same without a script. */

const MOVES = { ArrowRight: 1, ArrowLeft: -1 };
let dragged = null;

function columnsOf(board) {
  return [...board.querySelectorAll("[data-takes]")];
}

// The card's own buttons are the only way to move it: so the server hears the same from mouse, key and menu.
// Where a move needs a reason, the card has a link to its form instead.
function move(card, column) {
  const to = column.dataset.column;
  const ways = [...card.querySelectorAll("button[name=to], a[data-to]")];
  ways.find((way) => (way.value || way.dataset.to) === to)?.click();
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-move]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.querySelector("a").textContent);
  dragged.classList.add("dragged");
});
document.addEventListener("dragover", (event) => {
  const column = dragged && event.target.closest?.("[data-takes]");
  if (!column) return;
  event.preventDefault();
  for (const other of document.querySelectorAll(".board-column.over")) other.classList.remove("over");
  column.classList.add("over");
});
document.addEventListener("drop", (event) => {
  const column = dragged && event.target.closest?.("[data-takes]");
  if (!column) return;
  event.preventDefault();
  move(dragged, column);
});
document.addEventListener("dragend", () => {
  for (const part of document.querySelectorAll(".board .over, .board .dragged")) part.classList.remove("over", "dragged");
  dragged = null;
});

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-move]");
  const step = MOVES[event.key];
  if (!card || !step || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const columns = columnsOf(card.closest("[data-board]"));
  const here = card.closest("[data-column]");
  const next = columns[columns.indexOf(here) + step];
  // The name keeps the focus: htmx finds it again by its id once the card stands in its new column.
  card.querySelector("a[id]").focus();
  if (next) move(card, next);
});
