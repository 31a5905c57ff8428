"""One-time codes, recovery codes, and confirming that it is you. Passkeys need a browser: tests/journeys."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from common.models import Letter
from tests.factories import PersonFactory

PASSWORD = "correct horse battery"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOGIN, SECOND = "/accounts/login/", "/accounts/login/second/"


def code_now(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def sign_in(client: Client, person: Person):
    return client.post(LOGIN, {"login": person.email, "password": PASSWORD})


@pytest.fixture
def ana(db) -> Person:
    return PersonFactory(email="ana@people.example", full_name="Ana Dunn")


@pytest.fixture
def with_app(ana) -> Person:
    TOTP.activate(ana, SECRET)
    RecoveryCodes.activate(ana)
    return ana


def test_app_is_set_up_with_its_first_code_and_leads_to_the_recovery_codes(client, ana):
    sign_in(client, ana)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'id="key">(\w+)<', page)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    codes = re.findall(r"<li>(\d{8})</li>", client.get(answer["Location"]).content.decode())
    assert len(codes) == 10
    assert "10 codes are left" in client.get(reverse("mfa_index")).content.decode()


def test_wrong_first_code_sets_nothing_up(client, ana):
    sign_in(client, ana)
    client.get(reverse("mfa_activate_totp"))
    answer = client.post(reverse("mfa_activate_totp"), {"code": "000000x"})
    assert "does not fit" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_secret_of_the_app_is_sealed_in_the_database(with_app):
    row = Authenticator.objects.get(type="totp")
    assert SECRET not in str(row.data)
    assert row.wrap().validate_code(code_now())


def test_password_alone_does_not_get_in_and_the_code_does(client, with_app):
    assert sign_in(client, with_app)["Location"] == SECOND
    assert not is_signed_in(client)
    assert client.get(SECOND).status_code == 200
    client.post(SECOND, {"code": code_now()})
    assert is_signed_in(client)


def test_code_gets_in_once_only(client, with_app):
    code = code_now()
    sign_in(client, with_app)
    client.post(SECOND, {"code": code})
    other = Client()
    sign_in(other, with_app)
    assert "does not fit" in other.post(SECOND, {"code": code}).content.decode()
    assert not is_signed_in(other)


def test_recovery_code_gets_in_once_and_is_told(client, with_app):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client, with_app)
    client.post(SECOND, {"code": code})
    assert is_signed_in(client)
    letter = Letter.objects.get(kind="accounts/recovery_code_used")
    assert "9 codes are left" in letter.text
    other = Client()
    sign_in(other, with_app)
    other.post(SECOND, {"code": code})
    assert not is_signed_in(other)


def test_mailed_code_and_forgotten_password_do_not_go_around_the_second_factor(
    client, with_app, mail_server
):
    client.post(reverse("account_request_login_code"), {"email": with_app.email})
    code = Letter.objects.get(kind="accounts/sign_in_code").secrets[0]
    answer = client.post(reverse("account_confirm_login_code"), {"code": code})
    assert answer["Location"] == SECOND
    assert not is_signed_in(client)


def test_five_wrong_codes_shut_even_the_right_one_out(client, with_app):
    sign_in(client, with_app)
    for _try in range(5):
        client.post(SECOND, {"code": "000000x"})
    answer = client.post(SECOND, {"code": code_now()})
    assert "Too many attempts" in answer.content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "name", ["mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"]
)
def test_change_asks_again_who_it_is_when_the_sign_in_is_not_fresh(client, ana, name):
    client.force_login(ana)
    asked = client.get(reverse(name))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    wrong = client.post(asked["Location"], {"password": "wrong password"})
    assert "not your password" in wrong.content.decode()
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == reverse(name)


def test_app_is_removed_with_its_recovery_codes_and_both_are_told(client, with_app):
    sign_in(client, with_app)
    client.post(SECOND, {"code": code_now()})
    assert "Remove the app" in client.get(reverse("mfa_deactivate_totp")).content.decode()
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    assert "an app for one-time codes" in Letter.objects.get(kind="accounts/factor_removed").text


def test_new_recovery_codes_replace_the_old(client, with_app, django_capture_on_commit_callbacks):
    before = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    sign_in(client, with_app)
    client.post(SECOND, {"code": code_now()})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))
    after = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(before) & set(after)
    assert Letter.objects.filter(kind="accounts/recovery_codes_renewed").exists()
    download = client.get(reverse("mfa_download_recovery_codes")).content.decode()
    assert all(code in download for code in after)


def test_page_hides_passkeys_where_the_address_is_a_number(client, ana):
    client.force_login(ana)
    page = reverse("mfa_index")
    link = reverse("mfa_add_webauthn")
    assert link in client.get(page, headers={"host": "localhost:8107"}).content.decode()
    assert link not in client.get(page, headers={"host": "127.0.0.1:8107"}).content.decode()
