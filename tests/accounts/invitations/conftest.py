"""What several of these files begin with."""

import pytest

from accounts.models import Invitation, Person
from accounts.permissions import Role
from tests.factories import InvitationFactory, PersonFactory


@pytest.fixture
def has_mail(settings):
    settings.HAS_MAIL_SERVER = True


@pytest.fixture
def invitation(administrator) -> Invitation:
    return InvitationFactory(
        coalition=administrator.membership.coalition,
        email="ana@people.example",
        role=Role.STEERING,
        message="We need your voice.",
        invited_by=administrator.membership.person,
    )


@pytest.fixture
def ana(invitation) -> Person:
    return PersonFactory(email="ana@people.example", full_name="Ana Dunn")
