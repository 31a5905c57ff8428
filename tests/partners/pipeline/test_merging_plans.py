"""Plans and doors when organisations turn out to be one, and are taken apart again."""

import pytest
from django.db import IntegrityError, transaction
from django.utils.formats import date_format

from partners import operations
from partners.models import PipelinePlan
from partners.reports.pipeline.partner import pipeline_in_a_line
from tests.factories import NOW, PipelinePlanFactory
from tests.partners.pipeline.way import ago, moved, one, prospect, today

pytestmark = pytest.mark.django_db


def merged(client, survivor, other):
    by = client.membership.person
    return operations.merge(survivor, others=[other], choices={}, by=by, at=NOW)[0]


def apart(client, merge) -> None:
    operations.unmerge(merge, by=client.membership.person, at=NOW)


def plans() -> set[tuple[int, int, int | None]]:
    return set(PipelinePlan.objects.values_list("pk", "organisation", "through"))


def test_only_plan_follows_the_merged_and_returns(coordinator):
    survivor, other = prospect(coordinator, "Cedar Lane"), prospect(coordinator, "Cedar Ln")
    plan = PipelinePlanFactory(organisation=other)
    merge = merged(coordinator, survivor, other)
    assert plans() == {(plan.pk, survivor.pk, None)}
    apart(coordinator, merge)
    assert plans() == {(plan.pk, other.pk, None)}


def test_of_two_plans_the_survivors_holds_and_the_other_is_kept_for_later(coordinator):
    survivor, other = prospect(coordinator, "Cedar Lane"), prospect(coordinator, "Cedar Ln")
    ours, theirs = (PipelinePlanFactory(organisation=each) for each in (survivor, other))
    before = plans()
    merge = merged(coordinator, survivor, other)
    assert PipelinePlan.objects.get(organisation=survivor) == ours
    apart(coordinator, merge)
    assert plans() == before
    assert theirs.pk in {pk for pk, _organisation, _through in before}


def test_merged_door_is_the_survivor_and_nobody_is_their_own_door(coordinator):
    door, twin = one(coordinator, "Food Bank"), one(coordinator, "Foodbank")
    asked = prospect(coordinator)
    PipelinePlanFactory(organisation=asked, through=twin)
    before = plans()
    first = merged(coordinator, door, twin)
    assert PipelinePlan.objects.get().through_id == door.pk
    second = merged(coordinator, door, asked)
    assert not PipelinePlan.objects.filter(organisation=door, through=door).exists()
    apart(coordinator, second)
    assert PipelinePlan.objects.get().through_id == door.pk
    apart(coordinator, first)
    assert plans() == before


def test_own_door_is_refused_by_the_database(coordinator):
    organisation = prospect(coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        PipelinePlanFactory(organisation=organisation, through=organisation)


@pytest.mark.parametrize(
    ("stage", "fields", "line"),
    [
        ("", {"kind": "stakeholder"}, ""),
        ("", {"kind": "partner"}, ""),
        ("", {"kind": "prospect"}, "Prospect"),
        ("invited", {"kind": "prospect"}, "Invited since "),
    ],
)
def test_one_line_tells_the_stage_in_one_query(
    coordinator, django_assert_num_queries, stage, fields, line
):
    organisation = one(coordinator, **fields)
    if stage:
        moved(coordinator, organisation, stage)
    with django_assert_num_queries(1):
        told = pipeline_in_a_line(organisation, on=today())
    assert told.startswith(line)
    assert bool(told) is bool(line)


def test_line_names_who_invites_by_when(coordinator):
    organisation = prospect(coordinator)
    plan = PipelinePlanFactory(organisation=organisation, invite_by=ago(-3))
    told = pipeline_in_a_line(organisation, on=today())
    since = date_format(today())
    assert told.startswith(f"Prospect since {since}; {plan.inviter} invites them by ")
    told = pipeline_in_a_line(organisation, on=ago(-4))
    assert told.startswith(f"Prospect since {since}; {plan.inviter} was to invite them by ")
