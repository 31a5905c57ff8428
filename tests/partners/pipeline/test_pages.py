"""The board, the table and the page of one, as members of each role use them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from partners.models import Gap, Organisation, PipelineStep, Touchpoint
from tests.factories import (
    MembershipFactory,
    NeededVoiceFactory,
    PipelinePlanFactory,
    PipelineStepFactory,
    TieFactory,
    TouchpointFactory,
)
from tests.forms import carried
from tests.partners.pipeline.way import ago, at, moved, one, press, prospect, stands, text, today
from tests.partners.test_grouping import undo_on

pytestmark = pytest.mark.django_db


def board_column(answer, stage: str) -> list[str]:
    column = next(each for each in answer.context["board"].columns if each.stage == stage)
    return [row.name for row in column.rows]


# ---------------------------------------------------------------- board


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


def make_ready(client, organisation: Organisation) -> Organisation:
    """Two talks, one help, and a partner who knows them."""
    for day in (3, 9):
        TouchpointFactory(organisation=organisation, on=ago(day))
    help_offered = {"kind": Touchpoint.Kind.HELP, "direction": "from_us"}
    TouchpointFactory(organisation=organisation, on=ago(5), **help_offered)
    door = one(client, "Door Opener", owner=client.membership.person)
    TieFactory(first=door, second=organisation, level_ours=3)
    return door


# ---------------------------------------------------------------- one


def test_hint_names_what_is_there_and_what_is_missing(coordinator):
    organisation = prospect(coordinator)
    TouchpointFactory(organisation=organisation, on=ago(3), kind="ask", direction="from_us")
    page = text(coordinator.get(at(coordinator, "pipeline_of", organisation.pk)))
    assert "Asked more than given" in page
    assert "Asked: 1, given: 0. Offer something first." in page
    assert "No talk in which both spoke in a year; 2 are wished for." in page
    assert "No active partner of ours is tied to them." in page


def test_door_names_the_closest_first_with_who_looks_after_them(coordinator):
    organisation = prospect(coordinator)
    make_ready(coordinator, organisation)
    far = one(coordinator, "Far Friend")
    TieFactory(first=organisation, second=far, level_ours=1)
    paused = one(coordinator, "Paused Friend")
    moved(coordinator, paused, "paused", reason="A hard year")
    TieFactory(first=organisation, second=paused, level_ours=5)
    other = prospect(coordinator, "Another Prospect")
    TieFactory(first=organisation, second=other, level_ours=5)
    ended = one(coordinator, "Former Friend")
    TieFactory(first=organisation, second=ended, level_ours=5, until_on=ago(1))
    answer = coordinator.get(at(coordinator, "pipeline_of", organisation.pk))
    doors = answer.context["standing"].signs.doors
    assert [door.name for door in doors] == ["Door Opener", "Far Friend"]
    assert doors[0].keeper == coordinator.membership.person.full_name
    assert "Ready to be invited" in text(answer)


def test_numbers_of_the_coalition_decide_what_is_ready(coordinator):
    organisation = prospect(coordinator)
    make_ready(coordinator, organisation)
    page = coordinator.get(at(coordinator, "pipeline_rules"))
    sent = {"talks_needed": 3, "gives_needed": 1, "opened": carried(page, "opened")}
    coordinator.post(at(coordinator, "pipeline_rules"), sent)
    standing = coordinator.get(at(coordinator, "pipeline_of", organisation.pk)).context["standing"]
    assert standing.hint.words == "2 of 3 signs are there"
    assert not standing.hint.is_ready


def test_invitation_before_they_are_ready_is_advised_on_and_taken(coordinator):
    organisation = prospect(coordinator)
    address = at(coordinator, "pipeline_step", organisation.pk, "invited")
    page = coordinator.get(address)
    assert "You decide. What would help first:" in text(page)
    sent = {"form_key": carried(page, "form_key"), "seen": "prospect", "on": today()}
    coordinator.post(address, {**sent, "reason": "By letter"})
    assert stands(organisation)[0] == "invited"


def test_plan_names_who_invites_by_when_and_through_whom(coordinator):
    organisation = prospect(coordinator)
    door = make_ready(coordinator, organisation)
    address = at(coordinator, "pipeline_plan", organisation.pk)
    sent = {
        "opened": carried(coordinator.get(address), "opened"),
        "inviter": coordinator.membership.person_id,
        "invite_by": ago(-9),
        "through": door.pk,
        "note": "Ask for tea",
    }
    answer = coordinator.post(address, sent, follow=True)
    page = text(answer)
    assert f"{coordinator.membership.person} invites them by" in page
    assert "Door Opener" in page
    assert "Ask for tea" in page
    answer = coordinator.post(undo_on(answer), follow=True)
    assert "Nobody named to invite them" in text(answer)


def test_member_fills_the_gap_they_were_asked_for_and_one_undo_opens_it(coordinator):
    organisation = prospect(coordinator)
    coalition = coordinator.membership.coalition
    gap = Gap.objects.create(
        coalition=coalition,
        needed=NeededVoiceFactory(coalition=coalition),
        organisation=organisation,
        state="being_filled",
        opened_on=ago(20),
        owner=coordinator.membership.person,
        ask_by=ago(2),
    )
    page = text(coordinator.get(at(coordinator, "pipeline_of", organisation.pk)))
    assert "was to invite them by" in page
    address = at(coordinator, "pipeline_step", organisation.pk, "member")
    key = carried(coordinator.get(address), "form_key")
    sent = {"form_key": key, "seen": "prospect", "on": today(), "fills": gap.pk}
    answer = coordinator.post(address, sent, follow=True)
    gap.refresh_from_db()
    assert (gap.state, gap.closed_on) == ("filled", today())
    coordinator.post(undo_on(answer))
    gap.refresh_from_db()
    assert (gap.state, gap.closed_on) == ("being_filled", None)
    assert stands(organisation) == ("prospect", "prospect", False)


def test_who_declines_leaves_the_gap_open_for_somebody_else(coordinator):
    organisation = prospect(coordinator)
    coalition = coordinator.membership.coalition
    gap = Gap.objects.create(
        coalition=coalition,
        needed=NeededVoiceFactory(coalition=coalition),
        organisation=organisation,
        state="being_filled",
        opened_on=ago(20),
    )
    moved(coordinator, organisation, "declined", cause="no_time")
    gap.refresh_from_db()
    assert (gap.state, gap.organisation) == ("open", None)


def test_step_is_corrected_and_the_day_of_leaving_with_it(coordinator):
    organisation = one(coordinator)
    step = moved(coordinator, organisation, "alumni", cause="money", on=ago(3))
    address = at(coordinator, "pipeline_step_edit", organisation.pk, step.pk)
    sent = {"opened": carried(coordinator.get(address), "opened"), "on": ago(1)}
    answer = coordinator.post(
        address, {**sent, "cause": "closed", "reason": "The house was sold"}, follow=True
    )
    organisation.refresh_from_db()
    assert organisation.retired_on == ago(1)
    assert organisation.retired_reason.endswith("The house was sold")
    coordinator.post(undo_on(answer))
    organisation.refresh_from_db()
    assert organisation.retired_on == ago(3)


def test_steps_keep_their_order_when_a_day_is_corrected(coordinator):
    organisation = prospect(coordinator)
    moved(coordinator, organisation, "in_conversation", on=ago(9))
    step = moved(coordinator, organisation, "invited", on=ago(5))
    moved(coordinator, organisation, "member", on=ago(2))
    address = at(coordinator, "pipeline_step_edit", organisation.pk, step.pk)
    mark = carried(coordinator.get(address), "opened")
    for day in (ago(10), ago(1)):
        answer = coordinator.post(address, {"opened": mark, "on": day, "reason": ""})
        assert answer.status_code == 422
    assert (
        coordinator.post(address, {"opened": mark, "on": ago(9), "reason": ""}).status_code == 302
    )


def test_way_tells_what_the_list_has_set_too(coordinator):
    organisation = prospect(coordinator)
    coordinator.post(
        at(coordinator, "move", organisation.pk), {"by": "kind", "to": "partner", "address": ""}
    )
    answer = coordinator.get(at(coordinator, "pipeline_of", organisation.pk))
    passed, added = answer.context["standing"].journey
    assert (passed.words, passed.step) == ("Kind set to Partner", None)
    assert (added.words, added.step) == ("Added to the list as a prospect", None)
    assert passed.who == coordinator.membership.person.full_name


def test_timeline_tells_each_step_in_words(coordinator):
    organisation = prospect(coordinator)
    moved(coordinator, organisation, "invited", reason="At the fair")
    moved(coordinator, organisation, "member", reason="The board agreed")
    page = text(coordinator.get(at(coordinator, "history", organisation.pk)))
    assert "invited them" in page
    assert "They became a member" in page
    assert "The board agreed" in page


# ---------------------------------------------------------------- who, and how many questions


@pytest.mark.parametrize("name", ["pipeline", "pipeline_table", "pipeline_left", "suggestions"])
def test_steering_reads_and_viewers_and_partners_do_not(member, name):
    client = member(Role.STEERING)
    assert client.get(at(client, name)).status_code == 200
    for role in (Role.VIEWER, Role.PARTNER):
        client = member(role)
        assert client.get(at(client, name)).status_code == 403


def test_steering_sees_no_buttons_that_move(member):
    client = member(Role.STEERING)
    organisation = prospect(client)
    page = client.get(at(client, "pipeline")).content.decode()
    assert "formaction" not in page
    assert client.post(at(client, "pipeline_move", organisation.pk)).status_code == 403


def test_other_coalitions_stay_apart(coordinator):
    other = PipelineStepFactory(organisation__kind="prospect", organisation__name="Elsewhere")
    assert "Elsewhere" not in text(coordinator.get(at(coordinator, "pipeline")))
    address = at(coordinator, "pipeline_of", other.organisation_id)
    assert coordinator.get(address).status_code == 404


def questions(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["pipeline", "pipeline_table", "pipeline_left"])
def test_pages_ask_as_much_for_one_as_for_many(coordinator, name):
    def add(number: int) -> None:
        make_ready(coordinator, organisation := prospect(coordinator, f"Prospect {number}"))
        PipelinePlanFactory(organisation=organisation, inviter=MembershipFactory().person)
        moved(coordinator, one(coordinator, f"Gone {number}"), "alumni", cause="done")

    add(1)
    few = questions(coordinator, at(coordinator, name))
    for number in range(2, 5):
        add(number)
    assert questions(coordinator, at(coordinator, name)) == few <= 12


def test_page_of_one_asks_at_most_thirteen_questions(coordinator):
    organisation = prospect(coordinator)
    make_ready(coordinator, organisation)
    assert questions(coordinator, at(coordinator, "pipeline_of", organisation.pk)) <= 13
    moved(coordinator, left := one(coordinator, "Gone"), "alumni", cause="done")
    assert questions(coordinator, at(coordinator, "pipeline_of", left.pk)) <= 12
    assert questions(coordinator, at(coordinator, "pipeline_leave", one(coordinator, "X").pk)) <= 12
