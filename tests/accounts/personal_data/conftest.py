"""Somebody of whom much is kept, and who may erase them."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from accounts import emails, operations
from accounts.models import Membership
from accounts.permissions import Role
from common.history.tracking import recording
from tests.accounts.personal_data.places import ADDRESS, NAME, PASSWORD
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory, PersonFactory


@pytest.fixture
def boss(db) -> Membership:
    return MembershipFactory(role=Role.ADMINISTRATOR, person__full_name="Ruth Adeyemi")


@pytest.fixture
def ana(boss) -> Membership:
    """A coordinator with a past: invited, renamed, wrote to people, keeps an organisation."""
    coalition = boss.coalition
    invitation = operations.invite(
        coalition=coalition,
        email=ADDRESS,
        full_name=NAME,
        role=Role.COORDINATOR,
        message="Dear Ana, please come.",
        by=boss.person,
        at=datetime.now(UTC),
    )
    person = PersonFactory(email=ADDRESS, full_name="Ana")
    EmailAddress.objects.create(user=person, email=ADDRESS, primary=True, verified=True)
    with recording("person.edited", by=person):
        person.full_name = NAME
        person.save()
    membership = operations.accept(
        invitation, by=person, at=datetime.now(UTC), on=coalition.day(at=datetime.now(UTC))
    )
    TOTP.activate(person, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    emails.new_device(person, device="Firefox on Mac", at=datetime.now(UTC))
    emails.sign_in_code(address=ADDRESS, code="ABC-DEF", at=datetime.now(UTC))
    operations.invite(
        coalition=coalition,
        email="guest@people.example",
        role=Role.VIEWER,
        by=person,
        at=datetime.now(UTC),
    )
    with recording("organisation.added", by=person, reason=f"{ADDRESS} said so"):
        OrganisationFactory(
            coalition=coalition, owner=person, name="Northgate", description=f"Ask {ADDRESS}."
        )
    return membership


@pytest.fixture
def client_of_ana(ana) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": ADDRESS, "password": PASSWORD})
    return MemberClient.of(ana)
