"""Leaving: what must be re-homed, the goodbye, and one undo for all of it."""

import pytest

from partners.models import Gap, PipelineStep, Touchpoint
from tests.factories import (
    BenefitFactory,
    NeededVoiceFactory,
    PipelinePlanFactory,
    TieFactory,
    TouchpointFactory,
)
from tests.forms import carried
from tests.partners.composition.table import partner
from tests.partners.listing.test_grouping import undo_on
from tests.partners.pipeline.way import ago, at, one, prospect, stands, text, today

pytestmark = pytest.mark.django_db


def test_leaving_lists_what_must_be_rehomed_with_links_and_owners(coordinator):
    person, coalition = coordinator.membership.person, coordinator.membership.coalition
    organisation = one(coordinator, owner=person)
    benefit = BenefitFactory(organisation=organisation, promised_by=person)
    TouchpointFactory(
        organisation=organisation,
        on=ago(9),
        said="Send the flyer",
        follow_up_on=ago(1),
        follow_up_by=person,
    )
    Gap.objects.create(
        coalition=coalition,
        needed=NeededVoiceFactory(coalition=coalition),
        organisation=organisation,
        opened_on=ago(20),
    )
    TieFactory(first=organisation, second=one(coordinator, "Elm Clinic"))
    PipelinePlanFactory(organisation=prospect(coordinator, "Oak School"), through=organisation)
    page = coordinator.get(at(coordinator, "pipeline_leave", organisation.pk))
    groups = {group.kind: group for group in page.context["rest"]}
    assert list(groups) == ["benefits", "follow_ups", "gaps", "doors", "ties"]
    assert groups["benefits"].things[0].words == benefit.words
    assert groups["follow_ups"].things[0].owner == person.full_name
    assert groups["doors"].things[0].words == "Oak School"
    assert groups["ties"].things[0].words.startswith("Elm Clinic")
    html = page.content.decode()
    for name in ("value", "talks_of", "ties"):
        assert f'href="{at(coordinator, name, organisation.pk)}"' in html


def test_only_voice_is_named_when_it_goes(coordinator):
    coalition = coordinator.membership.coalition
    organisation = partner(coalition, "Cedar Lane", population="Renters", area="Riverbend")
    partner(coalition, "Elm Clinic", area="Riverbend")
    page = coordinator.get(at(coordinator, "pipeline_leave", organisation.pk))
    voices = next(group for group in page.context["rest"] if group.kind == "voices")
    assert [thing.words for thing in voices.things] == ["Renters"]


def test_seen_off_they_are_alumni_with_thanks_and_one_undo_brings_all_back(coordinator):
    organisation = one(coordinator)
    BenefitFactory(organisation=organisation)
    address = at(coordinator, "pipeline_leave", organisation.pk)
    sent = {
        "form_key": carried(coordinator.get(address), "form_key"),
        "seen": "member",
        "on": today(),
        "cause": "done",
        "reason": "The clinic is built",
        "thanks": "For ten years of patience",
    }
    answer = coordinator.post(address, sent, follow=True)
    assert stands(organisation) == ("alumni", "partner", True)
    assert Touchpoint.objects.get().kind == "thanks"
    assert "Still to re-home" in text(answer)
    left = coordinator.get(at(coordinator, "pipeline_left"))
    assert [row.name for row in left.context["left"].rows] == ["Cedar Lane"]
    assert [(each.label, each.count) for each in left.context["left"].reasons] == [
        ("What they came for is done", 1)
    ]
    coordinator.post(undo_on(answer))
    assert stands(organisation) == ("member", "partner", False)
    assert not Touchpoint.objects.exists()


def test_leaving_without_a_reason_is_asked_for_it(coordinator):
    organisation = one(coordinator)
    address = at(coordinator, "pipeline_leave", organisation.pk)
    sent = {"form_key": carried(coordinator.get(address), "form_key"), "on": today()}
    assert coordinator.post(address, {**sent, "seen": "member"}).status_code == 422
    assert stands(organisation)[0] == "member"


def test_second_press_logs_no_second_step(coordinator):
    organisation = prospect(coordinator)
    address = at(coordinator, "pipeline_step", organisation.pk, "invited")
    sent = {"form_key": carried(coordinator.get(address), "form_key"), "on": today(), "reason": ""}
    for _press in range(2):
        assert coordinator.post(address, {**sent, "seen": "prospect"}).status_code == 302
    assert PipelineStep.objects.count() == 1
