"""Its history."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.utils import timezone
from pghistory.models import Context

from accounts.models import Coalition, Membership, Person
from coalition.sample.chronicle import event_models
from common.history.rewind import rewind
from partners.models import Contact, Organisation, Phone
from tests.coalition.sample.rows import of
from tests.factories import TODAY

# Who applies to a call is no member, and signs in nowhere.
BY_STRANGERS = {"application.sent", "application.withdrawn", "join_request.made"}


# Answered from a mailed link, which needs no sign-in, or asked by the clock.
BY_LINK = {
    "buddy.accepted",
    "buddy.declined",
    "charter.objected",
    "charter.signed",
    "role.asked",
    "role.change_asked",
    "role.confirmed",
}


def test_every_event_has_an_actor_who_was_a_member_and_a_day_in_the_past(sample):
    terms = {row.person_id: row for row in of(sample, Membership)}
    start_of_today = datetime.combine(TODAY, time.min, tzinfo=ZoneInfo(sample.time_zone))
    events = [event for model in event_models() for event in events_of(sample, model)]
    assert len(events) > 700
    for event in events:
        assert event.pgh_created_at < start_of_today
        if event.pgh_context["verb"] in BY_STRANGERS:
            assert event.pgh_context.get("person") is None
            continue
        if event.pgh_context["verb"] in BY_LINK and "person" not in event.pgh_context:
            continue
        actor = terms[event.pgh_context["person"]]
        happened_on = timezone.localtime(event.pgh_created_at, ZoneInfo(sample.time_zone)).date()
        assert actor.started_on <= happened_on <= (actor.ended_on or TODAY), event


def events_of(coalition: Coalition, model: type[models.Model]) -> list[Any]:
    if any(field.name == "coalition" for field in model._meta.concrete_fields):
        return list(of(coalition, model))
    return []


def test_history_has_several_actors_and_a_reason_for_most_changes(sample):
    events = Organisation.pgh_event_model.objects.filter(coalition=sample, pgh_label="update")
    actors = {Person.objects.get(pk=event.pgh_context["person"]).first_name for event in events}
    assert actors == {"Tom", "Ruth", "Leon", "Bea", "Marisol"}
    assert [event.pgh_id for event in events if "reason" not in event.pgh_context] == []


def test_successor_arrives_in_the_change_in_which_the_predecessor_leaves(sample):
    northgate = of(sample, Organisation).get(name="Northgate Grocers Cooperative")
    dev, marisol = (
        Contact.objects.get(organisation=northgate, name=name)
        for name in ("Dev Patel", "Marisol Ortega")
    )
    arrival = marisol.events.get(pgh_label="insert")
    departure = dev.events.get(pgh_label="update")
    assert dev.left_on == marisol.since_on == departure.pgh_created_at.date()
    assert departure.pgh_context_id == arrival.pgh_context_id
    assert arrival.pgh_context["verb"] == "contact.changed"
    assert arrival.pgh_context["reason"].startswith("Dev Patel left")


def test_history_of_northgate_tells_who_changed_what(sample):
    told = changes_of("Northgate Grocers Cooperative", sample)
    assert [
        step
        for step in told
        if not step[1].startswith(("benefit.", "value.", "risk_note.", "service."))
    ] == [
        ("Ruth", "organisation.added"),
        ("Ruth", "organisation.changed"),
        ("Leon", "organisation.changed"),
        ("Leon", "organisation.changed"),
        ("Ruth", "organisation.changed"),
        ("Ruth", "contact.added"),
        ("Bea", "organisation.changed"),
        ("Ruth", "organisation.changed"),
        ("Bea", "organisation.changed"),
        ("Ruth", "contact.changed"),
        ("Ruth", "representative.invited"),
        ("Ruth", "interview.begun"),
        ("Ruth", "profile.answered"),
        ("Marisol", "invitation.accepted"),
        ("Bea", "interview.begun"),
        ("Marisol", "organisation.changed"),
        ("Marisol", "profile.verified"),
        ("Marisol", "organisation.changed"),
        ("Ruth", "files.added"),
        ("Bea", "contact.edited"),
    ]


def changes_of(name: str, sample: Coalition) -> list[tuple[str, str]]:
    """First name and verb of every change of an organisation and its parts but talks, the oldest first."""
    pk = of(sample, Organisation).get(name=name).pk
    events = list(Organisation.pgh_event_model.objects.filter(pgh_obj_id=pk))
    for model in event_models():
        if model._meta.app_label != "partners":
            continue
        if any(field.name == "organisation" for field in model._meta.concrete_fields):
            events += model.objects.filter(organisation_id=pk)
    changes = {event.pgh_created_at: event.pgh_context for event in events}
    return [
        (Person.objects.get(pk=words["person"]).first_name, words["verb"])
        for _at, words in sorted(changes.items())
        if words["verb"].partition(".")[0] not in ("touchpoint", "talk_tier", "partner_event")
    ]


def test_change_itself_is_dated_like_its_events(sample):
    events = of(sample, Organisation.pgh_event_model)
    moments = dict(events.values_list("pgh_context_id", "pgh_created_at"))
    changes = Context.objects.filter(pk__in=moments)
    assert dict(changes.values_list("pk", "created_at")) == moments
    assert dict(changes.values_list("pk", "updated_at")) == moments


def test_phone_that_changed_is_one_row_with_two_versions(sample):
    phone = of(sample, Phone).get(organisation__name="Local 88 Warehouse Workers")
    assert [event.number for event in phone.events.order_by("pgh_id")] == ["555-0117", "555-0171"]


def test_organisation_goes_back_to_how_it_stood_two_years_ago(sample):
    northgate = of(sample, Organisation).get(name="Northgate Grocers Cooperative")
    moment = datetime.combine(TODAY - timedelta(weeks=104), time.min, tzinfo=ZoneInfo("UTC"))
    rewind({Organisation: {"id": northgate.pk}}, to=moment)
    northgate.refresh_from_db()
    assert northgate.description.startswith("Three neighborhood food stores")
    assert northgate.website == "https://northgategrocers.example"
