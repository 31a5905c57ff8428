"""Signing in by password or by mailed code, and everything that keeps others out."""

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.models import Person
from common.background.outbox import deliver
from common.models import Letter
from tests.factories import MembershipFactory, PersonFactory

PASSWORD = "correct horse battery"
NEW = "another long one 77"
LOGIN = "/accounts/login/"


@pytest.fixture
def ana(db) -> Person:
    return PersonFactory(email="ana@people.example", full_name="Ana Dunn")


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def sign_in(client: Client, password: str = PASSWORD, address: str = "ana@people.example", **more):
    return client.post(LOGIN, {"login": address, "password": password, **more})


def code_in(letter) -> str:
    """The line that holds the code, for example "BCD-FGH"."""
    lines = letter.get_body(["plain"]).get_content().splitlines()
    return next(line for line in lines if re.fullmatch(r"[A-Z0-9-]{6,}", line))


# ---------------------------------------------------------------- password


def test_person_signs_in_and_lands_among_their_coalitions(client, ana):
    assert sign_in(client)["Location"] == reverse("accounts:coalitions")
    assert is_signed_in(client)


def test_address_in_capital_letters_is_the_same_address(client, ana):
    sign_in(client, address="ANA@People.Example")
    assert is_signed_in(client)


def test_wrong_password_and_unknown_address_are_answered_alike(client, ana):
    wrong = sign_in(client, "wrong password")
    unknown = sign_in(client, address="nobody@people.example")
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert "do not belong together" in wrong.content.decode()
    assert 'value="ana@people.example"' in wrong.content.decode()


def test_too_many_wrong_passwords_shut_even_the_right_one_out(client, ana):
    for _try in range(5):
        sign_in(client, "wrong password")
    answer = sign_in(client)
    assert "Too many attempts" in answer.content.decode()
    assert not is_signed_in(client)


def test_closed_account_does_not_get_in(client, ana):
    Person.objects.update(is_active=False)
    assert sign_in(client)["Location"] == reverse("account_inactive")
    assert not is_signed_in(client)


def test_dead_redis_keeps_nobody_out(client, ana, settings):
    settings.CACHES = {
        "default": django_settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    }
    assert cache.get("anything") is None
    sign_in(client)
    assert is_signed_in(client)


def test_dead_redis_does_not_open_the_gate_to_guessing(client, ana, settings, tmp_path):
    dead = {"LOCATION": "redis://127.0.0.1:1/0", "KEY_PREFIX": str(tmp_path)}
    settings.CACHES = {"default": django_settings.CACHES["default"] | dead}
    for _try in range(5):
        sign_in(client, "wrong password")
    assert "Too many attempts" in sign_in(client).content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"],
)
def test_sign_in_leads_only_to_our_own_pages(client, ana, elsewhere):
    answer = sign_in(client, next=elsewhere)
    assert answer["Location"] == reverse("accounts:coalitions")


def test_sign_in_leads_back_to_the_page_that_asked(client, ana):
    asked = client.get(reverse("accounts:settings"))["Location"]
    answer = client.post(asked, {"login": ana.email, "password": PASSWORD})
    assert answer["Location"] == reverse("accounts:settings")


def test_signing_out_needs_a_press(client, ana):
    sign_in(client)
    client.get(reverse("account_logout"))
    assert is_signed_in(client)
    client.post(reverse("account_logout"))
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "name", ["account_email", "mfa_signup_webauthn", "account_email_verification_sent"]
)
def test_what_we_do_not_offer_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


# ---------------------------------------------------------------- mailed code


def test_person_signs_in_with_a_mailed_code(client, ana, mail_server):
    answer = client.post(reverse("account_request_login_code"), {"email": ana.email})
    assert answer["Location"] == reverse("account_confirm_login_code")
    deliver(at=datetime.now(UTC))
    assert mail_server.recipients == [ana.email]
    code = code_in(mail_server.letters[0])
    assert code not in client.get(answer["Location"]).content.decode()
    client.post(answer["Location"], {"code": code})
    assert is_signed_in(client)


def test_code_is_personal_and_gone_once_it_has_left(client, ana, mail_server):
    client.post(reverse("account_request_login_code"), {"email": ana.email})
    deliver(at=datetime.now(UTC))
    code = code_in(mail_server.letters[0])
    letter = Letter.objects.get()
    assert letter.tenant is None
    assert code not in f"{letter.subject}{letter.text}{letter.html}{letter.secrets}"


def test_wrong_code_does_not_get_in_and_three_end_it(client, ana, mail_server):
    client.post(reverse("account_request_login_code"), {"email": ana.email})
    page = reverse("account_confirm_login_code")
    assert "not the code" in client.post(page, {"code": "WRONG"}).content.decode()
    client.post(page, {"code": "WRONG"})
    assert client.post(page, {"code": "WRONG"}).status_code == 302
    deliver(at=datetime.now(UTC))
    client.post(page, {"code": code_in(mail_server.letters[0])})
    assert not is_signed_in(client)


def test_code_for_an_unknown_address_is_answered_alike_and_told_to_the_mailbox_only(
    client, ana, mail_server
):
    known = client.post(reverse("account_request_login_code"), {"email": ana.email})
    other = Client()
    unknown = other.post(reverse("account_request_login_code"), {"email": "x@people.example"})
    assert known["Location"] == unknown["Location"]
    pages = [each.get(known["Location"]).content.decode() for each in (client, other)]
    shapes = {re.sub(r"ana@people|x@people|value=\"\w{64}\"", "", page) for page in pages}
    assert len(shapes) == 1
    deliver(at=datetime.now(UTC))
    assert [letter["Subject"] for letter in mail_server.letters][1].startswith("Nobody signs in")


def test_without_mail_server_no_code_is_offered_and_none_is_written(client, ana):
    assert reverse("account_request_login_code") not in client.get(LOGIN).content.decode()
    assert "cannot send mail yet" in client.get(LOGIN).content.decode()
    for name in ("account_request_login_code", "account_reset_password"):
        answer = client.post(reverse(name), {"email": ana.email})
        assert "cannot send mail yet" in answer.content.decode()
    assert not Letter.objects.exists()


def test_with_mail_server_the_code_is_offered(client, settings, ana):
    settings.HAS_MAIL_SERVER = True
    assert reverse("account_request_login_code") in client.get(LOGIN).content.decode()


# ---------------------------------------------------------------- forgotten and changed passwords


def test_forgotten_password_is_replaced_through_the_mailed_link_once(client, ana, mail_server):
    client.post(reverse("account_reset_password"), {"email": ana.email})
    deliver(at=datetime.now(UTC))
    text = mail_server.letters[0].get_body(["plain"]).get_content()
    link = re.search(r"http://127\.0\.0\.1:8000(/\S+)", text)[1]
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    assert is_signed_in(client)
    ana.refresh_from_db()
    assert ana.check_password(NEW)
    assert "does not work any more" in Client().get(link).content.decode()


def test_reset_for_an_unknown_address_is_answered_alike(client, ana, mail_server):
    answers = [
        client.post(reverse("account_reset_password"), {"email": address})["Location"]
        for address in (ana.email, "nobody@people.example")
    ]
    assert answers == [reverse("account_reset_password_done")] * 2


def test_password_is_changed_with_the_old_one(client, ana):
    client.force_login(ana)
    page = reverse("account_change_password")
    wrong = {"oldpassword": "nonsense", "password1": NEW, "password2": NEW}
    assert "not your password" in client.post(page, wrong).content.decode() or (
        client.post(page, wrong).context["form"].errors
    )
    answer = client.post(page, wrong | {"oldpassword": PASSWORD})
    assert answer["Location"] == reverse("accounts:settings")
    ana.refresh_from_db()
    assert ana.check_password(NEW)


def test_person_without_password_chooses_one(client, ana):
    ana.set_unusable_password()
    ana.save()
    client.force_login(ana)
    assert client.get(reverse("account_change_password"))["Location"] == reverse(
        "account_set_password"
    )
    client.post(reverse("account_set_password"), {"password1": NEW, "password2": NEW})
    ana.refresh_from_db()
    assert ana.check_password(NEW)


# ---------------------------------------------------------------- the first person


FIRST = {"full_name": "Ruth Adeyemi", "email": "Ruth@People.example", "password": NEW}


def test_first_person_of_an_empty_installation_comes_as_they_are(client, db):
    answer = client.post(reverse("account_signup"), FIRST)
    assert answer["Location"] == reverse("accounts:found")
    assert is_signed_in(client)
    assert Person.objects.get().email == "ruth@people.example"


def test_sign_in_page_of_an_empty_installation_leads_to_the_first_account(client, db):
    assert client.get("/accounts/login/")["Location"] == reverse("account_signup")


def test_sign_in_page_stays_one_when_somebody_is_there(client, ana):
    assert client.get("/accounts/login/").status_code == 200


def test_everybody_after_the_first_comes_by_invitation(client, ana):
    answer = client.post(reverse("account_signup"), FIRST)
    assert "People come by invitation" in answer.content.decode()
    assert Person.objects.get() == ana


def test_ended_membership_is_over_at_once(client, ana):
    membership = MembershipFactory(person=ana)
    client.force_login(ana)
    home = membership.coalition.get_absolute_url()
    assert client.get(home).status_code == 200
    membership.ended_on = membership.coalition.day(at=datetime.now(UTC))
    membership.save()
    assert client.get(home).status_code == 404
