/* Drafts: what is typed into form[data-draft] stays on this device until it is saved, thrown away, or the
   person signs out. It survives a lost connection, an expired sign-in and a closed tab, and it remembers
   the version on which the form was opened, so that a late save still meets the question what shall stand. */

const DRAFT = "draft:";
const SENT = "sent"; // which forms were sent last in this tab, and the mark that they carried
const SAVED = /(?:^|; )saved=([^;]+)/; // the cookie by which the server says what it saved, as common/editing/drafts.py
const TELLING = 20;
const A_WEEK = 7 * 24 * 60 * 60 * 1000;

const one = (selector) => document.querySelector(selector);
const person = document.documentElement.dataset.person ?? "";
const forms = [...document.querySelectorAll("form[data-draft]")];
const keyOf = (form) => `${DRAFT}${person}:${location.pathname}#${form.dataset.draft}`;
const isKept = (field) =>
  field.name && (field.type === "hidden" ? "kept" in field.dataset : !["password", "file", "submit", "button"].includes(field.type));
const isBox = (field) => ["checkbox", "radio"].includes(field.type);

function answersOf(form) {
  const fields = [...form.elements].filter(isKept);
  return fields.map((field) => (isBox(field) ? [field.name, field.value, field.checked] : [field.name, field.value]));
}

function typedIn(form) {
  const typed = [...form.elements].filter((field) => isKept(field) && field.type !== "hidden");
  return JSON.stringify(typed.map((field) => (isBox(field) ? field.checked : field.value)));
}

function fill(form, answers) {
  const left = [...answers];
  for (const field of [...form.elements].filter(isKept)) {
    const place = left.findIndex(([name, value]) => name === field.name && (!isBox(field) || value === field.value));
    if (place < 0) continue;
    const [[, value, checked]] = left.splice(place, 1);
    if (isBox(field)) field.checked = checked;
    else field.value = value;
  }
}

function keep(form) {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), answers: answersOf(form) }));
  } catch {
    // A full or forbidden store: the form works all the same.
  }
}

function draftOf(form) {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(form)));
    return draft && Date.now() - draft.at < A_WEEK ? draft : null;
  } catch {
    return null;
  }
}

function offer(form) {
  const draft = draftOf(form);
  if (!draft || !one("[data-draft-notice]") || isAnswered(form)) return;
  const shown = { words: typedIn(form), answers: answersOf(form) };
  fill(form, draft.answers);
  const isNews = typedIn(form) !== shown.words;
  fill(form, shown.answers);
  if (!isNews) return;
  const notice = noticeFor(form);
  const leave = () => {
    notice.hidden = true;
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  };
  tellWhen(notice, new Date(draft.at));
  notice.querySelector("[data-draft-take]").addEventListener("click", () => {
    fill(form, draft.answers);
    leave();
  });
  notice.querySelector("[data-draft-drop]").addEventListener("click", () => {
    localStorage.removeItem(keyOf(form));
    leave();
  });
}

// Where a page has several forms, each says for itself what was typed in it, wherever it is folded away.
function noticeFor(form) {
  const notice = one("[data-draft-notice]");
  if (forms.length === 1) return notice;
  const own = notice.cloneNode(true);
  form.prepend(own);
  for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  return own;
}

function tellWhen(notice, at) {
  const when = notice.querySelector("[data-draft-when]");
  when.dateTime = at.toISOString();
  when.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  notice.hidden = false;
  notice.dispatchEvent(new CustomEvent("announce", { bubbles: true }));
}

// A form that comes back with mistakes, or after signing in, already shows what was typed.
function isAnswered(form) {
  return form.querySelector(".field.wrong, [data-mend]") || document.querySelector("[data-came-back]");
}

const markOf = (form) => (form.elements.opened ?? form.elements.form_key)?.value?.slice(-TELLING);

function noteSent(form) {
  const mark = markOf(form);
  if (!mark) return;
  const keys = form.matches("[data-draft]") ? [keyOf(form)] : [];
  // Who chooses between two versions, or sends once more, still sends what they had typed before.
  if (form.closest("[data-both-versions], [data-came-back]")) keys.push(...(readSent()?.keys ?? []));
  sessionStorage.setItem(SENT, JSON.stringify({ keys, mark }));
}

function readSent() {
  try {
    return JSON.parse(sessionStorage.getItem(SENT));
  } catch {
    return null;
  }
}

// Any page may come after a form that never arrived, so a draft goes when the server says that it saved the form.
function dropSaved() {
  const sent = readSent();
  if (!sent?.mark || document.cookie.match(SAVED)?.[1] !== sent.mark) return;
  sessionStorage.removeItem(SENT);
  for (const key of sent.keys) localStorage.removeItem(key);
}

function forgetAll(isMine) {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT) && isMine(key)) localStorage.removeItem(key);
}

function isOld(key) {
  try {
    return Date.now() - JSON.parse(localStorage.getItem(key)).at >= A_WEEK;
  } catch {
    return true;
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (form) keep(form);
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-leaves]")) {
    forgetAll((key) => key.startsWith(`${DRAFT}${person}:`));
    sessionStorage.clear();
  } else {
    noteSent(event.target);
  }
});

dropSaved();
forgetAll(isOld);
forms.forEach(offer);
