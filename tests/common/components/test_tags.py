"""The files that pages are made of, tags, and what counts are drawn as."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.utils import timezone, translation

from common.templatetags.look import BAR_GAP, BAR_LENGTH, LEAST_WIDTH, initial_letters, stretches
from tests.common.components.drawing import draw

ROOT = Path(settings.BASE_DIR)
STATIC = ROOT / "static"


# ---------------------------------------------------------------- files


def run(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, text=True, check=False
    )


def test_stylesheet_is_what_its_parts_say():
    sys.path.insert(0, str(STATIC / "css"))
    try:
        import build
    finally:
        sys.path.pop(0)
    assert (STATIC / "css" / "commonweal.css").read_text() == build.bundle()


def test_vendored_files_are_what_their_sums_say():
    checked = run(STATIC / "vendor" / "refresh.py", "--check")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_stylesheet_asks_no_other_host():
    text = (STATIC / "css" / "commonweal.css").read_text()
    assert re.findall(r"url\(['\"]?(?:https?:)?//", text) == []


def test_every_icon_in_a_template_is_in_the_sprite():
    known = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "img" / "icons.svg").read_text()))
    text = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    used = set(re.findall(r'{% icon "([^"]+)"', text)) | set(re.findall(r'sign="([^"]+)"', text))
    assert used - known == set()
    assert "search" in used


# ---------------------------------------------------------------- tags


@pytest.mark.parametrize(
    ("name", "kind", "letters"),
    [
        ("Gloria Tran", "person", "GT"),
        ("Lucía de la Cruz", "person", "LC"),
        ("ruth", "person", "RU"),
        ("The Riverbend Tenants’ Association", "org", "RT"),
        ("Friends of the Library", "org", "FL"),
        ("3rd Street Gym", "org", "3S"),
        ("The", "org", "TH"),
        ("¿?", "org", "?"),
    ],
)
def test_initials_of_a_name(name, kind, letters):
    assert initial_letters(name, is_person=kind == "person") == letters


def test_initials_are_drawn_square_for_an_organisation():
    drawn = draw('{% initials "Eastside Pharmacy" kind="org" size="big" %}')
    assert drawn == '<span class="ini org big" aria-hidden="true">EP</span>'


def test_icon_alone_has_a_name_and_one_beside_its_word_has_none():
    assert 'aria-hidden="true"' in draw('{% icon "phone" %}')
    assert 'role="img" aria-label="Find &amp; go"' in draw(
        '{% icon "search" label %}', label="Find & go"
    )


def test_capture_keeps_what_was_escaped_escaped():
    drawn = draw("{% capture as kept %} <b>{{ name }}</b> {% endcapture %}[{{ kept }}]", name="<i>")
    assert drawn == "[<b>&lt;i&gt;</b>]"


def test_query_sets_one_parameter_and_forgets_the_page():
    address = "/?q=oak&sector=a&sector=b&page=7"
    assert draw('{% query "sort" "-name" %}', address=address) == (
        "?q=oak&amp;sector=a&amp;sector=b&amp;sort=-name"
    )


def test_query_without_value_drops_every_value_of_the_parameter():
    assert draw('{% query "sector" %}', address="/?sector=a&sector=b&q=oak") == "?q=oak"


def test_day_is_said_in_the_language_of_the_reader():
    with translation.override("es"):
        drawn = draw("{% day on %}", on=date(2026, 11, 19))
    assert drawn == '<time datetime="2026-11-19">19 de noviembre de 2026</time>'


def test_day_of_a_moment_is_the_day_where_the_reader_is():
    with timezone.override("America/New_York"):
        drawn = draw("{% day at %}", at=datetime(2026, 11, 20, 3, tzinfo=UTC))
    assert 'datetime="2026-11-19"' in drawn


def test_moment_without_value_is_nothing():
    assert draw("{% moment at %}{% day at %}", at=None) == ""


# ---------------------------------------------------------------- census bar


def kinds(*counts: int) -> list[SimpleNamespace]:
    return [SimpleNamespace(kind="new", label=str(count), count=count) for count in counts]


def test_census_bar_fills_its_length_end_to_end():
    laid = stretches(kinds(9, 12, 2, 3, 15))
    assert laid[-1].x + laid[-1].width == pytest.approx(BAR_LENGTH, abs=0.2)
    assert laid[1].x == pytest.approx(laid[0].x + laid[0].width + BAR_GAP, abs=0.2)


def test_census_bar_shows_one_row_among_ten_thousand():
    assert stretches(kinds(10_000, 1))[1].width == pytest.approx(LEAST_WIDTH, abs=0.1)


def test_census_bar_leaves_out_what_is_not_there_and_survives_nothing():
    assert draw("{% census_bar parts 'Rows' %}", parts=kinds(0, 3)).count("<li>") == 1
    assert draw("{% census_bar parts 'Rows' %}", parts=[]).count("<li>") == 0


def test_census_bar_writes_numbers_for_programs_in_every_language():
    with translation.override("es"):
        drawn = draw("{% census_bar parts 'Rows' %}", parts=kinds(1, 2))
    assert re.findall(r'width="[^"]*,', drawn) == []
