"""Who has nobody to call is known to an index; the database keeps it, whoever writes."""

from datetime import timedelta

import pytest
from django.urls import reverse

from partners.models import Contact, Organisation, SearchEntry
from partners.models.search.entries import refresh, refresh_later
from tests.factories import NOW, TODAY, ContactFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def grocers(coordinator) -> Organisation:
    return OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Grocers", since_on=TODAY
    )


def told(organisation: Organisation) -> tuple[bool, bool]:
    """Whether somebody is there, and whether somebody is needed."""
    entry = SearchEntry.objects.get(organisation=organisation)
    return entry.has_people, entry.needs_people


def test_partner_needs_people_until_somebody_is_there(grocers):
    assert told(grocers) == (False, True)
    ContactFactory(organisation=grocers)
    assert told(grocers) == (True, False)


def test_person_who_leaves_or_is_taken_away_is_not_there(grocers):
    first, second = (ContactFactory(organisation=grocers) for _number in range(2))
    Contact.objects.filter(pk=first.pk).update(left_on=TODAY)
    assert told(grocers) == (True, False)
    second.delete()
    assert told(grocers) == (False, True)
    Contact.objects.filter(pk=first.pk).update(left_on=None)
    assert told(grocers) == (True, False)


@pytest.mark.parametrize(
    "written",
    [
        {"kind": Organisation.Kind.PROSPECT},
        {"retired_on": TODAY, "retired_reason": "Closed down"},
    ],
)
def test_who_is_no_partner_of_today_needs_nobody(grocers, written):
    Organisation.objects.filter(pk=grocers.pk).update(**written)
    assert told(grocers) == (False, False)


def test_bulk_load_is_told_at_its_end(grocers):
    refresh_later()
    ContactFactory(organisation=grocers)
    assert told(grocers) == (False, True)
    refresh([grocers.pk])
    assert told(grocers) == (True, False)


def test_filter_finds_those_without_people(coordinator, grocers):
    ContactFactory(organisation=OrganisationFactory(coalition=grocers.coalition))
    OrganisationFactory()  # of another coalition
    page = coordinator.get(reverse("partners:list", args=[coordinator.slug]) + "?people=none")
    assert [row.name for row in page.context["listing"].rows] == ["Grocers"]


# ---------------------------------------------------------------- the home page


def home(client):
    return client.get(reverse("dashboard:home", args=[client.slug]))


def test_home_tells_who_has_nobody_the_longest_here_first(coordinator, grocers):
    for number in range(6):
        OrganisationFactory(
            coalition=grocers.coalition,
            name=f"Clinic {number}",
            since_on=TODAY - timedelta(days=number + 1),
            owner=coordinator.membership.person,
        )
    page = home(coordinator)
    people, keeper, _no_charter_yet = page.context["today"].groups
    assert [errand.title for errand in people.errands] == [
        f"Clinic {number}" for number in (5, 4, 3, 2, 1)
    ]
    assert people.more.least == 2
    assert "All 7" in page.content.decode()
    assert [errand.title for errand in keeper.errands] == ["Grocers"]
    assert page.context["today"].number.least == 9


def test_home_tells_the_newest_partners_and_how_many_there_are(coordinator, grocers):
    OrganisationFactory(
        coalition=grocers.coalition, name="Older", created_at=NOW - timedelta(days=900)
    )
    OrganisationFactory(coalition=grocers.coalition, retired=True)
    today = home(coordinator).context["today"]
    assert [partner.name for partner in today.newest] == ["Grocers", "Older"]
    assert today.partners.least == 2


def test_home_takes_the_same_queries_for_1_and_20_partners(
    coordinator, grocers, django_assert_num_queries
):
    for number in (0, 19):
        OrganisationFactory.create_batch(number, coalition=grocers.coalition)
        with django_assert_num_queries(12):
            home(coordinator)
