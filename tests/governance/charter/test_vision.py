"""Whom a coalition invites reads what it strives for, as the charter that holds says it."""

import pytest
from django.urls import reverse

from common.models import Letter
from tests.forms import carried
from tests.governance.charter.factories import CharterVersionFactory

pytestmark = pytest.mark.django_db
VISION = "Fresh food within a walk."


def letter_to(client) -> Letter:
    url = reverse("accounts:invite", args=[client.slug])
    key = carried(client.get(url), "form_key")
    client.post(url, {"email": "new@x.example", "role": "viewer", "form_key": key})
    return Letter.objects.get()


def test_invitation_tells_the_vision(coordinator):
    CharterVersionFactory(coalition=coordinator.membership.coalition, vision=VISION)
    letter = letter_to(coordinator)
    assert VISION in letter.text
    assert VISION in letter.html


def test_vision_of_a_draft_is_not_told(coordinator):
    CharterVersionFactory(coalition=coordinator.membership.coalition, vision=VISION, draft=True)
    assert VISION not in letter_to(coordinator).text
