"""One partner on the way."""

import pytest

from partners.models import Gap
from tests.factories import NeededVoiceFactory, TieFactory, TouchpointFactory
from tests.forms import carried
from tests.partners.listing.test_grouping import undo_on
from tests.partners.pipeline.pages.reading import make_ready
from tests.partners.pipeline.way import ago, at, moved, one, prospect, stands, text, today

pytestmark = pytest.mark.django_db


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
