"""A coalition that has said who must be here, and never read together who is, is reminded of it."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tests.partners.composition.table import at, needed
from tests.partners.pipeline.way import text


def home(client) -> str:
    return text(client.get(reverse("dashboard:home", args=[client.slug])))


def sign(client) -> None:
    today = timezone.localdate()
    told = {"read_with": "the steering committee", "read_on": str(today), "notes": ""}
    later = str(today + timedelta(days=180))
    half = 1 if today.month < 7 else 2
    client.post(at(client, "composition_sign", today.year, half), {**told, "next_review_on": later})


def test_coalition_that_never_read_is_reminded_since_it_said_who_must_be_here(coordinator):
    assert "Read together who is at the table" not in home(coordinator)
    needed(coordinator.membership.coalition, sector="Media")
    needed(coordinator.membership.coalition, sector="Faith")
    page = home(coordinator)
    assert page.count("Read together who is at the table") == 1
    assert "You said then who must be here, and have not looked together yet at who is." in page
    readings = text(coordinator.get(at(coordinator, "composition_reports")))
    assert "The first reading is due since" in readings


def test_reading_it_once_ends_the_reminder(coordinator):
    needed(coordinator.membership.coalition, sector="Media")
    sign(coordinator)
    assert "Read together who is at the table" not in home(coordinator)
    readings = text(coordinator.get(at(coordinator, "composition_reports")))
    assert "The first reading is due since" not in readings


def test_who_asks_for_nobody_any_more_is_not_reminded(coordinator):
    voice = needed(coordinator.membership.coalition, sector="Media")
    coordinator.post(at(coordinator, "needed_retire", voice.pk))
    assert "Read together who is at the table" not in home(coordinator)
