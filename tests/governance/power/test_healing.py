"""A reason for a lead that is not shared is taken off by a job once it is shared again."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Coalition
from common.history.event_tables import events_of
from governance.models import LeadershipOverride
from governance.operations.power.leadership import heal_overrides
from tests.factories import NOW, CoalitionFactory
from tests.governance.factories import BodyFactory
from tests.governance.power.factories import (
    LeadershipOverrideFactory,
    LeadershipRuleFactory,
    day,
    leading,
)

pytestmark = pytest.mark.django_db


def group(coalition=None):
    """A working group of a coalition whose rule asks for two sectors."""
    coalition = coalition or CoalitionFactory()
    LeadershipRuleFactory(coalition=coalition, sectors=2)
    return BodyFactory(coalition=coalition)


def test_job_takes_off_reasons_and_changes_nothing_the_second_time():
    kept = group()
    broken = BodyFactory(coalition=kept.coalition)
    for body in (kept, broken):
        LeadershipOverrideFactory(body=body)
    leading(kept, "A")
    leading(kept, "B")
    assert heal_overrides(at=NOW.replace(year=day().year + 1)) == 1
    assert heal_overrides(at=NOW.replace(year=day().year + 1)) == 0
    assert LeadershipOverride.objects.standing().get().body == broken


@pytest.mark.parametrize("number", [1, 3])
def test_job_asks_the_same_questions_for_many_coalitions(number, django_assert_num_queries):
    for zone in ("Pacific/Kiritimati", "America/New_York", "UTC")[:number]:
        body = group(CoalitionFactory(time_zone="UTC" if number == 1 else zone))
        LeadershipOverrideFactory(body=body)
    days = len(Coalition.objects.by_day(Coalition.objects.values("pk"), at=NOW))
    with django_assert_num_queries(4 + days - 1):  # with the two of the transaction
        assert heal_overrides(at=NOW) == 0


def test_job_heals_each_coalition_by_its_own_day_in_a_change_of_its_own():
    evening = datetime(day().year + 1, 5, 1, 23, tzinfo=UTC)
    there = [CoalitionFactory(time_zone=zone) for zone in ("Pacific/Kiritimati", "UTC")]
    for coalition in there:
        for _each in range(2):
            body = BodyFactory(coalition=coalition)
            LeadershipOverrideFactory(body=body)
    with CaptureQueriesContext(connection) as asked:
        assert heal_overrides(at=evening) == 4
    told = LeadershipOverride.objects.values_list("coalition", "healed_on").distinct()
    assert set(told) == {(one.pk, one.day(at=evening)) for one in there}
    events = events_of(LeadershipOverride).filter(pgh_label="update")
    changes = set(events.values_list("pgh_obj__coalition", "pgh_context_id"))
    assert len(changes) == len({change for _coalition, change in changes}) == 2
    writes = [query["sql"] for query in asked if "UPDATE" in query["sql"]]
    assert len(writes) == 2
