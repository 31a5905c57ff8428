/* A text field under which a list of partners unfolds. The list comes from the server; without this script
   the form asks which one was meant after it was sent. */

const options = (list) => [...list.querySelectorAll("[role=option]:not([aria-disabled])")];
const parts = (input) => {
  const combo = input.closest("[data-combo]");
  return { combo, list: combo.querySelector("[role=listbox]"), chosen: combo.querySelector("[data-combo-chosen]") };
};
const active = (list) => list.querySelector("[aria-selected=true]");

function select(input, option) {
  const { list } = parts(input);
  active(list)?.setAttribute("aria-selected", "false");
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function shut(input) {
  const { list } = parts(input);
  list.hidden = true;
  list.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function choose(input, option) {
  const { combo, chosen } = parts(input);
  input.value = option.dataset.name;
  chosen.value = option.dataset.value;
  shut(input);
  combo.dispatchEvent(new Event("chosen", { bubbles: true }));
  next(input)?.focus();
}

// On to what happened: the next field that can be typed in.
function next(input) {
  const fields = [...input.form.querySelectorAll("input:not([type=hidden]), textarea, select")];
  return fields[fields.indexOf(input) + 1];
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("[data-combo] [role=combobox]")) return;
  parts(target).chosen.value = "";
});

document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.matches?.("[data-combo] [role=combobox]")) return;
  const { list, chosen } = parts(input);
  const all = options(list);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && all.length) {
    event.preventDefault();
    const place = all.indexOf(active(list));
    select(input, all[(place + step + all.length) % all.length]);
  } else if (event.key === "Enter" && !list.hidden && active(list)) {
    event.preventDefault();
    choose(input, active(list));
  } else if (event.key === "Tab" && !list.hidden && active(list) && !chosen.value && !event.shiftKey) {
    event.preventDefault();
    choose(input, active(list));
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    event.stopPropagation();
    shut(input);
  }
}, true);

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest?.("[data-combo] [role=option]:not([aria-disabled])");
  if (!option) return;
  event.preventDefault();
  choose(option.closest("[data-combo]").querySelector("[role=combobox]"), option);
});

document.addEventListener("focusout", ({ target }) => {
  if (target.matches?.("[data-combo] [role=combobox]")) shut(target);
});

document.addEventListener("htmx:afterSwap", (event) => {
  const list = event.detail.target;
  if (!list.matches?.("[data-combo] [role=listbox]")) return;
  const input = list.closest("[data-combo]").querySelector("[role=combobox]");
  const isWanted = document.activeElement === input && input.value.trim() !== "";
  list.hidden = !isWanted || !list.childElementCount;
  input.setAttribute("aria-expanded", String(!list.hidden && options(list).length > 0));
  select(input, list.hidden ? null : options(list)[0]);
});

// The drawer shows a page of ours: the cursor goes where that page would have put it.
document.addEventListener("drawer:shown", ({ target }) => target.querySelector("[autofocus]")?.focus());
