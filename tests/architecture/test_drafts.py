"""A form in which people write keeps a draft, and carries the mark by which it is saved and given back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
A_FORM = re.compile(r"<form\b(?P<tag>(?:\{%.*?%\}|[^>])*)>(?P<inside>.*?)</form>", re.DOTALL)
A_MARK = re.compile(r"\{% (?:form_key|opened|opened_on)\b")
WRITTEN_IN = re.compile(r"<textarea|\|(?:as_)?crispy|\{% crispy|type=\"(?:text|date)\"|maxlength=")
# Drawn with its tag: the form's own layout carries the key (common.editing.form_keys.CARRIED_KEY).
BY_LAYOUT = "{% crispy"

CONFIRMS = "It asks only for a name or a password, to be sure."
CHOOSES = "Nothing is written here, only chosen: a press brings it back."
NOTHING_TO_LOSE = {
    "account/": "Passwords, codes and addresses are never kept.",
    "mfa/": "Codes are never kept.",
    "accounts/erase_me.html": CONFIRMS,
    "accounts/first_person.html": "It has no person yet, and asks for a password.",
    "dashboard/components.html": "A specimen, which is never sent.",
    "partners/calls/show.html": CHOOSES,
    "partners/contact_erase.html": CONFIRMS,
    "partners/contact_same.html": CHOOSES,
    "partners/risk/note.html": CHOOSES,
    "partners/risk/note_form.html": "It is secret: nothing of it stays on a device.",
}


@dataclass(frozen=True)
class Form:
    """One form of a template."""

    file: str
    number: int
    tag: str
    inside: str

    def __str__(self) -> str:
        return f"{self.file}:{self.number}"


def forms() -> Iterator[Form]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        for number, found in enumerate(A_FORM.finditer(path.read_text()), start=1):
            if 'method="post"' in found["tag"]:
                yield Form(str(path.relative_to(TEMPLATES)), number, found["tag"], found["inside"])


ALL = list(forms())


@pytest.mark.parametrize("form", [each for each in ALL if "data-draft=" in each.tag], ids=str)
def test_form_with_a_draft_carries_a_mark(form):
    if form.file not in NOTHING_TO_LOSE:
        assert A_MARK.search(form.inside) or BY_LAYOUT in form.inside


@pytest.mark.parametrize("form", [each for each in ALL if WRITTEN_IN.search(each.inside)], ids=str)
def test_form_in_which_people_write_keeps_a_draft(form):
    if not form.file.startswith(tuple(NOTHING_TO_LOSE)):
        assert "data-draft=" in form.tag
