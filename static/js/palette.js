/* The command palette: a dialog with a combobox. Without this script its openers are links to the same
   things on a page. What is shown comes from the server; here is only the keyboard. */

const dialog = document.querySelector("#palette");
const input = document.querySelector("#palette-input");
const list = document.querySelector("#palette-list");
let opener = null;
let shownFor = null; // what was typed when the list that stands was asked for
let isGoing = false; // Enter was pressed before the list had caught up

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const isSlashOn = () => localStorage.getItem("shortcut") !== "off";
const options = () => [...list.querySelectorAll("[role=option]:not([aria-disabled])")];
const active = () => list.querySelector("[aria-selected=true]");

function open(from) {
  opener = from;
  dialog.showModal();
  input.value = "";
  shownFor = null;
  input.focus();
  input.dispatchEvent(new Event("look"));
}

function select(option) {
  active()?.setAttribute("aria-selected", "false");
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = options();
  if (!all.length) return;
  const place = all.indexOf(active());
  select(all[(place + step + all.length) % all.length]);
}

function go() {
  const chosen = active();
  if (!chosen) return input.form.submit();
  chosen.click();
}

if (dialog && window.HTMLDialogElement) {
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isSlash = event.key === "/" && isPlain && isSlashOn() && !isTyping(event.target);
    const isCtrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isCtrlK) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open(document.activeElement);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-palette-open]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(link);
    }
    if (event.target === dialog || event.target.closest("[data-palette-close]")) dialog.close();
  });

  input.addEventListener("keydown", (event) => {
    const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1) };
    if (event.key in keys) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (shownFor === input.value) go();
    else isGoing = true;
  });

  input.addEventListener("htmx:configRequest", (event) => event.detail.parameters.set("q", input.value));

  list.addEventListener("htmx:afterSwap", (event) => {
    shownFor = new URL(event.detail.xhr.responseURL).searchParams.get("q") ?? "";
    input.setAttribute("aria-expanded", String(options().length > 0));
    select(options()[0]);
    if (isGoing && shownFor === input.value) {
      isGoing = false;
      go();
    }
  });
  input.addEventListener("htmx:sendError", () => isGoing && input.form.submit());
  input.addEventListener("htmx:responseError", () => isGoing && input.form.submit());

  dialog.addEventListener("close", () => {
    isGoing = false;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    if (opener?.isConnected) opener.focus();
  });
}
