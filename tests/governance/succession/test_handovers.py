"""The checklist for handing over, and the lists that are started from it."""

from datetime import timedelta

import pytest

from accounts.permissions import Role
from governance.models import Handover, HandoverLine, HandoverStep
from governance.operations.succession.usual import LINES
from tests.forms import carried
from tests.governance.succession.bench.counting import refused
from tests.governance.succession.factories import (
    HandoverFactory,
    HandoverLineFactory,
    HandoverStepFactory,
)
from tests.governance.succession.site import (
    at,
    change,
    held,
    make,
    person,
    seat,
    text,
    today,
    undo_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def term_of(client, **fields):
    """The member holds the chair."""
    coalition = client.membership.coalition
    ana = person(coalition, email=client.membership.person.email.upper())
    return held(seat(coalition, "Chair"), ana, **fields)


def start(client, term, **told):
    sent = {"moment": "leaving", "due_on": today() + timedelta(days=30), **told}
    return make(client, at(client, "handover_start", term.pk), **sent)


# ---------------------------------------------------------------- the coalition's list


def words_of(coalition, moment: str = "leaving") -> list[str]:
    rows = HandoverLine.objects.of_coalition(coalition.pk).current().at(moment)
    return [line.words for line in rows]


def test_usual_lines_are_filled_in_once(coordinator, coalition):
    for _press in range(2):
        coordinator.post(at(coordinator, "handover_lines_fill"))
    assert words_of(coalition) == [str(line) for line in LINES["leaving"]]
    assert words_of(coalition, "arriving") == [str(line) for line in LINES["arriving"]]


def test_line_is_added_at_the_end_and_no_twin_of_it(coordinator, coalition):
    HandoverLineFactory(coalition=coalition, words="First")
    address = at(coordinator, "handover_line_add")
    make(coordinator, address, moment="leaving", words="Return the keys")
    page = make(coordinator, address, moment="leaving", words="RETURN the keys")
    assert page.status_code == 422
    assert words_of(coalition) == ["First", "Return the keys"]


def test_line_that_was_left_out_comes_back_instead_of_twice(coordinator, coalition):
    HandoverLineFactory(coalition=coalition, words="Return the keys", left_out=True)
    make(
        coordinator,
        at(coordinator, "handover_line_add"),
        moment="leaving",
        words="return the keys",
    )
    assert words_of(coalition) == ["Return the keys"]


def test_line_moves_one_place_and_not_beyond_the_end(coordinator, coalition):
    first, second = HandoverLineFactory.create_batch(2, coalition=coalition)
    for _press in range(2):
        coordinator.post(at(coordinator, "handover_line_move", second.pk), {"step": "earlier"})
    assert words_of(coalition) == [second.words, first.words]


def test_line_is_reworded_left_out_and_brought_back(coordinator, coalition):
    line = HandoverLineFactory(coalition=coalition)
    change(coordinator, at(coordinator, "handover_line", line.pk), words="Anew")
    coordinator.post(at(coordinator, "handover_line_leave", line.pk))
    assert words_of(coalition) == []
    coordinator.post(at(coordinator, "handover_line_restore", line.pk))
    assert words_of(coalition) == ["Anew"]


# ---------------------------------------------------------------- one handover


def test_handover_takes_a_copy_that_later_changes_leave_alone(coordinator, coalition):
    line = HandoverLineFactory(coalition=coalition, words="Return the keys")
    HandoverLineFactory(coalition=coalition, left_out=True)
    HandoverLineFactory(coalition=coalition, moment="arriving")
    start(coordinator, term_of(coordinator))
    change(coordinator, at(coordinator, "handover_line", line.pk), words="Anew")
    handover = Handover.objects.get()
    assert [step.words for step in handover.steps.all()] == ["Return the keys"]
    assert handover.started_by == coordinator.membership.person


def test_handover_of_an_empty_list_is_refused(coordinator):
    page = start(coordinator, term_of(coordinator))
    assert (page.status_code, Handover.objects.count()) == (422, 0)
    assert "The checklist is empty." in text(page)


def test_handover_is_started_once_for_each_moment(coordinator, coalition):
    HandoverLineFactory(coalition=coalition)
    HandoverLineFactory(coalition=coalition, moment="arriving")
    term = term_of(coordinator)
    start(coordinator, term)
    assert start(coordinator, term).status_code == 422
    start(coordinator, term, moment="arriving")
    assert Handover.objects.count() == 2


def test_term_that_ends_begins_with_the_checklist_of_leaving(coordinator, coalition):
    last = today() + timedelta(days=20)
    form = coordinator.get(
        at(coordinator, "handover_start", term_of(coordinator, ends_on=last).pk)
    ).context["form"]
    assert (form["moment"].value(), form["due_on"].value()) == ("leaving", last)


@pytest.fixture
def partner(member, coalition):
    return member(Role.PARTNER, coalition=coalition)


def test_holder_ticks_on_their_own_page_and_takes_it_off(partner):
    step = HandoverStepFactory(handover__assignment=term_of(partner))
    tick = at(partner, "handover_tick", step.pk)
    page = partner.post(tick, {"done": "yes", "mine": "1"}, follow=True)
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (today(), partner.membership.person)
    assert f"Done, says {partner.membership.person}" in text(page)
    partner.post(tick, {"done": "no", "mine": "1"})
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (None, None)


def test_who_ticked_first_stays(partner, coordinator):
    step = HandoverStepFactory(handover__assignment=term_of(partner))
    for client in (partner, coordinator):
        client.post(at(client, "handover_tick", step.pk), {"done": "yes"})
    step.refresh_from_db()
    assert step.done_by == partner.membership.person


@pytest.mark.parametrize("role", [Role.PARTNER, Role.STEERING])
def test_others_tick_nothing(member, coalition, partner, role):
    step = HandoverStepFactory(handover__assignment=term_of(partner))
    other = member(role, coalition=coalition)
    assert other.post(at(other, "handover_tick", step.pk)).status_code == 404
    assert HandoverStep.objects.get().done_on is None


def test_tick_is_undone_from_the_message(coordinator):
    step = HandoverStepFactory(handover__assignment=term_of(coordinator))
    page = coordinator.post(at(coordinator, "handover_tick", step.pk), follow=True)
    coordinator.post(undo_of(page))
    step.refresh_from_db()
    assert step.done_on is None


def test_item_of_this_role_is_added(coordinator):
    handover = HandoverFactory(assignment=term_of(coordinator))
    page = at(coordinator, "handover", handover.pk)
    key = carried(coordinator.get(page), "form_key")
    for _press in range(2):
        coordinator.post(
            at(coordinator, "handover_item_add", handover.pk), {"form_key": key, "words": "Sign"}
        )
    assert [step.words for step in handover.steps.all()] == ["Sign"]


def test_stopped_handover_says_why_and_is_ticked_no_more(coordinator):
    step = HandoverStepFactory(handover__assignment=term_of(coordinator))
    stop = at(coordinator, "handover_stop", step.handover_id)
    assert change(coordinator, stop, reason="").status_code == 422
    page = change(coordinator, stop, reason="He stays after all")
    assert "He stays after all" in text(page)
    coordinator.post(at(coordinator, "handover_tick", step.pk))
    step.refresh_from_db()
    assert step.done_on is None


def test_whoever_begins_lately_is_offered_a_checklist(coordinator):
    term = term_of(coordinator, starts_on=today() - timedelta(days=5))
    address = at(coordinator, "handover_start", term.pk)
    assert address in text(coordinator.get(at(coordinator, "handovers")))
    HandoverFactory(assignment=term, moment="arriving")
    assert address not in text(coordinator.get(at(coordinator, "handovers")))


@pytest.mark.parametrize("number", [1, 20])
def test_handovers_take_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    for n in range(number):
        ana = person(coalition, organisation=f"Home {n}")
        term = held(seat(coalition, body=f"Body {n}"), ana, starts_on=today())
        HandoverStepFactory(handover__assignment=term)
    url = at(coordinator, "handovers")
    coordinator.get(url)
    with django_assert_num_queries(5):
        coordinator.get(url)


def test_database_refuses_what_must_not_be(coordinator, coalition):
    handover = HandoverFactory(assignment=term_of(coordinator))
    by = coordinator.membership.person
    assert refused(lambda: HandoverFactory(assignment=handover.assignment))
    assert refused(lambda: HandoverFactory(assignment=handover.assignment, moment="resting"))
    assert refused(
        lambda: HandoverFactory(
            assignment=handover.assignment, moment="arriving", stopped_because="No day"
        )
    )
    assert refused(lambda: HandoverStepFactory(handover=handover, words=""))
    assert refused(lambda: HandoverStepFactory(handover=handover, done_by=by))
    assert refused(lambda: HandoverFactory(coalition=coalition))
