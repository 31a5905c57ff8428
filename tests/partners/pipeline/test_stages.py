"""From stage to stage: what each makes of an organisation, and that kind and stage never disagree."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from common.history.tracking import recording
from common.refusal import Refusal
from partners import operations
from partners.models import Organisation, PipelineStep, Stage
from partners.models.pipeline.steps import CAUSES, KINDS, MOVES
from partners.operations import versions
from partners.reports.pipeline.stages import stage_of, staged, with_since
from tests.factories import NOW, OrganisationFactory, PipelineStepFactory
from tests.partners.pipeline.way import ago, moved, one, prospect, stands, today

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "stage"),
    [
        ({"kind": "partner"}, "member"),
        ({"kind": "prospect"}, "prospect"),
        ({"kind": "stakeholder"}, ""),
        ({"kind": "partner", "retired": True}, "alumni"),
        ({"kind": "prospect", "retired": True}, ""),
        ({"kind": "stakeholder", "retired": True}, ""),
    ],
)
def test_stage_without_a_step_is_the_one_of_the_kind(fields, stage):
    assert stage_of(OrganisationFactory(**fields).pk) == stage


def at_stage(client, stage: str) -> Organisation:
    """The shortest way there from a new prospect."""
    organisation = prospect(client)
    for step in {"paused": ["member", "paused"], "alumni": ["member", "alumni"]}.get(
        stage, [stage]
    ):
        if step != "prospect":
            moved(client, organisation, step, **why(step))
    return organisation


def why(stage: str) -> dict[str, str]:
    causes = CAUSES.get(stage)
    return {"cause": causes[0].value} if causes else {"reason": "They said so"}


@pytest.mark.parametrize("here", [stage.value for stage in Stage])
@pytest.mark.parametrize("there", [stage.value for stage in Stage])
def test_every_move_is_made_or_refused_as_the_ways_say(coordinator, here, there):
    organisation = at_stage(coordinator, here)
    before = stands(organisation)
    if Stage(there) in MOVES[here]:
        moved(coordinator, organisation, there, **why(there))
        assert stands(organisation) == (there, KINDS[Stage(there)], there in CAUSES)
    else:
        with pytest.raises(Refusal):
            moved(coordinator, organisation, there, **why(there))
        assert stands(organisation) == before


def test_member_is_a_partner_since_that_day_in_one_change_and_one_undo(coordinator):
    organisation = prospect(coordinator, since_on=ago(400))
    moved(coordinator, organisation, "invited", on=ago(9))
    step = moved(coordinator, organisation, "member", on=ago(2))
    organisation.refresh_from_db()
    assert (organisation.kind, organisation.since_on) == ("partner", ago(2))
    event = next(iter(PipelineStep.pgh_event_models.values())).objects.get(pgh_obj_id=step.pk)
    versions.undo(organisation, change_id=event.pgh_context_id, by=coordinator.membership.person)
    organisation.refresh_from_db()
    assert (organisation.kind, organisation.since_on) == ("prospect", ago(400))
    row = with_since(staged(Organisation.objects.filter(pk=organisation.pk))).get()
    assert (row.stage, row.stage_on) == ("invited", ago(9))


def test_two_moved_in_one_change_are_not_undone_for_one_when_the_other_has_moved_on(coordinator):
    acorn, birch = prospect(coordinator, "Acorn"), prospect(coordinator, "Birch")
    person = coordinator.membership.person
    with recording("pipeline.moved", by=person) as change:
        for organisation in (acorn, birch):
            moved(coordinator, organisation, "invited", on=ago(9))
    moved(coordinator, birch, "member", on=ago(2))
    for organisation in (acorn, birch):
        with pytest.raises(Refusal):
            versions.undo(organisation, change_id=change, by=person)
    assert (stage_of(acorn.pk), stage_of(birch.pk)) == ("invited", "member")
    assert PipelineStep.objects.count() == 3


def test_who_leaves_is_retired_with_the_reason_and_kept(coordinator):
    organisation = one(coordinator)
    moved(coordinator, organisation, "alumni", cause="money", reason="The grant ended")
    organisation.refresh_from_db()
    assert organisation.retired_on == today()
    assert organisation.retired_reason == "Money ran out: The grant ended"
    moved(coordinator, organisation, "in_conversation")
    organisation.refresh_from_db()
    assert (organisation.retired_on, organisation.retired_reason) == (None, "")


def test_somebody_else_has_moved_them_meanwhile_refuses(coordinator):
    organisation = prospect(coordinator)
    moved(coordinator, organisation, "invited", seen="prospect")
    with pytest.raises(Refusal, match="Invited"):
        moved(coordinator, organisation, "in_conversation", seen="prospect")


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("declined", {}),
        ("declined", {"cause": "money"}),
        ("invited", {"cause": "no_time"}),
        ("elsewhere", {}),
    ],
)
def test_step_without_its_reason_or_with_a_wrong_one_refuses(coordinator, stage, words):
    organisation = prospect(coordinator)
    with pytest.raises(Refusal):
        moved(coordinator, organisation, stage, **words)
    assert stands(organisation) == ("prospect", "prospect", False)


def test_pause_without_a_reason_refuses(coordinator):
    with pytest.raises(Refusal, match="why they pause"):
        moved(coordinator, one(coordinator), "paused")


def test_step_cannot_be_earlier_than_the_last_or_later_than_today(coordinator):
    organisation = prospect(coordinator)
    moved(coordinator, organisation, "in_conversation", on=ago(5))
    for day in (ago(6), today() + timedelta(days=1)):
        with pytest.raises(Refusal):
            moved(coordinator, organisation, "invited", on=day)
    moved(coordinator, organisation, "invited", on=ago(5))
    assert stage_of(organisation.pk) == "invited"


# ---------------------------------------------------------------- other doors


def test_kind_set_elsewhere_is_the_stage_at_once(coordinator):
    """A form, an import or an undo writes kind and retiring; earlier steps count when they fit again."""
    organisation = prospect(coordinator)
    moved(coordinator, organisation, "invited")
    Organisation.objects.filter(pk=organisation.pk).update(kind="partner")
    assert stage_of(organisation.pk) == "member"
    Organisation.objects.filter(pk=organisation.pk).update(kind="prospect")
    assert stage_of(organisation.pk) == "invited"
    Organisation.objects.filter(pk=organisation.pk).update(kind="stakeholder")
    assert stage_of(organisation.pk) == ""


def test_retired_and_reinstated_by_the_list_is_alumni_and_member(coordinator):
    organisation, person = one(coordinator), coordinator.membership.person
    moved(coordinator, organisation, "paused", reason="A hard year")
    operations.retire(organisation, reason="Moved away", on=today(), by=person)
    assert stage_of(organisation.pk) == "alumni"
    operations.restore(organisation, by=person)
    assert stage_of(organisation.pk) == "paused"


def test_merged_one_brings_its_steps_and_the_survivor_keeps_its_stage(coordinator):
    survivor, other = one(coordinator, "Cedar Lane Clinic"), prospect(coordinator, "Cedar Lane")
    moved(coordinator, survivor, "paused", on=ago(30), reason="A hard year")
    moved(coordinator, other, "declined", on=ago(3), cause="no_fit")
    merge = operations.merge(
        survivor, others=[other], choices={}, by=coordinator.membership.person, at=NOW
    )[0]
    assert stands(survivor) == ("paused", "partner", False)
    assert survivor.pipeline_steps.count() == 2
    operations.unmerge(merge, by=coordinator.membership.person, at=NOW)
    assert stands(survivor) == ("paused", "partner", False)
    assert stands(other) == ("declined", "prospect", True)
    assert [str(step) for step in other.pipeline_steps.all()] == ["Declined"]


def test_stage_of_many_is_one_query(coordinator, django_assert_num_queries):
    for number in range(3):
        moved(coordinator, prospect(coordinator, f"Prospect {number}"), "invited")
    with django_assert_num_queries(1):
        found = staged(Organisation.objects.filter(kind="prospect"))
        assert [row.stage for row in found] == ["invited"] * 3


# ---------------------------------------------------------------- the database


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "gone"},
        {"stage": "alumni", "cause": ""},
        {"stage": "alumni", "cause": "no_answer"},
        {"stage": "declined", "cause": "money"},
        {"stage": "member", "cause": "money"},
    ],
)
def test_step_that_makes_no_sense_is_refused_by_the_database(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        PipelineStepFactory(**wrong)


def test_causes_of_the_database_are_those_of_the_forms():
    for stage, causes in CAUSES.items():
        for cause in causes:
            PipelineStepFactory(stage=stage, cause=cause)
