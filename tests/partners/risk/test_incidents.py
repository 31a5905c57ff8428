"""An incident: opened, worded, listing paused and back, decided, closed; each step in history and undone."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from partners import operations
from partners.models import Incident, IncidentDecision, Organisation, Wording
from partners.operations.risk import incidents
from partners.reports.people.cards import cards_of_all
from partners.reports.people.mail_merge import Way, Whom, recipients
from tests.factories import (
    NOW,
    TODAY,
    ContactFactory,
    IncidentDecisionFactory,
    IncidentFactory,
    OrganisationFactory,
)
from tests.partners.risk.doors import address, get, post, undo_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clinic(coordinator):
    clinic = OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Cedar Clinic", kind="partner"
    )
    ContactFactory(organisation=clinic, name="Ana Ruiz")
    return clinic


@pytest.fixture
def incident(clinic):
    return IncidentFactory(organisation=clinic, title="Money is missing")


def sent(client, name, *args, **told):
    """A form over a record, with the mark of what it showed."""
    url = address(client, name, *args)
    mark = client.get(url).context["edit"].mark
    return client.post(url, {"opened": mark, **told}, follow=True)


def listed(clinic) -> list[bool]:
    """In the directory, in a mail merge, in the visiting cards of the whole list."""
    rows = Organisation.objects.of_coalition(clinic.coalition_id)
    letters = list(recipients([clinic.pk], whom=Whom.EVERYONE, way=Way.ANY))
    cards = list(cards_of_all(rows, with_addresses=True))
    return [clinic in rows.for_directory(), bool(letters), bool(cards)]


def test_incident_is_opened_and_pauses_the_listing_at_once(coordinator, clinic):
    assert listed(clinic) == [True, True, True]
    answer = coordinator.post(
        address(coordinator, "incident_add", clinic.pk),
        {
            "title": "Money is missing",
            "known": "The paper reports it",
            "since_on": "2026-05-01",
            "severity": "grave",
            "pauses": "on",
        },
        follow=True,
    )
    assert "Money is missing" in answer.content.decode()
    assert listed(clinic) == [False, False, False]
    page = get(coordinator, "directory").content.decode()
    assert "Cedar Clinic" not in page
    coordinator.post(undo_of(answer))
    assert not Incident.objects.exists()
    assert listed(clinic) == [True, True, True]


def test_listing_is_paused_and_comes_back_and_each_can_be_undone(coordinator, incident, clinic):
    at = (clinic.pk, incident.pk)
    paused = coordinator.post(address(coordinator, "incident_pause", *at), follow=True)
    assert listed(clinic) == [False, False, False]
    coordinator.post(undo_of(paused))
    assert listed(clinic) == [True, True, True]
    post(coordinator, "incident_pause", *at)
    post(coordinator, "incident_resume", *at)
    assert listed(clinic) == [True, True, True]
    history = get(coordinator, "history", clinic.pk).content.decode()
    assert "Their listing is paused" in history
    assert "They are listed again" in history


def test_two_incidents_pause_until_both_are_over(coordinator, clinic):
    first, second = IncidentFactory.create_batch(2, organisation=clinic, paused=True)
    by = coordinator.membership.person
    incidents.close(first, outcome="Cleared up", on=TODAY, by=by)
    assert listed(clinic) == [False, False, False]
    incidents.close(second, outcome="Cleared up", on=TODAY, by=by)
    assert listed(clinic) == [True, True, True]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.STEERING, Role.COORDINATOR])
def test_members_see_the_mark_and_only_some_the_reason(role, member, clinic):
    IncidentFactory(organisation=clinic, title="Money is missing", paused=True)
    client = member(role, coalition=clinic.coalition)
    page = get(client, "detail", clinic.pk).content.decode()
    assert "Not listed at the moment" in page
    assert (reverse("partners:risk", args=[client.slug, clinic.pk]) in page) is (
        role is not Role.VIEWER
    )
    if role is Role.VIEWER:
        assert "Money is missing" not in page


def test_partner_page_takes_no_query_more_for_a_paused_listing(
    coordinator, clinic, django_assert_num_queries
):
    get(coordinator, "detail", clinic.pk)
    with CaptureQueriesContext(connection) as before:
        get(coordinator, "detail", clinic.pk)
    IncidentFactory(organisation=clinic, paused=True)
    with django_assert_num_queries(len(before)):
        get(coordinator, "detail", clinic.pk)


def test_statement_begins_with_a_wording_of_the_coalition(coordinator, incident, clinic):
    coordinator.post(reverse("partners:wordings_fill", args=[coordinator.slug]))
    wording = Wording.objects.for_purpose("holding").first()
    at = (clinic.pk, incident.pk)
    url = address(coordinator, "incident_hold", *at)
    form = coordinator.get(url, {"from": wording.pk}).context["form"]
    begun = form.initial["holding"]
    assert "Cedar Clinic" in begun
    assert "{" not in begun
    sent(coordinator, "incident_hold", *at, holding=begun)
    incident.refresh_from_db()
    assert incident.holding == begun
    assert incident.holding_on is not None


def test_wording_of_a_statement_is_the_coalitions_own(coordinator):
    url = reverse("partners:wording_add", args=[coordinator.slug]) + "?for=holding"
    told = {"name": "Ours", "body": "We know of it. {sender}"}
    assert coordinator.post(url, told).status_code == 302
    assert Wording.objects.get().purpose == "holding"
    refused = coordinator.post(url, {"name": "Two", "body": "{benefits}"})
    assert refused.status_code == 422


def test_decision_is_asked_of_somebody_and_taken_with_its_reason(
    coordinator, member, incident, clinic
):
    decider = member(Role.STEERING, coalition=clinic.coalition)
    at = (clinic.pk, incident.pk)
    post(
        coordinator,
        "decision_add",
        *at,
        question="Do we go on with them?",
        options="Go on\nLet it rest",
        decider=decider.membership.person_id,
        due_on="2099-01-01",
    )
    decision = IncidentDecision.objects.get()
    home = decider.get(reverse("dashboard:home", args=[decider.slug])).content.decode()
    assert "Do we go on with them?" in home
    url = address(decider, "decision_decide", *at, decision.pk)
    assert decider.post(url, {"choice": "1", "reason": ""}).status_code == 422
    decided = decider.post(url, {"choice": "1", "reason": "The audit runs"}, follow=True)
    assert "Let it rest" in decided.content.decode()
    decision.refresh_from_db()
    assert (decision.decision, decision.decided_by) == ("Let it rest", decider.membership.person)
    history = get(coordinator, "history", clinic.pk).content.decode()
    assert "Let it rest, because: The audit runs" in history


def test_decision_of_somebody_else_is_not_taken_by_another_of_the_committee(member, incident):
    decision = IncidentDecisionFactory(incident=incident)
    client = member(Role.STEERING, coalition=incident.coalition)
    url = address(client, "decision_decide", incident.organisation_id, incident.pk, decision.pk)
    client.post(url, {"choice": "0", "reason": "Because"})
    decision.refresh_from_db()
    assert decision.decided_on is None


def test_decision_is_not_asked_of_who_may_not_see_incidents(coordinator, member, incident):
    viewer = member(Role.VIEWER, coalition=incident.coalition).membership.person
    asked = incidents.Asked(question="Go on?", decider=viewer, due_on=TODAY)
    with pytest.raises(Refusal, match="may not see incidents"):
        incidents.ask_for_decision(incident, asked, on=TODAY, by=coordinator.membership.person)


def test_incident_is_not_closed_while_a_decision_is_awaited(coordinator, incident, clinic):
    decision = IncidentDecisionFactory(incident=incident)
    at = (clinic.pk, incident.pk)
    refused = post(coordinator, "incident_close", *at, outcome="Over")
    assert refused.status_code == 422
    post(coordinator, "decision_drop", *at, decision.pk)
    assert post(coordinator, "incident_close", *at, outcome="Over").status_code == 302
    incident.refresh_from_db()
    assert incident.closed_by == coordinator.membership.person


def test_closing_brings_the_listing_back_and_its_undo_pauses_it_again(coordinator, clinic):
    incident = IncidentFactory(organisation=clinic, paused=True)
    closed = coordinator.post(
        address(coordinator, "incident_close", clinic.pk, incident.pk),
        {"outcome": "It was a mistake of the bank"},
        follow=True,
    )
    assert listed(clinic) == [True, True, True]
    coordinator.post(undo_of(closed))
    assert listed(clinic) == [False, False, False]


def test_closed_incident_is_told_no_more_of_until_it_is_open_again(coordinator, clinic):
    incident = IncidentFactory(organisation=clinic, closed=True)
    by = coordinator.membership.person
    with pytest.raises(Refusal, match="closed"):
        incidents.pause_listing(incident, on=TODAY, by=by)
    incidents.reopen(incident, by=by)
    incidents.pause_listing(incident, on=TODAY, by=by)
    assert listed(clinic) == [False, False, False]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_whoever_may_not_see_incidents_sees_none(role, member, incident):
    client = member(role, coalition=incident.coalition)
    at = (incident.organisation_id, incident.pk)
    assert get(client, "incident", *at).status_code == 403


def test_steering_committee_sees_incidents_and_changes_none(member, incident):
    client = member(Role.STEERING, coalition=incident.coalition)
    at = (incident.organisation_id, incident.pk)
    assert "Money is missing" in get(client, "incident", *at).content.decode()
    assert post(client, "incident_pause", *at).status_code == 403


@pytest.mark.parametrize(
    "fields",
    [
        {"closed_on": TODAY},
        {"severity": "odd"},
        {"holding": "Words"},
        {"title": ""},
    ],
)
def test_database_refuses_an_incident_half_told(clinic, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        IncidentFactory(organisation=clinic, **fields)


def test_database_refuses_a_closed_incident_that_pauses(clinic):
    with pytest.raises(IntegrityError), transaction.atomic():
        IncidentFactory(organisation=clinic, closed=True, paused=True)


def test_incident_of_another_coalition_gets_no_decision(incident):
    other = OrganisationFactory()
    IncidentDecisionFactory(incident=incident, organisation=other, coalition=other.coalition)
    with pytest.raises(IntegrityError, match="same_tenant"), transaction.atomic():
        connection.check_constraints()
    IncidentDecision.objects.all().delete()


def test_merge_takes_incidents_along_and_back(coordinator, incident, clinic):
    IncidentDecisionFactory(incident=incident)
    stays = OrganisationFactory(coalition=clinic.coalition, name="Stays")
    by = coordinator.membership.person
    before = sorted(Incident.objects.values_list()), sorted(IncidentDecision.objects.values_list())
    made = operations.merge(stays, others=[clinic], choices={}, by=by, at=NOW)
    connection.check_constraints()
    assert "Money is missing" in get(coordinator, "risk", stays.pk).content.decode()
    assert Incident.objects.get().decisions.get().organisation_id == stays.pk
    operations.unmerge(made[0], by=by, at=NOW)
    connection.check_constraints()
    after = sorted(Incident.objects.values_list()), sorted(IncidentDecision.objects.values_list())
    assert after == before


@pytest.mark.parametrize("number", [1, 3])
def test_pages_take_the_same_queries(coordinator, clinic, number, django_assert_max_num_queries):
    for _each in range(number):
        IncidentDecisionFactory(incident=IncidentFactory(organisation=clinic))
    incident = Incident.objects.first()
    for name, *args in (("incidents",), ("incident", clinic.pk, incident.pk)):
        get(coordinator, name, *args)
        with django_assert_max_num_queries(10):
            get(coordinator, name, *args)


def test_paused_partner_is_marked_in_the_list_and_counted_by_the_directory(coordinator, clinic):
    partners = coordinator.get(address(coordinator, "list"))
    assert "not listed at the moment" not in partners.text
    IncidentFactory(organisation=clinic, listing_paused_on=TODAY)
    assert "not listed at the moment" in coordinator.get(address(coordinator, "list")).text
    directory = get(coordinator, "directory")
    assert directory.context["directory"].paused == 1
    assert "1 partner is left out, because their listing is paused." in directory.text
