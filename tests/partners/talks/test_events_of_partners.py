"""The calendar for those who do not talk with partners: what is open, their own, and nothing of ours."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import EventGuest, Organisation, PartnerEvent
from tests.conftest import MemberClient
from tests.factories import (
    IncidentFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnerEventFactory,
    RepresentationFactory,
    TouchpointFactory,
)
from tests.forms import carried


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def day(coalition):
    return coalition.day(at=timezone.now()) + timedelta(days=3)


@pytest.fixture
def clinic(coalition):
    return OrganisationFactory(coalition=coalition, name="Clinic")


@pytest.fixture
def speaker(clinic):
    """The clinic's own sign-in."""
    return MemberClient.of(RepresentationFactory(organisation=clinic).membership)


@pytest.fixture
def harvest(coalition, day):
    """Of another partner, with what we keep about it."""
    grocer = OrganisationFactory(coalition=coalition, name="Grocer")
    return PartnerEventFactory(
        organisation=grocer, name="Harvest day", on=day, note="Their director is touchy"
    )


def at(client, name, *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def shown(client):
    answer = client.get(at(client, "events"))
    assert answer.status_code == 200
    return [each.event.name for each in answer.context["coming"]]


@pytest.mark.parametrize("role", Role)
def test_every_role_sees_what_is_open(member, harvest, coalition, role):
    assert shown(member(role, coalition=coalition)) == ["Harvest day"]


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER])
def test_nothing_of_ours_stands_beside_it(coordinator, member, harvest, coalition, role):
    person = coordinator.membership.person
    harvest.organisation.owner = person
    harvest.organisation.save()
    guest = MembershipFactory(coalition=coalition, person__full_name="Gus Guest").person
    EventGuest.objects.create(coalition=coalition, event=harvest, person=guest)
    TouchpointFactory(organisation=harvest.organisation, event=harvest)
    client = member(role, coalition=coalition)
    text = client.get(at(client, "events")).text
    for ours in ("touchy", "Gus Guest", str(person), "Logged as a talk", "Could go"):
        assert ours not in text
        assert ours in coordinator.get(at(coordinator, "events")).text
    for name in ("talks", "talks_of", "event_going", "event_edit"):
        args = (
            []
            if name == "talks"
            else [harvest.organisation_id if name == "talks_of" else harvest.pk]
        )
        assert f'"{at(client, name, *args)}"' not in text


def test_feed_carries_what_the_page_shows_and_no_note(speaker, harvest, day):
    PartnerEventFactory(
        organisation=harvest.organisation, name="Board dinner", on=day, open_to="invited"
    )
    told = b"".join(speaker.get(at(speaker, "events_feed"))).decode()
    assert "Harvest day" in told
    assert "Board dinner" not in told
    assert "touchy" not in told


def test_partner_does_not_see_what_is_for_the_invited_or_of_those_not_to_be_named(
    speaker, clinic, coalition, day
):
    def event(name, **told):
        open_to = told.pop("open_to", "everyone")
        made = OrganisationFactory(coalition=coalition, **told)
        PartnerEventFactory(organisation=made, name=name, on=day, open_to=open_to)
        return made

    event("For the invited", open_to="invited")
    event("Of a prospect", kind=Organisation.Kind.PROSPECT)
    event("Of somebody left out", is_left_out_of_directory=True)
    IncidentFactory(organisation=event("Of somebody paused"), paused=True)
    PartnerEventFactory(name="Elsewhere", on=day)
    event("For us", open_to="us")
    PartnerEventFactory(organisation=clinic, name="Our own dinner", on=day, open_to="invited")
    assert set(shown(speaker)) == {"For us", "Our own dinner"}


def test_partner_adds_changes_deletes_and_takes_back_its_own(speaker, clinic, day):
    form = speaker.get(at(speaker, "event_add"))
    assert 'name="note"' not in form.text
    told = {"organisation": clinic.pk, "name": "Open day", "on": day.isoformat(), "open_to": "us"}
    told["form_key"] = carried(form, "form_key")
    assert speaker.post(at(speaker, "event_add"), told).status_code == 302
    event = PartnerEvent.objects.get()
    assert event.organisation == clinic

    form = speaker.get(at(speaker, "event_edit", event.pk))
    told = {"name": "Open house", "on": day.isoformat(), "open_to": "us"}
    told["opened"] = carried(form, "opened")
    assert speaker.post(at(speaker, "event_edit", event.pk), told).status_code == 302
    assert shown(speaker) == ["Open house"]

    answer = speaker.post(at(speaker, "event_delete", event.pk))
    assert shown(speaker) == []
    [*_before, said] = get_messages(answer.wsgi_request)
    speaker.post(said.extra_tags.split("undo:")[1].split()[0])
    assert shown(speaker) == ["Open house"]


def test_our_note_stays_when_the_partner_changes_its_event(speaker, clinic, day):
    event = PartnerEventFactory(organisation=clinic, name="Open day", on=day, note="Bring flowers")
    form = speaker.get(at(speaker, "event_edit", event.pk))
    assert "Bring flowers" not in form.text
    told = {"name": "Open house", "on": day.isoformat(), "open_to": "us", "note": "Mine"}
    speaker.post(at(speaker, "event_edit", event.pk), told | {"opened": carried(form, "opened")})
    event.refresh_from_db()
    assert (event.name, event.note) == ("Open house", "Bring flowers")


def test_partner_cannot_touch_what_is_not_its_own(speaker, harvest, day, coordinator):
    for name in ("event_edit", "event_delete"):
        assert speaker.post(at(speaker, name, harvest.pk)).status_code == 404
    for name in ("event_going", "event_attended"):
        assert speaker.post(at(speaker, name, harvest.pk)).status_code == 403
    other = harvest.organisation_id
    assert speaker.get(at(speaker, "event_add") + f"?partner={other}").status_code == 404
    told = {"organisation": other, "name": "Sham", "on": day.isoformat(), "open_to": "us"}
    told["form_key"] = carried(speaker.get(at(speaker, "event_add")), "form_key")
    assert speaker.post(at(speaker, "event_add"), told).status_code == 422
    answer = coordinator.post(at(coordinator, "event_delete", harvest.pk))
    [said] = get_messages(answer.wsgi_request)
    change = said.extra_tags.split("undo:")[1].split()[0].rstrip("/").split("/")[-1]
    assert speaker.post(at(speaker, "event_undo", change)).status_code == 404
    assert not PartnerEvent.objects.exists()


def test_viewer_reads_and_adds_nothing(member, coalition, harvest):
    viewer = member(Role.VIEWER, coalition=coalition)
    assert viewer.get(at(viewer, "event_add")).status_code == 403
    assert "Add an event" not in viewer.get(at(viewer, "events")).text


def test_home_of_a_partner_leads_to_calendar_and_directory(speaker):
    home = speaker.get(f"/{speaker.slug}/").text
    for name in ("events", "event_add", "who_does_what", "services"):
        assert f'href="{at(speaker, name)}"' in home
