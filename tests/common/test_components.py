"""The pieces of the look: what they draw, and that what is vendored and bundled is what it claims to be."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from common.filters import chosen_filter
from common.templatetags.look import BAR_GAP, BAR_LENGTH, LEAST_WIDTH, initial_letters, stretches

ROOT = Path(settings.BASE_DIR)
STATIC = ROOT / "static"
SECTORS = [("health", "Health care"), ("faith", "Faith"), ("schools", "Schools")]


def draw(source: str, **context) -> str:
    """The template with the tags of the look loaded, its white space folded."""
    text = Template("{% load look %}{% load crispy_forms_filters %}" + source)
    drawing = RequestContext(RequestFactory().get(context.pop("address", "/")))
    with drawing.push(**context):
        return " ".join(text.render(drawing).split())


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


# ---------------------------------------------------------------- messages


def toasts(*messages: Message) -> str:
    return draw('{% include "components/toasts.html" %}', messages=messages)


def test_done_message_with_undo_carries_a_form():
    drawn = toasts(Message(constants.SUCCESS, "Retired.", extra_tags="undo:/partners/7/restore/"))
    assert '<form method="post" action="/partners/7/restore/">' in drawn


def test_done_message_without_undo_carries_none():
    drawn = toasts(Message(constants.SUCCESS, "Saved."))
    assert "Saved." in drawn
    assert "<form" not in drawn


def test_warning_stands_in_the_page_and_not_among_the_toasts():
    warning = Message(constants.WARNING, "Mail cannot leave.")
    assert "Mail cannot leave." not in toasts(warning)
    assert "say warn" in draw('{% include "components/notices.html" %}', messages=[warning])


# ---------------------------------------------------------------- filters, heads, pages


def chip(*values: str) -> str:
    sectors = chosen_filter(name="sector", label="Sector", choices=SECTORS, values=list(values))
    return draw(
        '{% include "components/filter.html" %}', filter=sectors, address="/?sector=x&q=oak"
    )


def test_filter_that_is_not_set_says_any_and_has_no_cross():
    assert "Sector: any" in chip()
    assert "?q=oak" not in chip()


def test_filter_that_is_set_says_what_and_can_be_taken_off():
    assert "Sector: Health care, Faith" in chip("health", "faith")
    assert 'href="?q=oak"' in chip("health")


def test_filter_with_many_values_says_how_many():
    assert "Sector: 3 chosen" in chip("health", "faith", "schools")


@pytest.mark.parametrize(
    ("sort", "state", "address"),
    [
        ("name", 'aria-sort="ascending"', "?sort=-name"),
        ("-name", 'aria-sort="descending"', "?sort=name"),
        ("sector", "", "?sort=name"),
    ],
)
def test_head_says_the_order_and_links_to_the_other(sort, state, address):
    drawn = draw('{% include "components/th.html" with name="name" label="Partner" %}', sort=sort)
    assert f'href="{address}"' in drawn
    assert re.findall(r'aria-sort="\w+"', drawn) == ([state] if state else [])


def test_single_page_has_no_pager():
    page = SimpleNamespace(has_previous=False, has_next=False, number=1)
    assert draw('{% include "components/pages.html" %}', page=page) == ""


def test_page_of_an_uncounted_list_says_only_its_number():
    page = SimpleNamespace(has_previous=False, has_next=True, number=1, next_page_number=2)
    drawn = draw('{% include "components/pages.html" %}', page=page, address="/?q=oak")
    assert "Page 1 </span>" in drawn
    assert 'href="?q=oak&amp;page=2"' in drawn


# ---------------------------------------------------------------- fields


class ContactForm(forms.Form):
    email = forms.EmailField(label="E-mail", help_text="We write once.")
    serves = forms.MultipleChoiceField(
        label="Serves",
        choices=SECTORS,
        widget=forms.CheckboxSelectMultiple,
        help_text="All of them.",
    )
    note = forms.CharField(label="Note", required=False)


def test_field_is_read_as_label_help_error_box():
    drawn = draw("{{ form|crispy }}", form=ContactForm({"email": "rosa.example.org"}))
    field = drawn[drawn.index('id="div_id_email"') :]
    order = [
        field.index(part) for part in ("<label", "id_email_helptext", "id_email_error", "<input")
    ]
    assert order == sorted(order)


def test_wrong_field_is_tied_to_its_help_and_error():
    drawn = draw("{{ form|crispy }}", form=ContactForm({"email": "rosa.example.org"}))
    assert 'aria-describedby="id_email_helptext id_email_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'class="field wrong"' in drawn


def test_wrong_form_lists_a_way_to_each_field():
    drawn = draw("{{ form|crispy }}", form=ContactForm({"email": "rosa.example.org"}))
    assert re.findall(r'<a href="(#[^"]+)"', drawn) == ["#id_email", "#div_id_serves"]
    assert {"id_email", "div_id_serves"} <= set(re.findall(r' id="([^"]+)"', drawn))


def test_several_choices_are_a_group_of_boxes_with_its_name():
    drawn = draw("{{ form|crispy }}", form=ContactForm())
    assert '<fieldset aria-describedby="id_serves_helptext"> <legend>Serves' in drawn
    assert drawn.count('type="checkbox"') == len(SECTORS)


def test_field_that_may_stay_empty_says_so():
    drawn = draw("{{ form|crispy }}", form=ContactForm())
    assert re.findall(r">(\w[\w-]*) ?<span class=\"optional\">", drawn) == ["Note"]


# ---------------------------------------------------------------- the page that shows them


def test_components_page_shows_them_all(client):
    answer = client.get("/components/?sector=faith&sort=-name")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "<h1>Components</h1>" in text
    assert "Sector: Faith" in text
    assert 'aria-sort="descending"' in text


def test_page_takes_the_theme_the_browser_was_told(client):
    client.cookies["theme"] = "dark"
    assert '<html lang="en" data-bs-theme="dark">' in client.get("/components/").content.decode()


def test_page_without_a_chosen_theme_follows_the_device(client):
    assert '<html lang="en">' in client.get("/components/").content.decode()
