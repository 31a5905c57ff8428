"""Messages, filters, heads, fields, and the page that shows them all."""

import re
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from common.pages.filters import chosen_filter
from tests.common.components.drawing import draw

SECTORS = [("health", "Health care"), ("faith", "Faith"), ("schools", "Schools")]


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
