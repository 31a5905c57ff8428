"""Sentences."""

from datetime import date

import pytest

from partners.models import Contact, Phone
from partners.reports.history.timeline import timeline
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.partners.changes import change, on_day
from tests.partners.timeline.newest import newest, update

pytestmark = pytest.mark.django_db


def test_first_entry_says_that_they_joined(northgate):
    entry = newest(northgate)
    assert (entry.headline, entry.actor, entry.moment) == (
        "Joined the list",
        "Ruth Adeyemi",
        on_day(0),
    )
    assert entry.sentences == ["Name: Northgate", "Kind: Partner"]


def test_retirement_names_who_did_it_and_why(northgate, ruth):
    with change("organisation.retired", day=1, by=ruth, reason="Closed down"):
        update(northgate, retired_on=date(2026, 5, 1), retired_reason="Closed down")
    entry = newest(northgate)
    assert (entry.headline, entry.byline, entry.reason) == (
        "Ruth Adeyemi retired them",
        "",
        "Closed down",
    )
    assert entry.sentences == ["Retired on: May 1, 2026", "Why retired: Closed down"]


def test_reinstatement_names_who_did_it(northgate, ruth):
    with change(day=1):
        update(northgate, retired_on=date(2026, 5, 1), retired_reason="Closed down")
    with change(day=2, by=ruth):
        update(northgate, retired_on=None, retired_reason="")
    assert newest(northgate).headline == "Ruth Adeyemi took them back into the list"


def test_changed_fields_are_told_before_and_after_in_plain_words(northgate, ruth):
    with change(day=1, by=ruth):
        update(northgate, kind="prospect", owner=ruth, since_on=date(2024, 5, 1))
    entry = newest(northgate)
    assert entry.headline == "Kind, looked after by and since changed"
    assert [(each.label, each.before, each.after) for each in entry.details] == [
        ("Kind", "Partner", "Prospect"),
        ("Looked after by", "", "Ruth Adeyemi"),
        ("Since", "", "May 1, 2024"),
    ]
    assert entry.sentences[0] == "Kind: Prospect, before that Partner"


def test_many_changed_fields_are_counted(northgate):
    with change(day=1):
        update(northgate, kind="prospect", website="a.example", email="a@a.example", name="North")
    assert newest(northgate).headline == "4 things changed"


def test_field_that_was_emptied_says_what_stood_there(northgate):
    with change(day=1):
        update(northgate, website="northgate.example")
    with change(day=2):
        update(northgate, website="")
    assert newest(northgate).sentences == ["Website left empty, before that northgate.example"]


def test_added_and_removed_other_name_is_the_headline(northgate):
    with change(day=1):
        alias = AliasFactory(organisation=northgate, name="NGC")
    assert newest(northgate).headline == "Other name added: NGC"
    with change(day=2):
        alias.delete()
    assert newest(northgate).headline == "Other name removed: NGC"
    assert newest(northgate).sentences == []


def test_replaced_phone_is_told_as_a_change(northgate):
    phone = {"organisation": northgate, "coalition": northgate.coalition}
    with change(day=1):
        Phone.objects.create(number="(410) 555-0100", label="shop", **phone)
    with change(day=2):
        Phone.objects.all().delete()
        Phone.objects.create(number="(410) 555-0199", label="shop", **phone)
    entry = newest(northgate)
    assert entry.headline == "Phone changed"
    assert entry.sentences == ["Phone: (410) 555-0199 (shop), before that (410) 555-0100 (shop)"]


def test_sector_is_told_by_its_name(northgate):
    with change(day=1):
        term = TermFactory(coalition=northgate.coalition, name="Food and farming")
        ClassificationFactory(organisation=northgate, term=term)
    assert newest(northgate).headline == "Sector added: Food and farming"


def test_handover_names_who_came_and_who_left(northgate):
    with change(day=1):
        ContactFactory(organisation=northgate, name="Dev Patel")
    assert newest(northgate).headline == "Dev Patel speaks for them now"
    with change(day=2):
        Contact.objects.update(left_on=date(2026, 5, 2))
        ContactFactory(organisation=northgate, name="Marisol Ortega")
    assert newest(northgate).headline == "Marisol Ortega speaks for them now; Dev Patel left"


def test_representation_names_the_person(northgate, ruth):
    with change(day=1):
        RepresentationFactory(organisation=northgate, membership__person=ruth)
    assert newest(northgate).headline == "Ruth Adeyemi may sign in for them"


def test_row_written_twice_in_a_change_is_told_once(northgate):
    with change(day=1):
        update(northgate, website="wrong.example")
        update(northgate, website="right.example")
    assert newest(northgate).sentences == ["Website: right.example"]


def test_change_of_another_organisation_is_not_told(northgate):
    with change(day=1):
        OrganisationFactory(coalition=northgate.coalition)
    assert [entry.headline for entry in timeline(northgate, may_see_contacts=True).entries] == [
        "Joined the list"
    ]
