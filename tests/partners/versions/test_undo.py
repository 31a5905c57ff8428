"""Undo."""

import pytest
from django.urls import reverse

from common.templatetags.look import undo_address
from partners.models import Alias, Contact, ImportRun, Organisation
from tests.factories import AliasFactory, ContactFactory, OrganisationFactory, RepresentationFactory
from tests.partners.changes import change, on_day
from tests.partners.versions.changing import address, last_message, post, refused, rows, update

pytestmark = pytest.mark.django_db


def test_undo_takes_one_change_back(coordinator, northgate):
    with change(day=1):
        update(northgate, kind="prospect")
    before = rows()
    with change(day=2) as made:
        update(northgate, website="wrong.example")
        AliasFactory(organisation=northgate)
    answer = post(coordinator, "undo", northgate, made)
    assert (answer.status_code, answer["Location"]) == (302, northgate.get_absolute_url())
    assert rows() == before


def test_undo_can_be_undone_from_its_message(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="right.example")
    after = rows()
    message = last_message(post(coordinator, "undo", northgate, made))
    coordinator.post(undo_address(message))
    assert rows() == after


def test_undo_keeps_a_later_change_of_something_else(coordinator, northgate):
    with change(day=1) as made:
        alias = AliasFactory(organisation=northgate)
    with change(day=2):
        update(northgate, website="northgate.example")
    post(coordinator, "undo", northgate, made)
    assert not Alias.objects.filter(pk=alias.pk).exists()
    assert Organisation.objects.get(pk=northgate.pk).website == "northgate.example"


def test_undo_is_refused_after_a_later_change_of_the_same_row(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="one.example")
    with change(day=2):
        update(northgate, kind="prospect")
        ContactFactory(organisation=northgate)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This was changed again since, so it cannot be undone any more: Kind."


def test_undo_twice_is_refused(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="one.example")
    post(coordinator, "undo", northgate, made)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This was changed again since, so it cannot be undone any more: Website."


def test_undo_of_an_organisation_just_added_removes_it(coordinator, northgate):
    with change("organisation.added", day=1) as made:
        contact = ContactFactory(organisation__coalition=northgate.coalition)
    answer = post(coordinator, "undo", contact.organisation, made)
    assert answer["Location"] == reverse("partners:list", args=[coordinator.slug])
    assert list(Organisation.objects.all()) == [northgate]
    assert not Contact.objects.exists()


def test_undo_of_an_organisation_that_has_grown_since_is_refused(coordinator, northgate):
    with change("organisation.added", day=1) as made:
        other = OrganisationFactory(coalition=northgate.coalition)
    with change(day=2):
        ContactFactory(organisation=other, name="Dev Patel")
    sentence = refused(coordinator, "undo", other, made)
    assert sentence == "This was changed again since, so it cannot be undone any more: Person."


def test_undo_of_an_import_points_to_its_own_undo(coordinator, northgate):
    with change("partners.imported", day=1) as made:
        AliasFactory(organisation=northgate)
    ImportRun.objects.create(coalition=northgate.coalition, file_name="a.csv", change_id=made)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This came with an import. Take it back on the page of that import."


def test_undo_of_a_change_that_touched_others_is_refused(coordinator, northgate):
    with change(day=1) as made:
        AliasFactory(organisation=northgate)
        AliasFactory(organisation__coalition=northgate.coalition)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This changed others too, in one go, so it is not undone for them alone."


def test_undo_of_who_may_sign_in_is_refused(coordinator, northgate):
    with change(day=1) as made:
        RepresentationFactory(organisation=northgate)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == (
        "Who may sign in for them is not undone here. Change it under their people."
    )


def test_undo_of_a_change_elsewhere_is_refused(coordinator, northgate):
    with change(day=1) as elsewhere:
        OrganisationFactory(coalition=northgate.coalition)
    sentence = refused(coordinator, "undo", northgate, elsewhere)
    assert sentence == "There is no such change in their history."


def test_retiring_is_undone_from_its_message(coordinator, northgate):
    before = rows()
    url = reverse("partners:retire", args=[coordinator.slug, northgate.pk])
    answer = coordinator.post(url, {"on": "2026-05-01", "reason": "Closed down"})
    assert Organisation.objects.get(pk=northgate.pk).is_retired
    coordinator.post(undo_address(last_message(answer)))
    assert rows() == before


def test_ways_back_answer_only_to_a_press(coordinator, northgate, renamed):
    for name in ("put_back", "undo"):
        assert coordinator.get(address(name, northgate, renamed)).status_code == 405


def test_version_is_dated_by_its_change(coordinator, northgate, renamed):
    page = coordinator.get(address("version", northgate, renamed))
    assert page.context["version"].entry.moment == on_day(1)
