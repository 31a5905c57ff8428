"""Whoever has lost phone and recovery codes is let in again by the person who runs the installation."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import Person
from common.models import Letter
from tests.accounts.test_second_factors import SECOND, SECRET, ana, sign_in

__all__ = ["ana"]


@pytest.fixture
def locked_out(ana) -> Person:
    TOTP.activate(ana, SECRET)
    RecoveryCodes.activate(ana)
    return ana


@pytest.mark.django_db(transaction=True)
def test_their_password_lets_them_in_again(locked_out):
    before, after = Client(), Client()
    assert sign_in(before, locked_out)["Location"] == SECOND
    call_command("forget_second_factor", locked_out.email.upper())
    assert not Authenticator.objects.exists()
    assert not sign_in(after, locked_out)["Location"].startswith(SECOND)


def test_history_and_a_letter_tell_of_it(locked_out):
    call_command("forget_second_factor", locked_out.email)
    told = locked_out.events.order_by("pgh_id").last()
    assert told.pgh_context["verb"] == "person.second_factors_forgotten"
    letter = Letter.objects.get(kind="accounts/factor_removed")
    assert letter.to_address == locked_out.email
    assert "your account lost all of its second factors" in letter.text


def test_who_has_none_or_no_account_is_told_so(ana):
    with pytest.raises(CommandError, match="has no second factor"):
        call_command("forget_second_factor", ana.email)
    with pytest.raises(CommandError, match="Nobody has an account"):
        call_command("forget_second_factor", "nobody@example.org")
    assert not Letter.objects.exists()
