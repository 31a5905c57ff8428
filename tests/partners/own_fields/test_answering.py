"""Answering."""

import html

import pytest
from django.urls import reverse

from partners.models import Contact, Organisation
from tests.partners.own_fields.defining import KINDS, own, page
from tests.partners.test_forms import add, edit, ours


@pytest.mark.parametrize(("kind", "more", "typed", "kept", "shown"), KINDS)
def test_answer_is_kept_by_its_kind_and_shown_in_words(coordinator, kind, more, typed, kept, shown):
    own(coordinator, "Detail", kind=kind, **more)
    add(coordinator, own_detail=typed)
    organisation = Organisation.objects.get()
    organisation.refresh_from_db()
    if isinstance(kept, str):
        assert organisation.own_values["detail"].replace("\r", "") == kept
    else:
        assert organisation.own_values == {"detail": kept}
    assert shown in page(coordinator, "detail", organisation.pk)
    edit(coordinator, organisation, own_detail="" if kind != "choices" else [])
    organisation.refresh_from_db()
    assert organisation.own_values == {}


@pytest.mark.parametrize(
    ("kind", "typed", "reason"),
    [
        ("text", "x" * 301, "at most 300"),
        ("number", "about 20", "This is no number"),
        ("number", "1234567890123456", "no more than 15 digits"),
        ("date", "yesterday", "Enter a valid date"),
        ("choice", "purple", "Select a valid choice"),
        ("choices", ["purple"], "Select a valid choice"),
        ("yes_no", "perhaps", "Select a valid choice"),
        ("link", "javascript:alert(1)", "This is no web address"),
        ("link", "ftp://files.example", "begins with https://"),
    ],
)
def test_answer_of_another_kind_is_refused_and_nothing_typed_is_lost(
    coordinator, kind, typed, reason
):
    own(coordinator, "Detail", kind=kind, choices="red" if kind.startswith("choice") else "")
    organisation = ours(coordinator)
    answer = edit(coordinator, organisation, description="Careful words", own_detail=typed)
    words = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert reason in words
    assert "Careful words" in words
    if kind not in {"choice", "choices", "yes_no"}:
        assert typed in words
    organisation.refresh_from_db()
    assert organisation.own_values == {}


def test_required_field_must_be_answered(coordinator):
    own(coordinator, "Seats", kind="number", is_required=True)
    assert add(coordinator).status_code == 422
    assert add(coordinator, own_seats="3").status_code == 302


def test_field_that_is_not_asked_first_waits_for_the_edit(coordinator):
    own(coordinator, "Signed on", kind="date", is_asked_first=False, is_required=True)
    assert "Signed on" not in page(coordinator, "add")
    add(coordinator)
    assert "Signed on" in page(coordinator, "edit", Organisation.objects.get().pk)


def test_field_about_people_is_asked_and_shown_with_the_person(coordinator):
    own(coordinator, "Eats", subject="contact", is_personal=True)
    organisation = ours(coordinator)
    url = reverse("partners:contact_add", args=[coordinator.slug, organisation.pk])
    coordinator.post(url, {"name": "Dev Patel", "role": "other", "own_eats": "Vegan"})
    contact = Contact.objects.get()
    assert contact.own_values == {"eats": "Vegan"}
    assert "Vegan" in page(coordinator, "detail", organisation.pk)
    url = reverse("partners:contact_edit", args=[coordinator.slug, organisation.pk, contact.pk])
    assert "Vegan" in coordinator.get(url).content.decode()
