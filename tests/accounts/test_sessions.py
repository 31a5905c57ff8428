"""Where a person is signed in, how they end that, and the letters that warn them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.devices import device_in_words
from accounts.models import Person, Session
from accounts.sessions import A_WHILE
from accounts.tasks import forget_sessions
from common.background.outbox import deliver
from common.models import Letter
from tests.factories import PersonFactory

PASSWORD = "correct horse battery"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
)


@pytest.fixture
def ana(db) -> Person:
    """Somebody who has been here for long, so that a new browser is news."""
    return PersonFactory(email="ana@people.example", joined_at=timezone.now() - timedelta(days=300))


def browser(person: Person, agent: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def page(client: Client) -> str:
    return client.get(reverse("mfa_index")).content.decode()


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (PHONE, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        ("curl/8.1", "An unknown browser"),
        ("", "An unknown browser"),
    ],
)
def test_browser_is_told_in_words(agent, words):
    assert device_in_words(agent) == words


def test_sign_ins_are_listed_with_this_one_first(ana):
    mine, phone = browser(ana), browser(ana, PHONE)
    sign_ins = phone.get(reverse("mfa_index")).context["sign_ins"]
    assert [(each.device, each.is_this) for each in sign_ins] == [
        ("Safari on iPhone", True),
        ("Firefox on Windows", False),
    ]
    assert Session.objects.get(pk=mine.session.session_key).person == ana


def test_sign_in_of_somebody_else_is_neither_listed_nor_ended(ana):
    stranger = browser(PersonFactory(), EDGE)
    mine = browser(ana)
    assert "Edge" not in page(mine)
    mark = Session.objects.get(pk=stranger.session.session_key).mark
    mine.post(reverse("accounts:end_sign_in", args=[mark]))
    assert stranger.get(reverse("accounts:settings")).status_code == 200


def test_one_sign_in_is_ended_at_once(ana):
    mine, phone = browser(ana), browser(ana, PHONE)
    mark = Session.objects.get(pk=phone.session.session_key).mark
    mine.post(reverse("accounts:end_sign_in", args=[mark]))
    assert phone.get(reverse("accounts:settings")).status_code == 302
    assert mine.get(reverse("accounts:settings")).status_code == 200


def test_all_others_are_ended_and_this_one_stays(ana):
    mine, phone, tablet = (browser(ana, agent) for agent in (FIREFOX, PHONE, EDGE))
    mine.post(reverse("accounts:end_other_sign_ins"))
    states = [each.get(reverse("accounts:settings")).status_code for each in (mine, phone, tablet)]
    assert states == [200, 302, 302]


def test_key_of_a_session_stands_on_no_page(ana):
    mine, phone = browser(ana), browser(ana, PHONE)
    assert phone.session.session_key not in page(mine)


def test_use_is_noted_now_and_then(ana):
    mine = browser(ana)
    row = Session.objects.filter(pk=mine.session.session_key)
    long_ago = timezone.now() - A_WHILE * 3
    row.update(last_seen_at=long_ago)
    mine.get(reverse("accounts:settings"))
    seen = row.get().last_seen_at
    assert seen > long_ago
    mine.get(reverse("accounts:settings"))
    assert row.get().last_seen_at == seen


def test_sessions_that_ran_out_are_forgotten(ana):
    mine, phone = browser(ana), browser(ana, PHONE)
    Session.objects.filter(pk=phone.session.session_key).update(
        expire_date=timezone.now() - timedelta(days=1)
    )
    assert "iPhone" not in page(mine)
    forget_sessions()
    assert list(Session.objects.values_list("pk", flat=True)) == [mine.session.session_key]


def test_page_asks_as_often_for_many_sign_ins_as_for_one(ana, django_assert_max_num_queries):
    mine = browser(ana)
    with django_assert_max_num_queries(12) as few:
        page(mine)
    number = len(few)
    for _each in range(3):
        browser(ana, PHONE)
    with django_assert_max_num_queries(number):
        page(mine)


# ---------------------------------------------------------------- letters


def kinds() -> list[str]:
    return list(Letter.objects.order_by("pk").values_list("kind", flat=True))


def test_new_browser_is_told_by_mail_once(ana, mail_server):
    first = browser(ana)
    assert kinds() == ["accounts/new_device"]
    first.post(reverse("account_logout"))
    first.post("/accounts/login/", {"login": ana.email, "password": PASSWORD})
    assert kinds() == ["accounts/new_device"]
    browser(ana, PHONE)
    assert kinds() == ["accounts/new_device"] * 2
    deliver(at=datetime.now(UTC))
    assert mail_server.recipients == [ana.email] * 2
    text = mail_server.letters[1].get_body(["plain"]).get_content()
    assert "Safari on iPhone" in text
    assert reverse("mfa_index") in text


def test_newcomer_is_not_warned_of_themself(db):
    browser(PersonFactory())
    assert kinds() == []


def test_letter_is_in_the_language_of_the_person(ana):
    Person.objects.update(language="es")
    browser(ana)
    assert Letter.objects.get().tenant is None


def test_browser_known_to_one_is_new_to_another(ana):
    shared = browser(ana)
    shared.post(reverse("account_logout"))
    ben = PersonFactory(joined_at=ana.joined_at)
    shared.post("/accounts/login/", {"login": ben.email, "password": PASSWORD})
    assert Letter.objects.filter(to_address=ben.email, kind="accounts/new_device").count() == 1


def test_forged_mark_of_a_known_browser_is_not_believed(ana):
    client = Client()
    client.cookies["known"] = f"[{ana.pk}]"
    client.post("/accounts/login/", {"login": ana.email, "password": PASSWORD})
    assert kinds() == ["accounts/new_device"]


def test_changed_password_is_told_and_ends_the_other_sign_ins(ana):
    mine, phone = browser(ana), browser(ana, PHONE)
    new = "another long one 77"
    mine.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert kinds()[-1] == "accounts/password_changed"
    assert mine.get(reverse("accounts:settings")).status_code == 200
    assert phone.get(reverse("accounts:settings")).status_code == 302


# ---------------------------------------------------------------- passwords


def test_password_kept_by_an_older_method_is_kept_by_argon2_after_the_next_sign_in(ana, settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.Argon2PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    Person.objects.update(password=make_password(PASSWORD, hasher="pbkdf2_sha256"))
    browser(ana)
    ana.refresh_from_db()
    assert ana.password.startswith("argon2$argon2id$")
