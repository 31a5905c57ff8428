"""The lead of a body is shared as the rule asks, or everybody can read why not."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from governance.models import Body, LeadershipOverride, LeadershipRule, RoleAssignment
from governance.models.power.leadership import sectors_leading
from governance.operations.leadership import keeping_power_shared
from governance.operations.power import check_co_leads
from tests.factories import CoalitionFactory, PersonFactory
from tests.forms import carried
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.power.factories import (
    LeadershipOverrideFactory,
    LeadershipRuleFactory,
    day,
    leading,
    partner,
    seated,
)

pytestmark = pytest.mark.django_db


def group(coalition=None, *, asked=2, **fields) -> Body:
    """A working group of a coalition whose rule asks for so many sectors."""
    coalition = coalition or CoalitionFactory()
    LeadershipRuleFactory(coalition=coalition, sectors=asked)
    return BodyFactory(coalition=coalition, **fields)


def found(body) -> int:
    return Body.objects.annotate(n=sectors_leading(day())).get(pk=body.pk).n


@pytest.mark.parametrize(
    ("leads", "number"),
    [
        ([], 0),
        ([[]], 0),
        ([["A"]], 1),
        ([["A"], ["A"]], 1),
        ([["A"], ["B"]], 2),
        ([["A", "B", "C"]], 1),
        ([["A"], ["A"], ["A", "B", "C"]], 2),
        ([["A", "B"], ["A", "B"], ["A", "B"]], 2),
        ([["A", "B"], ["A"], ["B", "C"]], 3),
    ],
)
def test_each_leading_organisation_counts_for_one_sector(leads, number):
    body = BodyFactory()
    for sectors in leads:
        leading(body, *sectors)
    assert found(body) == number


def test_only_who_leads_today_counts():
    body = BodyFactory()
    leading(body, "A", ends_on=day(-1))
    leading(body, "B", starts_on=day(1))
    leading(body, "C", ends_on=day())
    seat = SeatFactory(body=body, rank="member")
    seated(seat, partner(body.coalition, "D"))
    assert found(body) == 1


def test_two_seats_of_one_organisation_count_once():
    body = BodyFactory()
    both = partner(body.coalition, "A", "B")
    leading(body, organisation=both)
    leading(body, organisation=both)
    assert found(body) == 1


def test_check_refuses_without_a_reason_and_keeps_the_reason():
    body = group()
    leading(body, "A")
    by = PersonFactory()
    with pytest.raises(Refusal, match="2 different sectors asked for, 1 found"):
        check_co_leads(body, on=day(), by=by)
    override = check_co_leads(body, on=day(), by=by, reason="Until the summer")
    assert (override.reason, override.sectors_asked, override.sectors_found) == (
        "Until the summer",
        2,
        1,
    )
    assert check_co_leads(body, on=day(), by=by) == override


def test_check_asks_again_when_it_gets_worse_than_was_allowed():
    body = group(asked=3)
    first = leading(body, "A")
    leading(body, "B")
    by = PersonFactory()
    check_co_leads(body, on=day(), by=by, reason="Two of three")
    RoleAssignment.objects.filter(pk=first.pk).update(ends_on=day(-1))
    with pytest.raises(Refusal):
        check_co_leads(body, on=day(), by=by)


def test_reason_is_taken_off_when_the_rule_is_kept_again():
    body = group()
    leading(body, "A")
    by = PersonFactory()
    check_co_leads(body, on=day(), by=by, reason="Until the summer")
    leading(body, "B")
    assert check_co_leads(body, on=day(), by=by) is None
    assert LeadershipOverride.objects.get().healed_on == day()


def test_seating_that_brings_a_body_nearer_needs_no_reason():
    body = group(asked=3)
    with keeping_power_shared(body, on=day(), by=PersonFactory()):
        leading(body, "A")
    with keeping_power_shared(body, on=day(), by=PersonFactory()):
        leading(body, "B")
    assert found(body) == 2


def test_seating_of_the_same_sector_is_refused_and_nothing_is_written():
    body = group()
    leading(body, "A")
    with (
        pytest.raises(Refusal),
        keeping_power_shared(body, on=day(), by=PersonFactory()),
    ):
        leading(body, "A")
    assert RoleAssignment.objects.count() == 1


def test_change_that_does_not_touch_the_lead_needs_no_reason():
    body = group()
    leading(body, "A")
    with keeping_power_shared(body, on=day(), by=PersonFactory()):
        seated(SeatFactory(body=body, rank="member"), partner(body.coalition, "A"))
    assert not LeadershipOverride.objects.exists()


def test_ending_a_co_lead_needs_a_reason():
    body = group()
    leading(body, "A")
    last = leading(body, "B")
    with (
        pytest.raises(Refusal),
        keeping_power_shared(body, on=day(), by=PersonFactory()),
    ):
        RoleAssignment.objects.filter(pk=last.pk).update(ends_on=day(-1))
    with keeping_power_shared(body, on=day(), by=PersonFactory(), reason="She is ill"):
        RoleAssignment.objects.filter(pk=last.pk).update(ends_on=day(-1))
    assert LeadershipOverride.objects.get().reason == "She is ill"


def test_new_body_whose_lead_breaks_the_rule_needs_a_reason():
    body = group()
    with (
        pytest.raises(Refusal),
        keeping_power_shared(body, on=day(), by=PersonFactory(), is_new=True),
    ):
        leading(body, "A")


def test_new_body_may_be_opened_before_anybody_is_seated():
    body = group()
    with keeping_power_shared(body, on=day(), by=PersonFactory(), is_new=True):
        SeatFactory(body=body, rank="co_lead")
    assert not LeadershipOverride.objects.exists()


def test_own_rule_of_a_body_holds_before_the_coalitions():
    body = group()
    LeadershipRuleFactory(coalition=body.coalition, body=body, sectors=0, body_kinds=[])
    leading(body, "A")
    assert check_co_leads(body, on=day(), by=PersonFactory()) is None


def test_rule_holds_only_for_the_kinds_of_bodies_it_names():
    body = group(kind="advisory")
    assert check_co_leads(body, on=day(), by=PersonFactory()) is None


# ---------------------------------------------------------------- pages


def at(client, name, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def saved(client, name, *args, **told):
    address = at(client, name, *args)
    mark = carried(client.get(address), "opened")
    return client.post(address, {"opened": mark, **told}, follow=True)


def test_rule_that_a_body_breaks_is_saved_only_with_a_reason(coordinator):
    body = BodyFactory(coalition=coordinator.membership.coalition, name="Clinics group")
    leading(body, "Health care")
    told = {"sectors": 2, "body_kinds": ["working_group"], "because": "Nobody leads alone"}
    refused = saved(coordinator, "leadership_rule", **told)
    assert refused.status_code == 422
    assert "Clinics group" in refused.content.decode()
    assert not LeadershipRule.objects.exists()
    saved(coordinator, "leadership_rule", **told, reason="We are looking for a pharmacy")
    assert LeadershipRule.objects.get().sectors == 2
    assert LeadershipOverride.objects.get().body == body


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER, Role.STEERING])
def test_every_member_reads_the_reason(member, role):
    client = member(role)
    body = group(client.membership.coalition)
    LeadershipOverrideFactory(body=body, reason="Everybody else is on leave")
    leading(body, "A")
    for page in ("leadership", "body_leadership"):
        args = [body.pk] if page == "body_leadership" else []
        assert "Everybody else is on leave" in client.get(at(client, page, *args)).content.decode()


def test_reason_of_a_body_that_one_may_not_read_of_is_hidden(member):
    client = member(Role.VIEWER)
    body = group(client.membership.coalition, publication="body")
    LeadershipOverrideFactory(body=body, reason="Hidden words")
    assert "Hidden words" not in client.get(at(client, "leadership")).content.decode()
    assert client.get(at(client, "body_leadership", body.pk)).status_code == 404


def test_reason_is_given_and_undone(coordinator):
    body = group(coordinator.membership.coalition)
    leading(body, "A")
    told = {"reason": "No one else yet", "mend_by": day(60).isoformat()}
    page = saved(coordinator, "body_leadership_allow", body.pk, **told)
    assert "No one else yet" in page.content.decode()
    undo = page.content.decode().split('/undo/"')[0].rsplit('action="', 1)[1] + "/undo/"
    coordinator.post(undo)
    assert not LeadershipOverride.objects.exists()


def test_reason_for_a_body_that_keeps_the_rule_is_refused(coordinator):
    body = group(coordinator.membership.coalition, asked=1)
    leading(body, "A")
    told = {"reason": "Why not", "mend_by": day(60).isoformat()}
    assert saved(coordinator, "body_leadership_allow", body.pk, **told).status_code == 422
    assert not LeadershipOverride.objects.exists()


@pytest.mark.parametrize("number", [1, 4])
def test_leads_take_the_same_queries(coordinator, number, django_assert_num_queries):
    LeadershipRuleFactory(coalition=coordinator.membership.coalition)
    for _n in range(number):
        body = BodyFactory(coalition=coordinator.membership.coalition)
        leading(body, "A")
        LeadershipOverrideFactory(body=body)
    url = at(coordinator, "leadership")
    coordinator.get(url)
    with django_assert_num_queries(8):
        coordinator.get(url)
