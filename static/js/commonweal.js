/* Comforts on top of pages that work without them. Nothing here decides anything; every control
   is a link, a form or <details> first. Behaviour hangs on data-* attributes. */

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const phone = matchMedia("(max-width: 1199.98px)");

/* ---------- saying aloud ---------- */

function announce(words) {
  const announcer = one("#announcer");
  announcer.textContent = "";
  // A live region speaks when its text changes after it was emptied, so the words come a moment later.
  setTimeout(() => (announcer.textContent = words), 100);
}

function announceIn(...roots) {
  const spoken = roots.flatMap((root) => all("[data-announce]", root)).filter((element) => element.checkVisibility());
  const words = spoken.map((element) => element.textContent.trim().replace(/\s+/g, " "));
  if (words.length) announce(words.join(" "));
}

// A part of the page that another script has just shown.
document.addEventListener("announce", (event) => announceIn(event.target));

/* ---------- the / key ---------- */

// A single key must be possible to switch off (WCAG 2.1.4); the choice stays on this device.
const isShortcutOn = () => localStorage.getItem("shortcut") !== "off";

function showShortcut() {
  for (const element of all("[data-shortcut]")) element.hidden = element.matches("kbd") && !isShortcutOn();
  for (const button of all("[data-shortcut-switch]")) button.setAttribute("aria-pressed", isShortcutOn());
}

/* ---------- menus ---------- */

function closeMenus(except) {
  for (const menu of all("details.menu[open]")) if (!menu.contains(except)) menu.open = false;
}

// A press on words that cannot take the focus, such as a label, hands it to <main> around the menu. That is not
// leaving the menu; and Chromium falls over when what is being pressed vanishes under the pointer.
function leaveMenus({ target }) {
  if (!one("details.menu[open]", target)) closeMenus(target);
}

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (!menu) return;
  event.stopPropagation();
  menu.open = false;
  one("summary", menu).focus();
});
document.addEventListener("focusin", leaveMenus);
document.addEventListener(
  "toggle",
  ({ target: menu }) => {
    if (!menu.matches("details.menu[open]:not(.me)")) return;
    menu.classList.remove("at-end");
    menu.classList.toggle("at-end", one(".menu-panel", menu).getBoundingClientRect().right > innerWidth - 8);
  },
  true,
);

/* ---------- the drawer ---------- */

const drawer = one("#drawer");
let opener = null;

async function openDrawer(link) {
  const body = one("#drawer-body");
  await htmx.ajax("GET", link.href, { source: link, target: body, select: "#drawer-content", swap: "innerHTML" });
  if (!body.childElementCount) return location.assign(link.href);
  const heading = one("h1, h2, h3", body);
  drawer.setAttribute("aria-label", (heading ?? link).textContent.trim());
  opener = link;
  if (!drawer.open) phone.matches ? drawer.showModal() : drawer.show();
  drawer.scrollTop = 0;
  drawer.focus();
  drawer.dispatchEvent(new Event("drawer:shown", { bubbles: true }));
}

function closeDrawer() {
  drawer.close();
}

drawer?.addEventListener("close", () => {
  one("#drawer-body").replaceChildren();
  if (opener?.isConnected) opener.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drawer?.open && !phone.matches) closeDrawer();
});

/* ---------- what words mean ---------- */

// A meaning that is in the way goes with Escape, and comes back with the next visit to its word.
document.addEventListener("keydown", (event) => {
  const word = event.key === "Escape" && one(".word:is(:hover, :focus):not(.put-away), .word:has(+ .meaning:hover)");
  if (!word) return;
  event.stopPropagation();
  word.classList.add("put-away");
  const back = () => word.classList.remove("put-away");
  for (const leaving of ["blur", "pointerenter"]) word.addEventListener(leaving, back, { once: true });
});

/* ---------- pressing ---------- */

document.addEventListener("click", (event) => {
  const target = event.target;
  closeMenus(target);
  const link = target.closest("a[data-drawer]");
  if (link && drawer && window.htmx && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openDrawer(link).catch(() => location.assign(link.href));
  }
  if (target.closest("[data-shut-drawer]") || target === drawer) closeDrawer();
  if (target.closest("[data-shut-toast]")) target.closest("[data-toast]").remove();
  if (target.closest("[data-shortcut-switch]")) {
    localStorage.setItem("shortcut", isShortcutOn() ? "off" : "on");
    showShortcut();
  }
});

/* ---------- light or dark, at once ---------- */

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-theme-form]");
  if (!form) return;
  event.preventDefault();
  const chosen = event.submitter.value;
  const answers = new FormData(form, event.submitter);
  if (chosen === "system") delete document.documentElement.dataset.bsTheme;
  else document.documentElement.dataset.bsTheme = chosen;
  for (const button of all("button", form)) button.setAttribute("aria-pressed", button === event.submitter);
  await fetch(form.action, { method: "POST", body: answers, redirect: "manual" });
});

/* ---------- lists that refresh ---------- */

const openMenus = new Set();

document.addEventListener("htmx:configRequest", (event) => {
  if (!event.detail.elt.matches("[data-filters]")) return;
  // The address bar keeps what is chosen, not what is left empty.
  const { parameters } = event.detail;
  for (const name of Object.keys(parameters)) if (parameters[name] === "") delete parameters[name];
});
// What a page asks for by itself takes nobody away from what they are typing, even when they were signed out.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { elt, target, xhr } = event.detail;
  const isQuiet = elt.matches("[data-quiet]") || target?.matches("[data-quiet]");
  if (isQuiet && xhr.getResponseHeader("HX-Redirect")) event.preventDefault();
});
document.addEventListener("htmx:beforeSwap", () => {
  openMenus.clear();
  for (const menu of all("details[id][open]")) openMenus.add(menu.id);
});
document.addEventListener("htmx:oobAfterSwap", () => {
  for (const id of openMenus) document.getElementById(id)?.setAttribute("open", "");
});
document.addEventListener("htmx:afterSettle", (event) => {
  refine(document);
  announceIn(event.detail.elt);
  // A part that refreshes by itself never takes the focus.
  if (document.activeElement !== document.body || drawer?.open || one("#palette")?.open) return;
  if (event.detail.elt.matches("[data-quiet]")) return;
  // What had the focus is gone with the old rows: carry on at the new ones.
  event.detail.elt.tabIndex = -1;
  event.detail.elt.focus({ preventScroll: true });
});
document.addEventListener("htmx:sendError", () => announce(document.documentElement.dataset.offline ?? ""));

/* ---------- ticks of a list ---------- */

let lastTick = null;

function tickAll(head) {
  const ticks = all("[data-pick]", head.closest("table"));
  for (const tick of ticks) tick.checked = head.checked;
  ticks[0]?.dispatchEvent(new Event("change", { bubbles: true }));
}

// With Shift the rows between two ticks follow the second, as in a mail program.
function tickBetween(tick) {
  const ticks = all("[data-pick]", tick.closest("table, [data-board]"));
  const [first, last] = [ticks.indexOf(lastTick), ticks.indexOf(tick)].sort((a, b) => a - b);
  if (first >= 0) for (const one of ticks.slice(first, last + 1)) one.checked = tick.checked;
}

// Grouped by sector, a partner may stand on the page more than once.
function tickTwins(tick) {
  for (const twin of all(`[data-pick][value="${tick.value}"]`)) twin.checked = tick.checked;
}

function showTicks(root) {
  for (const head of all("[data-pick-all]", root)) {
    const ticks = all("[data-pick]", head.closest("table"));
    const ticked = ticks.filter((tick) => tick.checked).length;
    head.closest("label").hidden = false;
    head.checked = ticked === ticks.length;
    head.indeterminate = ticked > 0 && ticked < ticks.length;
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.matches?.("[data-pick]")) return;
  if (event.shiftKey) tickBetween(event.target);
  lastTick = event.target;
});
// On the way down: the list sends its ticks while the event comes up again.
document.addEventListener(
  "change",
  ({ target }) => {
    if (target.matches("[data-pick-all]")) tickAll(target);
    if (!target.matches("[data-pick]")) return;
    tickTwins(target);
    showTicks(document);
  },
  true,
);

/* ---------- small things once the page stands ---------- */

// Rows that turn into blocks on a phone lose their table role in some readers; say it outright.
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tfoot: "rowgroup", tr: "row", td: "cell" };

function nameTableParts(table) {
  table.setAttribute("role", "table");
  for (const part of all("thead, tbody, tfoot, tr, td, th", table)) {
    const name = part.localName;
    const headRole = part.scope?.startsWith("row") ? "rowheader" : "columnheader";
    part.setAttribute("role", name === "th" ? headRole : ROLES[name]);
  }
}

// Tabs that do not fit on a phone are one line that scrolls: begin where the reader is.
function showTab(tabs) {
  const here = one("[aria-current]", tabs);
  if (here) tabs.scrollLeft = here.offsetLeft - (tabs.clientWidth - here.offsetWidth) / 2;
}

// A wide table scrolls sideways in its box. One that fits needs no box, and then its head can stay in the window.
const boxes = new ResizeObserver((seen) => {
  for (const { target: box } of seen) box.classList.toggle("fits", one("table", box).offsetWidth <= box.clientWidth);
});

function refine(root) {
  all(".heat-scroll", root).forEach((box) => boxes.observe(box));
  all("table.stack", root).forEach(nameTableParts);
  for (const button of all("[data-shut-toast]", root)) button.hidden = false;
  showTicks(root);
  showShortcut();
}

refine(document);
all(".tabs").forEach(showTab);
announceIn(...all(".say, #toasts"));
one("[data-mend]")?.focus();
