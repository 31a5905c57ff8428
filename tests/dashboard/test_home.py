"""The home page: what waits, with its reason and the button that settles it."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.factories import ContactFactory, LikelyPairFactory, OrganisationFactory


def home(client):
    answer = client.get(reverse("dashboard:home", args=[client.slug]))
    assert answer.status_code == 200
    return answer.text


def pair(coalition, number, **fields):
    names = {"first__name": f"Clinic {number}", "second__name": f"Clinic No. {number}"}
    return LikelyPairFactory(
        first__coalition=coalition, second__coalition=coalition, **names, **fields
    )


def test_pairs_that_look_alike_wait_with_the_page_that_settles_them(coordinator):
    pair(coordinator.membership.coalition, 1)
    page = home(coordinator)
    assert "Clinic 1 and Clinic No. 1" in page
    assert reverse("partners:duplicates", args=[coordinator.slug]) in page


def test_few_pairs_are_shown_the_most_certain_first_and_the_rest_is_counted(coordinator):
    for number in range(1, 6):
        pair(coordinator.membership.coalition, number, score=number / 10)
    page = home(coordinator)
    shown = [number for number in range(1, 6) if f"Clinic {number} and" in page]
    assert shown == [3, 4, 5]
    assert page.index("Clinic 5 and") < page.index("Clinic 4 and")
    assert "2 more" in page


def test_pairs_of_another_coalition_wait_elsewhere(coordinator):
    pair(OrganisationFactory().coalition, 1)
    assert "Clinic 1" not in home(coordinator)


def test_who_may_not_edit_is_asked_for_nothing(member):
    client = member(Role.VIEWER)
    pair(client.membership.coalition, 1)
    assert "Perhaps the same" not in home(client)


@pytest.mark.parametrize("number", [0, 3])
def test_home_takes_the_same_queries_however_much_waits(
    coordinator, django_assert_num_queries, number
):
    coalition = coordinator.membership.coalition
    home(coordinator)
    for each in range(number):
        pair(coalition, each)
        ContactFactory(organisation__coalition=coalition)
    with django_assert_num_queries(12):
        home(coordinator)
