"""What partners do in governance shows that they are active."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.models import Training, TrainingAttendance
from tests.factories import ContactFactory, OrganisationFactory
from tests.governance.charter.factories import CharterSignatureFactory
from tests.governance.factories import RoleAssignmentFactory
from tests.governance.seats.factories import RoleLetterFactory


@pytest.fixture
def old(coordinator):
    """A partner from years ago with somebody to call, of whom nothing was heard since."""
    since = timezone.localdate() - timedelta(days=900)
    made = OrganisationFactory(coalition=coordinator.membership.coalition, since_on=since)
    ContactFactory(organisation=made)
    return made


def reasons(client, organisation) -> list[str]:
    page = client.get(reverse("partners:composition_why", args=[client.slug, organisation.pk]))
    return [one.made.sign.key for one in page.context["why"].reasons]


def test_answer_to_the_charter_is_a_sign(coordinator, old):
    today = timezone.localdate()
    CharterSignatureFactory(version__coalition=old.coalition, organisation=old, given_on=today)
    assert reasons(coordinator, old) == ["charter"]


def test_answer_to_a_letter_about_a_seat_is_a_sign_and_the_seat_alone_is_none(coordinator, old):
    role = RoleAssignmentFactory(seat__body__coalition=old.coalition, organisation=old)
    letter = RoleLetterFactory(role=role, sent_on=timezone.localdate())
    assert reasons(coordinator, old) == []
    letter.answered_on = timezone.localdate()
    letter.save()
    assert reasons(coordinator, old) == ["seat"]


def test_coming_to_a_training_is_a_sign(coordinator, old):
    today = timezone.localdate()
    training = Training.objects.create(
        coalition=old.coalition, title="Plain words", held_on=today, hours=2
    )
    TrainingAttendance.objects.create(
        coalition=old.coalition, training=training, organisation=old, people=2
    )
    assert reasons(coordinator, old) == ["training"]
