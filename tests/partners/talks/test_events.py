"""Partners' events: who could go, who goes, and that having been there is one press."""

from datetime import time, timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from common.documents.calendars import Entry, calendar
from partners.models import EventGuest, PartnerEvent, Touchpoint
from tests.factories import (
    NOW,
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnerEventFactory,
    RepresentationFactory,
    TermFactory,
    TouchpointFactory,
)
from tests.forms import carried


@pytest.fixture
def today(coordinator):
    return coordinator.membership.coalition.day(at=timezone.now())


@pytest.fixture
def northgate(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate Grocers")


@pytest.fixture
def event(northgate, today):
    return PartnerEventFactory(
        organisation=northgate, name="Harvest day", on=today + timedelta(days=3)
    )


def address(client, name: str, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def page_of(client) -> str:
    return client.get(address(client, "events")).content.decode()


def test_event_is_added_for_a_partner_and_stands_in_the_list(coordinator, northgate, today):
    form = coordinator.get(address(coordinator, "event_add"), {"partner": northgate.pk})
    answer = coordinator.post(
        address(coordinator, "event_add") + f"?partner={northgate.pk}",
        {
            "form_key": carried(form, "form_key"),
            "name": "Harvest day",
            "on": (today + timedelta(days=9)).isoformat(),
            "at": "10:30",
            "open_to": "everyone",
            "link": "northgate.example/harvest",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    event = PartnerEvent.objects.get()
    assert (event.organisation, event.at) == (northgate, time(10, 30))
    assert event.link == "https://northgate.example/harvest"
    assert "Harvest day" in page_of(coordinator)
    [said] = get_messages(answer.wsgi_request)
    coordinator.post(said.extra_tags.split("undo:")[1].split()[0])
    assert not PartnerEvent.objects.exists()


def test_hint_names_owner_who_met_them_and_who_is_alike(coordinator, event, northgate):
    person = coordinator.membership.person
    northgate.owner = person
    northgate.save()
    met = TouchpointFactory(organisation=northgate)
    friend = MembershipFactory(coalition=northgate.coalition).person
    former = MembershipFactory(coalition=northgate.coalition, ended=True).person
    met.ours.create(coalition=met.coalition, person=former)
    met.ours.create(coalition=met.coalition, person=friend)
    food = TermFactory(coalition=northgate.coalition, name="Food and farming")
    bank = OrganisationFactory(coalition=northgate.coalition, name="Greenway Food Bank")
    for organisation in (northgate, bank):
        ClassificationFactory(organisation=organisation, term=food)
    speaker = RepresentationFactory(organisation=bank).membership.person
    page = page_of(coordinator)
    assert f"{person} (looks after them)" in page
    assert str(former) not in page
    assert f"{friend} (knows people there)" in page
    assert f"{speaker} (of Greenway Food Bank, which shares Food and farming)" in page


def test_going_is_told_and_taken_back(coordinator, event):
    going = address(coordinator, "event_going", event.pk)
    coordinator.post(going, {"going": "yes"})
    coordinator.post(going, {"going": "yes"})
    assert EventGuest.objects.get().person == coordinator.membership.person
    assert f"Going: {coordinator.membership.person}" in page_of(coordinator)
    coordinator.post(going, {"going": "no"})
    assert not EventGuest.objects.exists()


def test_having_been_there_is_one_talk_for_all_who_were(coordinator, member, event, today):
    event.on = today - timedelta(days=1)
    event.save()
    steering = member(Role.STEERING, coalition=event.coalition)
    for client in (coordinator, steering, coordinator):
        client.post(address(client, "event_attended", event.pk))
    talk = Touchpoint.objects.get()
    assert (talk.kind, talk.on, talk.said) == ("event", event.on, "Harvest day")
    assert set(talk.members.all()) == {
        coordinator.membership.person,
        steering.membership.person,
    }
    assert "I was there" not in page_of(coordinator)


def test_nobody_was_at_what_is_still_to_come(coordinator, event):
    coordinator.post(address(coordinator, "event_attended", event.pk))
    assert not Touchpoint.objects.exists()


def test_deleted_event_leaves_the_talk_and_comes_back(coordinator, event, today):
    TouchpointFactory(organisation=event.organisation, event=event)
    mark = carried(coordinator.get(address(coordinator, "events")), "opened")
    answer = coordinator.post(address(coordinator, "event_delete", event.pk), {"opened": mark})
    assert not PartnerEvent.objects.exists()
    assert Touchpoint.objects.get().event is None
    [said] = get_messages(answer.wsgi_request)
    coordinator.post(said.extra_tags.split("undo:")[1].split()[0])
    assert Touchpoint.objects.get().event == event


def test_event_that_somebody_changed_meanwhile_is_not_deleted(coordinator, event):
    mark = carried(coordinator.get(address(coordinator, "events")), "opened")
    PartnerEvent.objects.update(name="Winter day")
    coordinator.post(address(coordinator, "event_delete", event.pk), {"opened": mark})
    assert PartnerEvent.objects.exists()


def test_list_asks_the_same_for_one_event_and_three(
    coordinator, event, django_assert_max_num_queries
):
    def asked() -> int:
        with django_assert_max_num_queries(14) as queries:
            page_of(coordinator)
        return len(queries)

    page_of(coordinator)
    one = asked()
    for _each in range(2):
        PartnerEventFactory(
            organisation=OrganisationFactory(coalition=event.coalition), on=event.on
        )
    assert asked() == one


def test_calendar_file_holds_what_comes_and_no_note(coordinator, event):
    event.note, event.at = "Ask for the manager", time(10, 0)
    event.save()
    answer = coordinator.get(address(coordinator, "events_feed"))
    content = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert "SUMMARY:Harvest day\\, Northgate Grocers\r\n" in content
    assert "Ask for the manager" not in content
    assert content.count("BEGIN:VEVENT") == 1


def test_calendar_folds_long_lines_between_letters():
    entry = Entry(uid="1", title="Ñ" * 100, begins=NOW.date())
    lines = calendar([entry], name="Ours", at=NOW).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    text = b"\r\n".join(lines).replace(b"\r\n ", b"").decode()
    assert "Ñ" * 100 in text
    assert "DTSTART;VALUE=DATE:20260512" in text
