"""Put back."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from common.templatetags.look import undo_address
from partners.models import Classification, Contact, Representation
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.partners.changes import change
from tests.partners.versions.changing import last_message, post, refused, rows, update

pytestmark = pytest.mark.django_db


def test_put_back_restores_fields_people_and_terms(coordinator, northgate):
    with change(day=1) as made:
        ClassificationFactory(organisation=northgate)
        ContactFactory(organisation=northgate, name="Dev Patel")
    before = rows()
    with change(day=2):
        update(northgate, name="Renamed", website="renamed.example")
        Classification.objects.all().delete()
        Contact.objects.all().delete()
        AliasFactory(organisation=northgate)
    answer = post(coordinator, "put_back", northgate, made)
    assert (answer.status_code, answer["Location"]) == (302, northgate.get_absolute_url())
    assert rows() == before


def test_put_back_to_before_a_change_takes_that_change_and_later_ones_back(coordinator, northgate):
    before = rows()
    with change(day=1) as made:
        update(northgate, website="one.example")
    with change(day=2):
        AliasFactory(organisation=northgate)
    post(coordinator, "put_back", northgate, made, to="before")
    assert rows() == before


def test_put_back_can_be_undone_from_its_message(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="one.example")
    with change(day=2):
        update(northgate, website="two.example")
        ContactFactory(organisation=northgate)
    before = rows()
    message = last_message(post(coordinator, "put_back", northgate, made))
    assert str(message) == "Northgate: put back to the earlier version."
    assert rows() != before
    assert coordinator.post(undo_address(message)).status_code == 302
    assert rows() == before


def test_put_back_is_told_in_the_history(coordinator, northgate, renamed):
    post(coordinator, "put_back", northgate, renamed)
    url = reverse("partners:history", args=[coordinator.slug, northgate.pk])
    newest = coordinator.get(url).context["timeline"].entries[0]
    who = coordinator.membership.person.full_name
    assert newest.headline == f"{who} put them back to an earlier version"


def test_put_back_leaves_who_may_sign_in(coordinator, northgate, renamed):
    with change(day=3):
        RepresentationFactory(organisation=northgate)
    post(coordinator, "put_back", northgate, renamed)
    assert Representation.objects.count() == 1


def test_put_back_leaves_other_organisations_alone(coordinator, northgate, renamed):
    other = AliasFactory(organisation__coalition=northgate.coalition).organisation
    post(coordinator, "put_back", northgate, renamed)
    assert other.aliases.count() == 1


def test_put_back_to_how_they_stand_is_refused(coordinator, northgate, renamed):
    with change(day=3) as made:
        update(northgate, website="northgate.example")
    sentence = refused(coordinator, "put_back", northgate, made)
    assert sentence == "They already stand as they did then."


def test_put_back_to_before_they_joined_is_refused(coordinator, northgate):
    with change("organisation.added", day=1) as made:
        other = OrganisationFactory(coalition=northgate.coalition)
    sentence = refused(coordinator, "put_back", other, made, to="before")
    assert sentence == "Before that they were not on the list. There is nothing to go back to."


def test_put_back_of_a_change_elsewhere_is_refused(coordinator, northgate):
    sentence = refused(coordinator, "put_back", northgate, uuid4())
    assert sentence == "There is no such change in their history."


@pytest.mark.parametrize("fate", ["retired", "deleted"])
def test_put_back_of_a_term_that_is_gone_is_refused(fate, coordinator, northgate):
    with change(day=1) as made:
        term = TermFactory(coalition=northgate.coalition, name="Food and farming")
        ClassificationFactory(organisation=northgate, term=term)
    with change(day=2):
        Classification.objects.all().delete()
    if fate == "deleted":
        term.delete()
    else:
        type(term).objects.update(retired_on=date(2026, 5, 1))
    sentence = refused(coordinator, "put_back", northgate, made)
    assert sentence == ("Food and farming: no longer in your lists. Bring it back there first.")


def test_put_back_of_someone_who_left_the_coalition_is_refused(coordinator, northgate):
    coalition = northgate.coalition
    ended = MembershipFactory(coalition=coalition, ended=True, person__full_name="Dev Patel")
    with change(day=1) as made:
        update(northgate, owner=ended.person)
    with change(day=2):
        update(northgate, owner=None)
    sentence = refused(coordinator, "put_back", northgate, made)
    assert sentence == (
        "Dev Patel, who looked after them then, no longer can. Choose someone else by hand."
    )
