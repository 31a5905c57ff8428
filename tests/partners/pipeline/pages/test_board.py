"""Board."""

import re

import pytest

from partners.models import PipelineStep
from tests.factories import PipelinePlanFactory
from tests.forms import carried
from tests.partners.listing.test_grouping import undo_on
from tests.partners.pipeline.pages.reading import make_ready
from tests.partners.pipeline.way import ago, at, moved, one, press, prospect, stands, text

pytestmark = pytest.mark.django_db


def why_on(answer) -> str | None:
    """Where the message of the page leads that offers to say why."""
    found = re.search(r'href="([^"]*)">Say why</a>', answer.content.decode())
    return found and found[1]


def board_column(answer, stage: str) -> list[str]:
    column = next(each for each in answer.context["board"].columns if each.stage == stage)
    return [row.name for row in column.rows]


def test_board_has_each_in_its_column_whoever_is_invited_first_on_top(coordinator):
    late = prospect(coordinator, "Zion Church")
    PipelinePlanFactory(organisation=late, invite_by=ago(3))
    prospect(coordinator, "Cedar Lane")
    moved(coordinator, prospect(coordinator, "Oak School"), "invited")
    one(coordinator, "Elm Clinic")
    moved(coordinator, one(coordinator, "Fir Bank"), "alumni", cause="closed")
    answer = coordinator.get(at(coordinator, "pipeline"))
    assert board_column(answer, "prospect") == ["Zion Church", "Cedar Lane"]
    assert board_column(answer, "invited") == ["Oak School"]
    assert board_column(answer, "member") == ["Elm Clinic"]
    assert [(each.stage, each.count) for each in answer.context["board"].gone] == [
        ("alumni", 1),
        ("declined", 0),
    ]


def test_full_column_is_cut_and_leads_to_the_table(coordinator):
    for number in range(27):
        prospect(coordinator, f"Prospect {number:02}")
    answer = coordinator.get(at(coordinator, "pipeline"))
    column = answer.context["board"].columns[0]
    assert (len(column.rows), column.count) == (25, 27)
    assert "Show all 27 as a table" in text(answer)
    table = coordinator.get(at(coordinator, "pipeline_table") + "?stage=prospect")
    assert len(table.context["listed"].rows) == 27


def test_press_moves_with_the_reason_that_was_typed_and_can_be_undone(coordinator):
    organisation = prospect(coordinator)
    answer = press(
        coordinator, organisation, "member", **{f"reason-{organisation.pk}": "They called us"}
    )
    assert stands(organisation) == ("member", "partner", False)
    assert PipelineStep.objects.get().reason == "They called us"
    assert board_column(answer, "member") == ["Cedar Lane"]
    answer = coordinator.post(undo_on(answer), follow=True)
    assert stands(organisation) == ("prospect", "prospect", False)
    assert board_column(answer, "prospect") == ["Cedar Lane"]
    assert not PipelineStep.objects.exists()


def test_press_without_a_reason_offers_to_say_it_and_the_way_tells_that_there_is_none(coordinator):
    organisation = prospect(coordinator)
    answer = press(coordinator, organisation, "in_conversation")
    step = PipelineStep.objects.get()
    asking = at(coordinator, "pipeline_step_edit", organisation.pk, step.pk)
    assert asking == why_on(answer)
    way = at(coordinator, "pipeline_of", organisation.pk)
    assert "no reason given" in text(coordinator.get(way))
    sent = {"opened": carried(coordinator.get(asking), "opened"), "on": step.on}
    told = coordinator.post(asking, {**sent, "reason": "They wrote to us"}, follow=True)
    assert "They wrote to us" in text(told)
    assert "no reason given" not in text(told)


def test_press_with_a_reason_asks_for_none(coordinator):
    organisation = prospect(coordinator)
    told = {f"reason-{organisation.pk}": "They called us"}
    assert why_on(press(coordinator, organisation, "member", **told)) is None


def test_press_on_a_stale_board_tells_where_they_stand(coordinator):
    organisation = prospect(coordinator)
    moved(coordinator, organisation, "invited")
    answer = press(coordinator, organisation, "in_conversation")
    assert "they stand under “Invited” now" in text(answer)
    assert stands(organisation)[0] == "invited"


def test_move_that_needs_a_reason_is_a_link_to_its_form(coordinator):
    organisation = one(coordinator)
    answer = coordinator.get(at(coordinator, "pipeline"))
    assert f'href="{at(coordinator, "pipeline_step", organisation.pk, "paused")}"' in (
        answer.content.decode()
    )


def test_table_filters_by_stage_person_readiness_day_and_words(coordinator):
    person = coordinator.membership.person
    mine = prospect(coordinator, "Cedar Lane")
    PipelinePlanFactory(organisation=mine, inviter=person, invite_by=ago(1))
    moved(coordinator, prospect(coordinator, "Oak School"), "invited")
    ready = prospect(coordinator, "Elm Bank")
    make_ready(coordinator, ready)

    def shown(query: str) -> list[str]:
        answer = coordinator.get(at(coordinator, "pipeline_table") + f"?{query}")
        return [row.name for row in answer.context["listed"].rows]

    assert shown("stage=invited") == ["Oak School"]
    assert shown(f"who={person.pk}") == ["Cedar Lane", "Door Opener"]
    assert shown("hint=ready") == ["Elm Bank"]
    assert shown("hint=not_yet") == ["Cedar Lane"]
    assert shown("due=late") == ["Cedar Lane"]
    assert shown("due=unplanned") == ["Elm Bank"]
    assert shown("q=oak") == ["Oak School"]
    assert shown("stage=declined") == []
