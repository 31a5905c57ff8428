"""Every template is used, every block end is named, nothing is inline that the policy forbids."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
ALL = sorted(path.relative_to(TEMPLATES) for path in TEMPLATES.rglob("*.*"))
PAGES = [path for path in ALL if path.suffix == ".html"]
APPS = (
    "coalition",
    "common",
    "accounts",
    "partners",
    "goals",
    "governance",
    "contributions",
    "dashboard",
)
# Folders whose templates a library calls by name.
CALLED_BY_LIBRARIES = ("account", "bootstrap5", "mfa")
# Pages that Django shows by itself when a request fails.
CALLED_BY_DJANGO = ("403.html", "403_csrf.html", "404.html")
LETTER = re.compile(r"^emails/(?P<name>.+?)(?:\.subject\.txt|\.txt|\.html)$")


def sources() -> str:
    files = [*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.txt")]
    for app in APPS:
        files += (ROOT / app).rglob("*.py")
    return "\n".join(path.read_text() for path in files)


@pytest.fixture(scope="module")
def everything() -> str:
    return sources()


@pytest.mark.parametrize("template", ALL, ids=str)
def test_template_is_used(template, everything):
    if template.parts[0] in CALLED_BY_LIBRARIES + CALLED_BY_DJANGO:
        return
    letter = LETTER.match(str(template))
    name = letter["name"] if letter else str(template)
    assert f'"{name}' in everything


@pytest.mark.parametrize("template", PAGES, ids=str)
def test_template_names_the_block_it_ends(template):
    assert re.findall(r"{%\s*endblock\s*%}", (TEMPLATES / template).read_text()) == []


@pytest.mark.parametrize("template", [page for page in PAGES if page.parts[0] != "emails"], ids=str)
def test_template_has_no_inline_style_or_script(template):
    text = (TEMPLATES / template).read_text()
    assert re.findall(r"\sstyle=|<style|\son[a-z]{3,}=|<script(?![^>]*\bsrc=)", text) == []
