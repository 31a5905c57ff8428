"""A coalition that has said who must be here, and never read together who is, is reminded of it."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from tests.factories import OrganisationFactory
from tests.partners.composition.table import at, needed
from tests.partners.pipeline.way import text


def home(client) -> str:
    OrganisationFactory(coalition=client.membership.coalition)
    return text(client.get(reverse("dashboard:home", args=[client.slug])))


def sign(client) -> None:
    """The second half of 2025, read today."""
    coalition, today = client.membership.coalition, timezone.localdate()
    coalition.founded_on = date(2024, 1, 1)
    coalition.save()
    told = {"read_with": "the steering committee", "read_on": today, "notes": ""}
    told["next_review_on"] = today + timedelta(days=180)
    client.post(at(client, "composition_sign", 2025, 2), told)


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
