"""What a partner promised for a day that is over waits on the coordinator's home."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.contributions.doors import address, days_ago, fill
from tests.contributions.factories import ContributionFactory
from tests.factories import OrganisationFactory


@pytest.fixture
def organisation(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


def made(organisation, words, **more):
    return ContributionFactory(
        organisation=organisation, words=words, promised_on=days_ago(60), **more
    )


def late_on_home(client):
    page = client.get(reverse("dashboard:home", args=[client.slug]))
    groups = page.context["today"].groups
    return [group for group in groups if group.title == "They promised us"]


def test_late_contribution_waits_on_the_coordinators_home_until_it_is_given(
    coordinator, organisation
):
    row = made(organisation, "A hall", due_on=days_ago(3))
    made(organisation, "Due today", due_on=days_ago(0))
    (group,) = late_on_home(coordinator)
    (errand,) = group.errands
    assert (errand.title, errand.margin, errand.is_pressing) == ("Northgate", "3 days late", True)
    assert errand.reason == "They promised: “A hall”"
    assert errand.url == f"{address('ledger', coordinator, organisation.pk)}#gave-{row.pk}"
    assert errand.verb_url == address("deliver", coordinator, row.pk)
    fill(coordinator, errand.verb_url, on=days_ago(0))
    assert late_on_home(coordinator) == []


def test_late_ones_are_counted_and_open_into_as_many_rows(coordinator, organisation):
    coalition = organisation.coalition
    for days in (9, 7, 5, 4):
        made(OrganisationFactory(coalition=coalition), f"{days} days", due_on=days_ago(days))
    made(OrganisationFactory(coalition=coalition, retired=True), "Left", due_on=days_ago(9))
    (group,) = late_on_home(coordinator)
    assert [errand.margin for errand in group.errands] == [
        "9 days late",
        "7 days late",
        "5 days late",
    ]
    rows = [one.words for one in coordinator.get(group.more_url).context["listed"].page.object_list]
    assert rows == ["9 days", "7 days", "5 days", "4 days"]
    assert group.number.least == len(rows)


def test_steering_committee_is_not_asked_to_chase(organisation, member):
    made(organisation, "A hall", due_on=days_ago(3))
    client = member(Role.STEERING, coalition=organisation.coalition)
    assert late_on_home(client) == []
