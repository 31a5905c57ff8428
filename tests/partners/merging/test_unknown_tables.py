"""What points at an organisation follows it into a merge and back, also from tables nobody below knows."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import DateRange

from partners import operations
from partners.models import MergeMove, Organisation
from tests.factories import NOW, CoalitionFactory, OrganisationFactory, PersonFactory
from tests.imaginary.models import Attendance, Charter, Pledge, Remark, Seat, Tie, Topic

pytestmark = pytest.mark.django_db
TABLES = (Pledge, Attendance, Remark, Tie, Seat, Charter, Topic, Topic.organisations.through)


@pytest.fixture
def two() -> tuple[Organisation, Organisation]:
    coalition = CoalitionFactory()
    return OrganisationFactory(coalition=coalition), OrganisationFactory(coalition=coalition)


def rows() -> dict[type[models.Model], list]:
    return {table: sorted(table.objects.values_list(), key=str) for table in TABLES}


def merge(survivor: Organisation, *others: Organisation):
    made = operations.merge(survivor, others=others, choices={}, by=PersonFactory(), at=NOW)
    connection.check_constraints()
    return made


def unmerge(merge) -> None:
    operations.unmerge(merge, by=PersonFactory(), at=NOW + timedelta(days=30))
    connection.check_constraints()


def add(table, organisation: Organisation, **values):
    return table.objects.create(
        coalition=organisation.coalition, organisation=organisation, **values
    )


def test_rows_without_a_limit_all_follow_and_return_to_the_last_digit(two):
    survivor, other = two
    moment = NOW + timedelta(microseconds=123457)
    for amount in (Decimal("500"), Decimal("0.123457")):
        add(Pledge, other, amount=amount, told_at=moment)
        add(Pledge, survivor, amount=amount, told_at=moment)
    before = rows()
    (made,) = merge(survivor, other)
    assert Pledge.objects.filter(organisation=survivor).count() == 4
    unmerge(made)
    assert rows() == before


def test_row_that_may_be_told_once_is_set_aside_and_what_hung_on_it_follows_to_its_twin(two):
    survivor, other = two
    kept, twin = (add(Attendance, one, meeting=7) for one in two)
    remark = Remark.objects.create(attendance=twin, text="Brought the budget")
    add(Attendance, other, meeting=8)
    before = rows()
    (made,) = merge(survivor, other)
    assert list(Attendance.objects.values_list("organisation", "meeting").order_by("meeting")) == [
        (survivor.pk, 7),
        (survivor.pk, 8),
    ]
    assert Remark.objects.get(pk=remark.pk).attendance == kept
    unmerge(made)
    assert rows() == before


def test_row_returns_also_when_its_table_has_got_a_column_since(two):
    survivor, other = two
    add(Attendance, survivor, meeting=7)
    add(Attendance, other, meeting=7)
    before = rows()
    (made,) = merge(survivor, other)
    for move in MergeMove.objects.set_aside():
        told = json.loads(move.kept)
        del told["guests"]
        MergeMove.objects.filter(pk=move.pk).update(kept=json.dumps(told))
    unmerge(made)
    assert rows() == before


def test_tie_of_an_organisation_to_itself_stays_behind(two):
    survivor, other = two
    third = OrganisationFactory(coalition=survivor.coalition)
    coalition = survivor.coalition
    inner = Tie.objects.create(coalition=coalition, source=survivor, target=other)
    outer = Tie.objects.create(coalition=coalition, source=third, target=other)
    before = rows()
    (made,) = merge(survivor, other)
    assert Tie.objects.get(pk=inner.pk).target_id == other.pk
    assert Tie.objects.get(pk=outer.pk).target_id == survivor.pk
    unmerge(made)
    assert rows() == before


def test_terms_that_would_overlap_stay_behind_and_others_follow(two):
    survivor, other = two
    add(Seat, survivor, term=DateRange(date(2025, 1, 1), date(2026, 1, 1)))
    clash = add(Seat, other, term=DateRange(date(2025, 6, 1), date(2026, 6, 1)))
    free = add(Seat, other, term=DateRange(date(2027, 1, 1), date(2028, 1, 1)))
    before = rows()
    (made,) = merge(survivor, other)
    assert Seat.objects.get(pk=clash.pk).organisation_id == other.pk
    assert Seat.objects.get(pk=free.pk).organisation_id == survivor.pk
    unmerge(made)
    assert rows() == before


def test_only_one_of_a_kind_is_set_aside_with_everything_it_says(two):
    survivor, other = two
    add(Charter, survivor, words={"we": ["agree", 1.5, None]})
    add(Charter, other, words={"we": {"deeply": "disagree"}})
    before = rows()
    (made,) = merge(survivor, other)
    assert Charter.objects.get().words == {"we": ["agree", 1.5, None]}
    unmerge(made)
    assert rows() == before


def test_hidden_table_of_many_to_many_follows(two):
    survivor, other = two
    shared, own = (Topic.objects.create(coalition=survivor.coalition) for _each in range(2))
    shared.organisations.add(survivor, other)
    own.organisations.add(other)
    before = rows()
    (made,) = merge(survivor, other)
    assert list(own.organisations.all()) == list(shared.organisations.all()) == [survivor]
    unmerge(made)
    assert rows() == before


def test_statements_of_a_merge_do_not_grow_with_its_rows(two, django_assert_num_queries):
    """A thousand rows that follow, a thousand set aside, of twenty organisations: as many as for one."""
    counts = []
    for size in (1, 1000):
        coalition = CoalitionFactory()
        survivor, *others = OrganisationFactory.create_batch(
            2 if size == 1 else 21, coalition=coalition
        )
        for number in range(size):
            home = others[number % len(others)]
            add(Pledge, home, amount=number, told_at=NOW)
            add(Attendance, home, meeting=number)
            add(Attendance, survivor, meeting=number)
        counts.append(statements(lambda here=survivor, rest=others: merge(here, *rest)))
        assert Pledge.objects.filter(organisation=survivor).count() == size
    assert counts[0] == counts[1]
    assert counts[0] <= 40


def statements(act) -> int:
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)
