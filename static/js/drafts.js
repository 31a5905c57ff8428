/* Drafts: what is typed into form[data-draft] stays on this device until it is saved, thrown away, or the
   person signs out. It survives a lost connection, an expired sign-in and a closed tab, and it remembers
   the version on which the form was opened, so that a late save still meets the question what shall stand. */

const DRAFT = "draft:";
const SENT = "sent"; // which form was sent last in this tab
const A_WEEK = 7 * 24 * 60 * 60 * 1000;

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
  const notice = document.querySelector("[data-draft-notice]");
  if (!draft || !notice || isAnswered(form)) return;
  const shown = { words: typedIn(form), answers: answersOf(form) };
  fill(form, draft.answers);
  const isNews = typedIn(form) !== shown.words;
  fill(form, shown.answers);
  if (!isNews) return;
  const when = notice.querySelector("[data-draft-when]");
  const at = new Date(draft.at);
  when.dateTime = at.toISOString();
  when.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  notice.hidden = false;
  notice.dispatchEvent(new CustomEvent("announce", { bubbles: true }));
  notice.querySelector("[data-draft-take]").addEventListener("click", () => {
    fill(form, draft.answers);
    notice.hidden = true;
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
  notice.querySelector("[data-draft-drop]").addEventListener("click", () => {
    localStorage.removeItem(keyOf(form));
    notice.hidden = true;
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
}

// A form that comes back with mistakes, or after signing in, already shows what was typed.
function isAnswered(form) {
  return form.querySelector(".field.wrong, [data-mend]") || document.querySelector("[data-came-back]");
}

function dropSaved() {
  const sent = sessionStorage.getItem(SENT);
  if (!sent) return;
  // Saved is what another ordinary page of the same person answered: not the sign-in, an error, the same
  // form again, or the question which version shall stand.
  const isSamePerson = person && sent.startsWith(`${DRAFT}${person}:`);
  const isOpen = document.querySelector("[data-both-versions], [data-refused]");
  if (isOpen) return;
  sessionStorage.removeItem(SENT);
  const isSaved = !forms.some((form) => keyOf(form) === sent) || document.querySelector(".toasty");
  if (isSamePerson && isSaved && !forms.some((form) => isAnswered(form))) localStorage.removeItem(sent);
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
  } else if (event.target.matches("form[data-draft]")) {
    sessionStorage.setItem(SENT, keyOf(event.target));
  }
});

dropSaved();
forgetAll(isOld);
forms.forEach(offer);
