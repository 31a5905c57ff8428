"""What is wrong in a form is said by us, in the reader's language: no browser stops it with its bubbles."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.test_drafts import ALL, Form

TEMPLATES = Path(settings.BASE_DIR) / "templates"
AN_INCLUDE = re.compile(r"\{% include \"(?P<file>[^\"]+)\"")
# Where a browser would look for itself: fields that Django draws, what is required, and what has a form.
STOPPED = re.compile(
    r"\|(?:as_)?crispy|\{% crispy|as_crispy_field|\srequired\b|"
    r"type=\"(?:date|email|month|number|tel|time|url)\""
)

# Each with the reason.
THE_BROWSER_SAYS = {
    "common/both_versions.html": "Nothing is typed here: what is not chosen is asked again.",
    "governance/joining/line.html": "What is no day is taken as today, so it must not come as far.",
}


def whole(text: str) -> str:
    """With what it includes, so far as that is named."""
    inner = (TEMPLATES / found["file"] for found in AN_INCLUDE.finditer(text))
    return text + "".join(whole(path.read_text()) for path in inner)


FILLED_IN = [form for form in ALL if STOPPED.search(whole(form.inside))]


@pytest.mark.parametrize("form", FILLED_IN, ids=str)
def test_form_that_people_fill_in_is_refused_by_us_and_not_by_the_browser(form: Form):
    assert (" novalidate" in form.tag) is (form.file not in THE_BROWSER_SAYS)


@pytest.mark.parametrize("file", THE_BROWSER_SAYS)
def test_exception_is_a_form_that_is_there(file):
    assert file in {form.file for form in FILLED_IN}
