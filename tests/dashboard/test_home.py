"""The home page: what waits, with its reason and the button that settles it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from common.database.counting import Number
from dashboard.reports.errands import Errand, Group
from dashboard.reports.today import Today
from tests.factories import (
    ContactFactory,
    ImportRunFactory,
    InvitationFactory,
    LikelyPairFactory,
    OrganisationFactory,
    TouchpointFactory,
)


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
    assert "All 5" in page


def unfinished(coalition):
    return ImportRunFactory(coalition=coalition, state="mapping")


def ran_out(coalition):
    return InvitationFactory(coalition=coalition, expires_at=timezone.now() - timedelta(days=1))


def to_forget(coalition):
    asked = timezone.localdate()
    return ContactFactory(organisation__coalition=coalition, erasure_asked_on=asked)


@pytest.mark.parametrize(
    ("make", "title"),
    [
        (unfinished, "Finish bringing in"),
        (ran_out, "Invitations that ran out"),
        (to_forget, "Asked to be forgotten"),
    ],
)
def test_what_is_not_shown_is_counted_all_the_same(administrator, make, title):
    coalition = administrator.membership.coalition
    for _number in range(7):
        make(coalition)
    answer = administrator.get(reverse("dashboard:home", args=[administrator.slug]))
    (group,) = [each for each in answer.context["today"].groups if each.title == title]
    assert (len(group.errands), group.number) == (5, Number(7))


def test_more_than_one_reads_at_once_is_folded_by_kind_with_what_presses_first():
    errand = Errand(margin="", title="Clinic", url="/", reason="", verb="Look", verb_url="/")
    calm = [Group(title=f"Kind {number}", errands=[errand] * 4) for number in range(3)]
    today = Today(on=date(2026, 3, 1), groups=calm, listed=Number(1), partners=Number(1), newest=[])
    assert [group.title for group in today.first] == ["Kind 0", "Kind 1"]
    assert [group.title for group in today.later] == ["Kind 2"]
    assert today.number == Number(12)


def test_what_presses_stands_before_what_does_not(coordinator):
    coalition = coordinator.membership.coalition
    pair(coalition, 1)
    TouchpointFactory(
        organisation__coalition=coalition,
        follow_up_on=timezone.localdate() - timedelta(days=9),
        follow_up_by=coordinator.membership.person,
    )
    page = coordinator.get(reverse("dashboard:home", args=[coordinator.slug]))
    kinds = [group.is_pressing for group in page.context["today"].groups]
    assert kinds == sorted(kinds, reverse=True)
    assert True in kinds
    assert False in kinds


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


def test_heading_counts_who_takes_part_and_the_list_all_that_stand_on_it(member):
    viewer = member(Role.VIEWER)
    for kind in ("partner", "partner", "prospect", "stakeholder"):
        OrganisationFactory(coalition=viewer.membership.coalition, kind=kind)
    page = home(viewer)
    assert "2 partners work on this" in page
    assert "All 4" in page
