"""Neutral third parties: listed for all, reached by members, and checked for interests."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from governance.models import Mediator, MediatorInterest
from governance.operations.power.mediators import tell_interest
from partners import operations
from tests.factories import NOW, OrganisationFactory, PersonFactory, TieFactory
from tests.forms import carried
from tests.governance.power.factories import MediatorFactory, MediatorInterestFactory

pytestmark = pytest.mark.django_db


def at(client, name, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def text(answer) -> str:
    return answer.content.decode()


def named(client, name):
    return OrganisationFactory(coalition=client.membership.coalition, name=name)


def asked(client, *names):
    told = {f"party{n}": name for n, name in enumerate(names, start=1)}
    page = client.get(at(client, "mediators_check"), told)
    return {one.mediator.name: one for one in page.context["checked"]}


def mediator(client, name, **fields):
    return MediatorFactory(coalition=client.membership.coalition, name=name, **fields)


def test_check_names_what_ties_a_mediator_to_a_party(coordinator):
    clinic, school = named(coordinator, "Clinic"), named(coordinator, "School")
    other = named(coordinator, "Church")
    free = mediator(coordinator, "Free")
    bound = mediator(coordinator, "Bound")
    MediatorInterestFactory(mediator=bound, organisation=clinic, words="Was on their board")
    MediatorInterestFactory(mediator=free, organisation=other)
    mediator(coordinator, "At home", organisation=school)
    found = asked(coordinator, "clinic", "School")
    assert list(found) == ["Free", "At home", "Bound"]
    assert found["Free"].is_neutral
    assert [(bond.organisation, bond.words) for bond in found["Bound"].interests] == [
        (clinic, "Was on their board")
    ]
    assert [bond.organisation for bond in found["At home"].interests] == [school]


def test_check_tells_of_ties_that_are_worth_asking_about(coordinator):
    clinic, school, centre = (named(coordinator, name) for name in ("Clinic", "School", "Centre"))
    TieFactory(first=centre, second=clinic)
    mediator(coordinator, "Tied", organisation=centre)
    found = asked(coordinator, "Clinic", "School")["Tied"]
    assert found.is_neutral
    assert [bond.organisation for bond in found.ties] == [clinic]
    assert school.pk


def test_check_of_an_unknown_name_says_so(coordinator):
    page = coordinator.get(at(coordinator, "mediators_check"), {"party1": "Nobody"})
    assert set(page.context["form"].errors) == {"party1", "party2"}


@pytest.mark.parametrize(
    ("role", "reaches"),
    [(Role.VIEWER, False), (Role.PARTNER, True), (Role.STEERING, True), (Role.COORDINATOR, True)],
)
def test_all_see_who_they_are_and_viewers_no_addresses(member, role, reaches):
    client = member(role)
    one = mediator(client, "Judge Ortiz", good_at="Money", email="ortiz@example.org")
    for address in (at(client, "mediators"), at(client, "mediator", one.pk)):
        page = text(client.get(address))
        assert "Judge Ortiz" in page
        assert ("ortiz@example.org" in page) is reaches


def test_mediator_is_added_once_and_leaves_the_list(coordinator):
    address = at(coordinator, "mediator_add")
    told = {"form_key": carried(coordinator.get(address), "form_key"), "name": "Judge Ortiz"}
    for _press in range(2):
        coordinator.post(address, told)
    one = Mediator.objects.get()
    coordinator.post(at(coordinator, "mediator_retire", one.pk))
    assert Mediator.objects.current().count() == 0
    coordinator.post(at(coordinator, "mediator_restore", one.pk))
    assert Mediator.objects.current().get() == one


def test_mediator_is_edited_with_their_organisation(coordinator):
    one, home = mediator(coordinator, "Judge Ortiz"), named(coordinator, "Law clinic")
    address = at(coordinator, "mediator_edit", one.pk)
    mark = carried(coordinator.get(address), "opened")
    coordinator.post(address, {"opened": mark, "name": "Judge Ortiz", "organisation": "law clinic"})
    one.refresh_from_db()
    assert one.organisation == home


def test_tie_is_told_once_and_removed(coordinator):
    one, clinic = mediator(coordinator, "Judge Ortiz"), named(coordinator, "Clinic")
    address = at(coordinator, "mediator_interest_add", one.pk)
    key = carried(coordinator.get(address), "form_key")
    coordinator.post(address, {"form_key": key, "organisation": "Clinic", "words": "A cousin"})
    made = MediatorInterest.objects.get()
    assert (made.organisation, made.words) == (clinic, "A cousin")
    with pytest.raises(Refusal):
        tell_interest(one, clinic, words="Again", by=PersonFactory())
    coordinator.post(at(coordinator, "mediator_interest_drop", made.pk))
    assert not MediatorInterest.objects.exists()


def test_interest_follows_a_merge(coordinator):
    survivor, other = named(coordinator, "Clinic"), named(coordinator, "Clinik")
    one = mediator(coordinator, "Judge Ortiz", organisation=other)
    MediatorInterestFactory(mediator=one, organisation=other)
    by = coordinator.membership.person
    operations.merge(survivor, others=[other], choices={}, by=by, at=NOW)
    one.refresh_from_db()
    assert one.organisation == survivor
    assert MediatorInterest.objects.get().organisation == survivor


@pytest.mark.parametrize("number", [1, 5])
def test_mediators_take_the_same_queries(coordinator, number, django_assert_num_queries):
    for n in range(number):
        one = mediator(coordinator, f"Mediator {n}", organisation=named(coordinator, f"Org {n}"))
        MediatorInterestFactory(mediator=one)
    url = at(coordinator, "mediators")
    coordinator.get(url)
    with django_assert_num_queries(7):
        coordinator.get(url)
