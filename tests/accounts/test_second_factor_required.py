"""A coalition may open to some roles only with a second factor."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.permissions import Role
from partners.models import Organisation
from tests.accounts.test_second_factors import SECOND, SECRET, code_now, sign_in
from tests.conftest import MemberClient
from tests.factories import MembershipFactory


@pytest.fixture
def careful(db) -> Membership:
    """A coordinator of a coalition that asks coordinators for a second factor."""
    membership = MembershipFactory(role=Role.COORDINATOR)
    membership.coalition.second_factor_for = [Role.COORDINATOR]
    membership.coalition.save()
    return membership


def needed(membership: Membership) -> str:
    return reverse("accounts:second_factor_needed", args=[membership.coalition.slug])


def settings_page(client: MemberClient) -> str:
    return reverse("accounts:coalition_second_factor", args=[client.slug])


def test_member_without_one_is_led_to_set_it_up_from_every_page(careful):
    client = MemberClient.of(careful)
    for name in ("dashboard:home", "partners:list", "partners:add", "accounts:members"):
        assert client.get(reverse(name, args=[client.slug]))["Location"] == needed(careful)
    page = client.get(needed(careful)).content.decode()
    assert "Set up a second factor first" in page
    assert reverse("mfa_activate_totp") in page


def test_piece_of_a_page_leads_the_whole_page_there(careful):
    client = MemberClient.of(careful)
    answer = client.get(
        reverse("partners:list", args=[client.slug]), headers={"hx-request": "true"}
    )
    assert answer["HX-Redirect"] == needed(careful)


def test_nothing_is_written_before(careful):
    client = MemberClient.of(careful)
    client.post(reverse("partners:add", args=[client.slug]), {"name": "New", "kind": "partner"})
    assert not Organisation.objects.exists()


def test_other_coalitions_and_own_pages_stay_open(careful):
    other = MembershipFactory(person=careful.person)
    client = MemberClient.of(careful)
    assert client.get(other.coalition.get_absolute_url()).status_code == 200
    for name in ("accounts:settings", "mfa_index", "accounts:coalitions"):
        assert client.get(reverse(name)).status_code == 200


def test_other_roles_come_in_as_before(careful):
    viewer = MembershipFactory(coalition=careful.coalition, role=Role.VIEWER)
    home = careful.coalition.get_absolute_url()
    assert MemberClient.of(viewer).get(home).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_one_up_opens_the_coalition_at_once(careful):
    client = Client()
    sign_in(client, careful.person)
    client.get(reverse("mfa_activate_totp"))
    client.post(reverse("mfa_activate_totp"), {"code": code_now(client.session["mfa.totp.secret"])})
    assert client.get(careful.coalition.get_absolute_url()).status_code == 200


def test_having_one_is_not_enough_when_this_sign_in_has_not_used_it(careful):
    TOTP.activate(careful.person, SECRET)
    client = MemberClient.of(careful)  # signed in before there was one
    home = careful.coalition.get_absolute_url()
    assert client.get(home)["Location"] == needed(careful)
    assert "Show your second factor" in client.get(needed(careful)).content.decode()
    confirm = f"{reverse('mfa_reauthenticate')}?next={home}"
    assert client.post(confirm, {"code": code_now()})["Location"] == home
    assert client.get(home).status_code == 200


def test_sign_in_with_the_code_comes_in(careful):
    TOTP.activate(careful.person, SECRET)
    client = Client()
    sign_in(client, careful.person)
    client.post(SECOND, {"code": code_now()})
    assert client.get(careful.coalition.get_absolute_url()).status_code == 200


def test_page_of_a_coalition_of_others_is_not_there(careful):
    assert MemberClient.of(MembershipFactory()).get(needed(careful)).status_code == 404


def test_who_asks_it_of_others_has_one(administrator):
    page = settings_page(administrator)
    answer = administrator.post(page, {"roles": ["administrator", "steering"]})
    assert "Set up a second factor of your own first" in answer.content.decode()
    TOTP.activate(administrator.membership.person, SECRET)
    administrator.post(page, {"roles": ["administrator", "steering"]})
    coalition = administrator.membership.coalition
    coalition.refresh_from_db()
    assert coalition.second_factor_for == ["administrator", "steering"]


def test_requirement_is_lifted(administrator):
    coalition = administrator.membership.coalition
    coalition.second_factor_for = [Role.VIEWER]
    coalition.save()
    administrator.post(settings_page(administrator), {})
    coalition.refresh_from_db()
    assert coalition.second_factor_for == []


def test_page_counts_who_has_one(administrator):
    viewer = MembershipFactory(coalition=administrator.membership.coalition, role=Role.VIEWER)
    MembershipFactory(coalition=administrator.membership.coalition, role=Role.VIEWER)
    TOTP.activate(viewer.person, SECRET)
    assert "1 of 2 members" in administrator.get(settings_page(administrator)).content.decode()
