"""A call is written, published, told of, closed; only what adds up is published."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from common.models import Letter
from common.refusal import Refusal
from partners.models import Call, Criterion, Outreach, Reviewer
from partners.operations.calls import opening, people
from tests.factories import (
    NOW,
    TODAY,
    ApplicationFactory,
    CallFactory,
    CriterionFactory,
    MembershipFactory,
    OutreachFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.forms import carried
from tests.partners.calls.doors import FAR, address, apply, open_call, said

pytestmark = pytest.mark.django_db


def write(client, **told):
    page = client.get(address("call_add", client))
    typed = {
        "title": "Partners wanted in Riverbend",
        "about": "We look for those who know Riverbend.",
        "opens_on": "2026-01-01",
        "closes_on": "2999-01-01",
        "with_criteria": "on",
        "form_key": carried(page, "form_key"),
        **told,
    }
    return client.post(address("call_add", client), typed, follow=True)


def press(client, name, *args):
    return client.post(address(name, client, *args), follow=True)


def test_call_begins_as_a_draft_with_criteria_that_add_up(coordinator):
    answer = write(coordinator)
    call = Call.objects.get()
    assert said(answer) == ["The draft is kept. Nobody outside sees it yet."]
    assert (call.slug, call.state(on=TODAY)) == ("partners-wanted-in-riverbend", Call.State.DRAFT)
    assert Criterion.objects.of(call).total_weight() == 100
    assert Client().get(call.public_path).status_code == 404


def test_published_call_is_public_and_its_criteria_stand(coordinator):
    write(coordinator)
    call = Call.objects.get()
    answer = press(coordinator, "call_publish", call.pk)
    assert said(answer) == ["The call is public now. Tell people its address."]
    assert Client().get(call.public_path).status_code == 200
    criterion = call.criteria.first()
    answer = press(coordinator, "criterion_remove", call.pk, criterion.pk)
    assert said(answer) == [
        "The call is published, so its criteria stand: all are judged by the same."
    ]


def test_call_whose_weights_do_not_add_up_is_not_published(coordinator):
    call = CallFactory(coalition=coordinator.membership.coalition, closes_on=FAR)
    CriterionFactory(call=call, weight=70)
    answer = press(coordinator, "call_publish", call.pk)
    assert said(answer) == ["The weights of the criteria add up to 70. They must add up to 100."]
    call.refresh_from_db()
    assert call.published_at is None


def test_criterion_is_added_up_to_what_is_left_of_a_hundred(coordinator):
    call = CallFactory(coalition=coordinator.membership.coalition, closes_on=FAR)
    CriterionFactory(call=call, weight=70)
    url = address("criterion_add", coordinator, call.pk)
    typed = {
        "name": "Place",
        "question": "Where?",
        "weight": "31",
        **{f"step{n}": f"step {n}" for n in range(5)},
        "form_key": carried(coordinator.get(url), "form_key"),
    }
    answer = coordinator.post(url, typed)
    assert answer.status_code == 422
    assert "The others weigh 70 already, so 30 are left for this one." in answer.text
    coordinator.post(url, typed | {"weight": "30"})
    assert Criterion.objects.get(name="Place").told_steps[4] == (4, "step 4")


def test_criterion_is_edited_and_the_change_is_taken_back(coordinator):
    criterion = CriterionFactory(call__coalition=coordinator.membership.coalition, name="Old")
    url = address("criterion", coordinator, criterion.call_id, criterion.pk)
    page = coordinator.get(url)
    shown = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    answer = coordinator.post(
        url, {**shown, "name": "New", "opened": carried(page, "opened")}, follow=True
    )
    criterion.refresh_from_db()
    assert criterion.name == "New"
    (message,) = answer.context["messages"]
    coordinator.post(message.extra_tags.removeprefix("undo:"))
    criterion.refresh_from_db()
    assert criterion.name == "Old"


def test_call_that_somebody_answered_stays_as_they_read_it(coordinator):
    call = open_call(coordinator.membership.coalition)
    ApplicationFactory(call=call)
    answer = press(coordinator, "call_take_back", call.pk)
    assert said(answer) == ["Somebody has applied already, so the call stays as they have read it."]


def test_closing_by_hand_ends_it_and_a_new_day_opens_it_again(coordinator):
    call = open_call(coordinator.membership.coalition)
    press(coordinator, "call_close", call.pk)
    call.refresh_from_db()
    assert call.state(on=TODAY) == Call.State.CLOSED
    assert Client().get(call.public_path).status_code == 410
    words = opening.CallWords(call.title, call.slug, call.about, call.opens_on, date(2999, 2, 1))
    opening.edit_call(call, words, by=coordinator.membership.person, at=NOW)
    call.refresh_from_db()
    assert call.state(on=TODAY) == Call.State.OPEN


def test_call_is_open_through_its_last_day_where_the_coalition_is():
    call = open_call(MembershipFactory().coalition, closes_on=date(2026, 5, 12))
    late_in_new_york = NOW.replace(day=13, hour=3)  # still May 12 there
    assert call.takes_applications(at=late_in_new_york)
    assert not call.takes_applications(at=NOW.replace(day=13, hour=5))


def test_call_is_not_finished_while_somebody_waits_for_a_decision(coordinator):
    application = ApplicationFactory(call__coalition=coordinator.membership.coalition)
    answer = press(coordinator, "call_finish", application.call_id)
    assert said(answer) == [
        "Somebody still waits for a decision. Decide on every application first."
    ]


def test_two_calls_have_two_addresses(coordinator):
    CallFactory(coalition=coordinator.membership.coalition, slug="taken")
    answer = write(coordinator, slug="taken")
    assert answer.status_code == 422
    assert "Another call has this address already. Choose another one." in answer.text


def test_database_refuses_what_must_not_be():
    call = CallFactory()
    for wrong in (
        {"closes_on": date(2000, 1, 1)},
        {"decided_at": NOW},
        {"slug": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Call.objects.filter(pk=call.pk).update(**wrong)
    for wrong in ({"weight": 0}, {"weight": 101}, {"meanings": ["one"]}, {"meanings_es": ["uno"]}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Criterion.objects.filter(pk=CriterionFactory(call=call).pk).update(**wrong)


# ---------------------------------------------------------------- where it was told, and who reads


def test_way_in_which_it_was_told_counts_who_came_by_it(coordinator):
    call = open_call(coordinator.membership.coalition)
    url = address("outreach_add", coordinator, call.pk)
    key = carried(coordinator.get(url), "form_key")
    typed = {"name": "Church bulletin", "on": "2026-05-01", "note": "", "form_key": key}
    coordinator.post(url, typed)
    outreach = Outreach.objects.get()
    page = Client().get(outreach.public_address)
    assert page.context["form"]["heard"].value() == str(outreach.pk)
    apply(call, heard=str(outreach.pk))
    assert Outreach.objects.with_counts().get().came == 1
    with pytest.raises(Refusal, match="Somebody has come by this way"):
        people.remove_outreach(outreach, by=coordinator.membership.person)


def test_reviewer_gets_a_letter_once_and_sees_that_call_alone(coordinator, member):
    coalition = coordinator.membership.coalition
    call, other = open_call(coalition), open_call(coalition)
    reader = member(Role.PARTNER, coalition=coalition)
    assert reader.get(address("call_applications", reader, call.pk)).status_code == 404
    for _time in range(2):
        url = address("reviewer_ask", coordinator, call.pk)
        coordinator.post(url, {"person": reader.membership.person_id})
    assert Reviewer.objects.count() == 1
    assert Letter.objects.filter(kind="partners/asked_to_review").count() == 1
    assert reader.get(address("call_applications", reader, call.pk)).status_code == 200
    assert reader.get(address("call_applications", reader, other.pk)).status_code == 404
    assert reader.get(address("call", reader, call.pk)).status_code == 403
    press(coordinator, "reviewer_release", call.pk, Reviewer.objects.get().pk)
    assert reader.get(address("call_applications", reader, call.pk)).status_code == 404


def test_somebody_who_may_not_score_is_not_asked(coordinator):
    call = open_call(coordinator.membership.coalition)
    viewer = MembershipFactory(coalition=call.coalition, role=Role.VIEWER)
    for person in (viewer.person, PersonFactory()):
        with pytest.raises(Refusal, match="is no member who can score"):
            people.ask_reviewer(call, person, by=coordinator.membership.person, at=NOW)


# ---------------------------------------------------------------- pages


def test_pages_of_a_call_ask_the_same_for_one_and_three(coordinator):
    coalition = coordinator.membership.coalition
    call = open_call(coalition)
    names = ["call", "call_applications", "call_story"]
    urls = [address("calls", coordinator), *(address(n, coordinator, call.pk) for n in names)]

    def counts():
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as counted:
                assert coordinator.get(url).status_code == 200
            found.append(len(counted))
        return found

    fill(call, 1)
    counts()  # a process reads the glossary once
    first = counts()
    fill(call, 3)
    CallFactory.create_batch(2, coalition=coalition)
    assert counts() == first
    assert max(first) <= 12


def fill(call, number):
    ReviewerFactory.create_batch(number, call=call)
    OutreachFactory.create_batch(number, call=call)
    ApplicationFactory.create_batch(number, call=call)


@pytest.mark.django_db(transaction=True)  # history dates a change by its transaction
def test_story_tells_who_did_what(coordinator):
    write(coordinator)
    call = Call.objects.get()
    press(coordinator, "call_publish", call.pk)
    told = [
        line.words
        for line in coordinator.get(address("call_story", coordinator, call.pk)).context["story"]
    ]
    who = coordinator.membership.person
    assert told == [f"{who} published the call", f"{who} wrote a first draft"]
