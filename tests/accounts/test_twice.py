"""Invitations, ends of memberships and second factors from two tabs, and pressed twice."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from accounts.models import Coalition
from common.models import Letter
from tests.accounts.test_second_factors import SECRET, ana, code_now, sign_in
from tests.factories import TODAY, InvitationFactory, MembershipFactory
from tests.forms import all_hidden, carried

__all__ = ["ana"]


def fresh(person) -> Client:
    """A browser in which the person has just signed in."""
    client = Client()
    sign_in(client, person)
    return client


def test_invitation_is_sent_again_once_for_two_presses(coordinator):
    invitation = InvitationFactory(coalition=coordinator.membership.coalition)
    page = coordinator.get(reverse("accounts:invitations", args=[coordinator.slug]))
    sent = {"form_key": carried(page, "form_key")}
    url = reverse("accounts:resend_invitation", args=[coordinator.slug, invitation.pk])
    assert [coordinator.post(url, sent).status_code for _press in "12"] == [302, 302]
    assert Letter.objects.count() == 1


def test_roles_that_need_a_second_factor_are_set_in_two_tabs(administrator):
    TOTP.activate(administrator.membership.person, SECRET)
    url = reverse("accounts:coalition_second_factor", args=[administrator.slug])
    marks = [carried(administrator.get(url), "opened") for _tab in "12"]
    administrator.post(url, {"roles": ["viewer"], "opened": marks[0]})
    answer = administrator.post(url, {"roles": ["steering"], "opened": marks[1]}, follow=True)
    assert "Your changes and theirs are both kept" in answer.content.decode()
    assert Coalition.objects.get().second_factor_for == ["steering", "viewer"]


def test_end_of_a_membership_set_by_two_is_asked_about(administrator):
    member = MembershipFactory(coalition=administrator.membership.coalition)
    url = reverse("accounts:end_membership", args=[administrator.slug, member.pk])
    page = administrator.get(url)
    today, mark = page.context["form"].initial["on"], carried(page, "opened")
    first, second = (str(today + timedelta(days=days)) for days in (30, 60))
    administrator.post(url, {"on": first, "opened": mark})
    asked = administrator.post(url, {"on": second, "opened": mark})
    assert asked.status_code == 409
    member.refresh_from_db()
    assert str(member.ended_on) == first
    assert administrator.post(url, {**all_hidden(asked), "keep-on": "mine"}).status_code == 302
    member.refresh_from_db()
    assert str(member.ended_on) == second


def test_form_to_end_a_membership_begins_with_the_end_that_is_set(administrator):
    end = TODAY.replace(year=2090)
    member = MembershipFactory(coalition=administrator.membership.coalition, ended_on=end)
    url = reverse("accounts:end_membership", args=[administrator.slug, member.pk])
    assert administrator.get(url).context["form"].initial["on"] == end


# ---------------------------------------------------------------- a person's own


def passkey_of(person) -> Authenticator:
    data = {"name": "Phone", "credential": {}}
    return Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data=data)


def test_passkey_renamed_in_two_tabs_is_asked_about(ana):
    client, passkey = fresh(ana), passkey_of(ana)
    url = reverse("mfa_edit_webauthn", args=[passkey.pk])
    mark = carried(client.get(url), "opened")
    assert client.post(url, {"name": "Red phone", "opened": mark}).status_code == 302
    asked = client.post(url, {"name": "Work phone", "opened": mark})
    assert asked.status_code == 409
    assert "Red phone" in asked.content.decode()
    assert client.post(url, {**all_hidden(asked), "keep-name": "theirs"}).status_code == 302
    passkey.refresh_from_db()
    assert passkey.data["name"] == "Red phone"


def test_passkey_of_somebody_else_is_not_there(ana):
    client, passkey = fresh(MembershipFactory().person), passkey_of(ana)
    assert client.get(reverse("mfa_edit_webauthn", args=[passkey.pk])).status_code == 404
    client.post(reverse("mfa_remove_webauthn", args=[passkey.pk]))
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_second_press_that_removes_a_passkey_finds_it_gone(ana):
    answer = fresh(ana).post(reverse("mfa_remove_webauthn", args=[999]))
    assert answer["Location"] == reverse("mfa_index")


def test_second_press_that_sets_up_the_app_does_not_lead_to_removing_it(ana):
    client = fresh(ana)
    TOTP.activate(ana, SECRET)
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_now()})
    assert answer["Location"] == reverse("mfa_index")
    assert Authenticator.objects.filter(type="totp").exists()


def test_second_press_that_removes_the_app_finds_it_gone(ana):
    answer = fresh(ana).post(reverse("mfa_deactivate_totp"))
    assert answer["Location"] == reverse("mfa_index")
