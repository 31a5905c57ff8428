"""What a person decides for themselves."""

import pytest
from django.urls import reverse

from tests.factories import PersonFactory


@pytest.fixture
def person(client, db):
    person = PersonFactory(full_name="Ana")
    client.force_login(person)
    return person


def test_settings_are_saved(client, person):
    fields = {"full_name": "Ana Dunn", "language": "es", "time_zone": "America/Lima"}
    client.post(reverse("accounts:settings"), fields)
    person.refresh_from_db()
    assert {name: getattr(person, name) for name in fields} == fields


def test_settings_may_be_left_to_browser_and_coalition(client, person):
    client.post(reverse("accounts:settings"), {"full_name": "Ana", "language": "", "time_zone": ""})
    person.refresh_from_db()
    assert (person.language, person.time_zone) == ("", "")


@pytest.mark.parametrize(
    "wrong", [{"language": "xx"}, {"time_zone": "Mars/Base"}, {"full_name": ""}]
)
def test_settings_that_do_not_exist_are_refused(client, person, wrong):
    fields = {"full_name": "Ana Dunn", "language": "", "time_zone": ""} | wrong
    answer = client.post(reverse("accounts:settings"), fields)
    assert set(answer.context["form"].errors) == set(wrong)
    person.refresh_from_db()
    assert person.full_name == "Ana"


def test_stranger_switches_language_for_this_browser(client, db):
    answer = client.post(
        reverse("accounts:language"), {"language": "es", "next": "/accounts/login/"}
    )
    assert answer["Location"] == "/accounts/login/"
    assert client.get("/accounts/login/")["Content-Language"] == "es"


def test_language_switch_of_somebody_signed_in_lasts(client, person):
    client.post(reverse("accounts:language"), {"language": "es"})
    person.refresh_from_db()
    assert person.language == "es"


def test_theme_is_kept_in_a_cookie(client, coordinator):
    client.post(reverse("accounts:theme"), {"theme": "dark"})
    assert client.cookies["theme"].value == "dark"
    assert client.cookies["theme"]["httponly"]
    assert 'data-bs-theme="dark"' in client.get("/accounts/login/").content.decode()


@pytest.mark.parametrize(("name", "field"), [("theme", "theme"), ("language", "language")])
def test_switch_ignores_what_is_not_offered_and_leads_only_home(client, db, name, field):
    answer = client.post(
        reverse(f"accounts:{name}"), {field: "evil", "next": "https://evil.example/"}
    )
    assert answer["Location"] == "/"
    assert not answer.cookies
    assert client.get(reverse(f"accounts:{name}")).status_code == 405
