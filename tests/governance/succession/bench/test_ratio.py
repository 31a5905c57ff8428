"""The ratio, and the holders it counts."""

from datetime import timedelta

import pytest

from governance.reports.succession.bench import bench_for
from governance.reports.succession.summary import succession_summary
from tests.factories import TODAY, CoalitionFactory, ContactFactory
from tests.governance.factories import FunctionFactory
from tests.governance.succession.factories import DeputyFactory, KeyRoleFactory
from tests.governance.succession.site import at, held, person, seat, text, today

pytestmark = pytest.mark.django_db


def bench(client):
    return bench_for(client.membership, on=today())


# ---------------------------------------------------------------- the ratio


def test_ratio_of_no_key_roles_is_not_enough_data(coordinator):
    assert bench(coordinator).ratio is None
    assert "Not enough data" in text(coordinator.get(at(coordinator, "succession")))


@pytest.mark.parametrize(
    ("willing", "ready", "ratio"),
    [
        ("yes", "now", 1.0),
        ("asked", "now", 0.0),
        ("no", "now", 0.0),
        ("yes", "within_a_year", 0.0),
        ("yes", "later", 0.0),
    ],
)
def test_deputy_counts_when_willing_and_ready_now(coordinator, coalition, willing, ready, ratio):
    DeputyFactory(key_role=KeyRoleFactory(seat=seat(coalition)), willing=willing, ready=ready)
    assert bench(coordinator).ratio == ratio


def test_role_with_two_ready_deputies_counts_once(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    DeputyFactory.create_batch(2, key_role=role, on_the_bench=True)
    KeyRoleFactory(seat=seat(coalition, body="Food group"))
    assert bench(coordinator).ratio == 0.5


def test_deputy_who_ended_or_left_counts_no_more(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    DeputyFactory(key_role=role, on_the_bench=True, ended=True)
    left = ContactFactory(organisation__coalition=coalition, left_on=TODAY)
    DeputyFactory(key_role=role, on_the_bench=True, contact=left)
    assert bench(coordinator).ratio == 0.0


@pytest.mark.parametrize("closed", ["seat", "body", "function", "mark"])
def test_role_that_there_is_no_more_is_not_counted(coordinator, coalition, closed):
    chair = seat(coalition)
    if closed == "function":
        function = FunctionFactory(coalition=coalition, retired_on=TODAY)
        KeyRoleFactory(seat=None, function=function)
    else:
        KeyRoleFactory(seat=chair, unmarked_on=TODAY if closed == "mark" else None)
    if closed == "seat":
        chair.closed_on = TODAY
        chair.save()
    if closed == "body":
        chair.body.closed_on, chair.body.closed_because = TODAY, "Done"
        chair.body.save()
    assert bench(coordinator).ratio is None


def test_page_says_how_many_of_how_many_and_names_them(coordinator, coalition):
    covered = KeyRoleFactory(seat=seat(coalition, "Chair"))
    DeputyFactory(key_role=covered, on_the_bench=True)
    KeyRoleFactory(seat=seat(coalition, "Treasurer", body="Money group"))
    page = text(coordinator.get(at(coordinator, "succession")))
    assert "of 2 key roles have a deputy who is willing and ready now: 50 in a hundred" in page
    assert page.index("Nobody could take over today</h2>") < page.index(
        "A deputy is willing and ready</h2>"
    )


def test_summary_counts_what_the_page_shows(coordinator, coalition):
    DeputyFactory(key_role=KeyRoleFactory(seat=seat(coalition)), on_the_bench=True)
    treasurer = seat(coalition, body="Money group")
    KeyRoleFactory(seat=treasurer)
    held(treasurer, person(coalition), ends_on=today() + timedelta(days=80))
    KeyRoleFactory()  # of another coalition
    told = succession_summary(coalition.pk, on=today())
    assert (told.key_roles, told.covered, told.ending, told.ratio) == (2, 1, 1, 0.5)


def test_summary_of_nothing_has_no_ratio():
    assert succession_summary(CoalitionFactory().pk, on=TODAY).ratio is None


def test_summary_takes_one_query(coalition, django_assert_num_queries):
    with django_assert_num_queries(1):
        succession_summary(coalition.pk, on=TODAY)


# ---------------------------------------------------------------- holders


def test_holder_of_today_is_named_and_nobody_else(coordinator, coalition):
    chair = seat(coalition)
    held(chair, person(coalition, "Former Fay", "A"), ends_on=today() - timedelta(days=1))
    held(chair, person(coalition, "Present Pat", "B"), starts_on=today())
    KeyRoleFactory(seat=chair)
    (line,) = bench(coordinator).lines
    assert [str(one.contact) for one in line.holders] == ["Present Pat"]


def test_vacant_key_role_says_so(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    assert "Nobody holds it." in text(coordinator.get(at(coordinator, "key_role", role.pk)))


def test_function_may_be_held_by_several(coordinator, coalition):
    function = FunctionFactory(coalition=coalition)
    for name in ("Ana", "Ben"):
        held(function, person(coalition, name, f"Home of {name}"))
    KeyRoleFactory(seat=None, function=function)
    (line,) = bench(coordinator).lines
    assert {str(one.contact) for one in line.holders} == {"Ana", "Ben"}
