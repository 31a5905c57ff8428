"""Settings in two tabs, forms after the sign-in expired, and who else has a form open."""

import html
import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Coalition, Invitation, Membership, Person
from accounts.permissions import Role
from common.cache import ForgivingRedisCache
from common.editing import presence
from common.editing.form_keys import forget
from common.models import SentForm
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import NOW, MembershipFactory, OrganisationFactory
from tests.forms import all_hidden, carried

NO_ADDRESSES = {"addresses-TOTAL_FORMS": "1", "addresses-INITIAL_FORMS": "0"}
PASSWORD = "correct horse battery"


# ---------------------------------------------------------------- settings


def test_coalition_settings_in_two_tabs(administrator):
    url = reverse("accounts:coalition_settings", args=[administrator.slug])
    shown = Coalition.objects.values("name", "place", "problem_statement", "time_zone").get()
    marks = [carried(administrator.get(url), "opened") for _tab in "12"]
    first = {**shown, "place": "Elm Park", "short_name": "EP", "opened": marks[0]}
    assert administrator.post(url, first).status_code == 302
    asked = administrator.post(url, {**shown, "place": "Oak Hill", "opened": marks[1]})
    assert asked.status_code == 409
    assert "Elm Park" in asked.content.decode()
    chosen = {**all_hidden(asked), "keep-place": "mine"}
    assert administrator.post(url, chosen).status_code == 302
    coalition = Coalition.objects.get()
    assert (coalition.place, coalition.short_name) == ("Oak Hill", "EP")


def test_own_settings_in_two_tabs(coordinator):
    url = reverse("accounts:settings")
    name = coordinator.membership.person.full_name
    marks = [carried(coordinator.get(url), "opened") for _tab in "12"]
    coordinator.post(url, {"full_name": name, "language": "es", "opened": marks[0]})
    answer = coordinator.post(url, {"full_name": "Ana Ruiz", "language": "", "opened": marks[1]})
    assert answer.status_code == 302
    person = Person.objects.get()
    assert (person.full_name, person.language) == ("Ana Ruiz", "es")


def test_role_given_by_two_administrators(administrator):
    coalition = administrator.membership.coalition
    other = MembershipFactory(coalition=coalition, role=Role.VIEWER)
    page = administrator.get(reverse("accounts:members", args=[administrator.slug]))
    marks = re.findall(r'name="opened" value="([^"]+)"', page.content.decode())
    rows = [each.pk for each in coalition.members.active().with_people()]
    mark = html.unescape(marks[rows.index(other.pk)])
    url = reverse("accounts:change_role", args=[administrator.slug, other.pk])
    assert administrator.post(url, {"role": "steering", "opened": mark}).status_code == 302
    asked = administrator.post(url, {"role": "coordinator", "opened": mark})
    assert asked.status_code == 409
    assert administrator.post(url, {**all_hidden(asked), "keep-role": "mine"}).status_code == 302
    assert Membership.objects.get(pk=other.pk).role == Role.COORDINATOR


# ---------------------------------------------------------------- pressed twice


def test_invitation_pressed_twice_is_sent_once(coordinator):
    url = reverse("accounts:invite", args=[coordinator.slug])
    sent = {"email": "new@people.example", "role": "viewer"}
    sent["form_key"] = carried(coordinator.get(url), "form_key")
    assert [coordinator.post(url, sent).status_code for _press in "12"] == [302, 302]
    assert Invitation.objects.count() == 1


def test_coalition_founded_twice_is_founded_once(coordinator):
    url = reverse("accounts:found")
    sent = {
        "name": "Elm Park Cares",
        "slug": "elm-park",
        "place": "Elm Park",
        "problem_statement": "Falls",
        "sector_preset": "empty",
        "form_key": carried(coordinator.get(url), "form_key"),
    }
    assert [coordinator.post(url, sent).status_code for _press in "12"] == [302, 302]
    assert Coalition.objects.filter(name="Elm Park Cares").count() == 1


def test_what_was_sent_is_forgotten_after_its_time(db):
    SentForm.objects.create(sending="old", at=NOW - timedelta(days=2))
    SentForm.objects.create(sending="new", at=NOW)
    assert forget(before=NOW - timedelta(days=1)) == 1
    assert SentForm.objects.get().sending == "new"


# ---------------------------------------------------------------- the sign-in expired


def expired(client: MemberClient, url: str, sent: dict) -> str:
    """What the sign-in page is told to return to, after the session ended before the form was sent."""
    client.logout()
    answer = client.post(url, sent)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
    return answer["Location"]


def sign_in(location: str, person: Person) -> tuple[Client, str]:
    client = Client()
    answer = client.post(location, {"login": person.email, "password": PASSWORD})
    assert answer.status_code == 302
    return client, answer["Location"]


def test_form_sent_after_the_sign_in_expired_comes_back_filled_and_unsaved(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition, name="Elm")
    url = reverse("partners:edit", args=[coordinator.slug, organisation.pk])
    sent = {"name": "Elm Park", "kind": "partner", "description": "Half typed", **NO_ADDRESSES}
    sent["opened"] = carried(coordinator.get(url), "opened")
    client, back = sign_in(expired(coordinator, url, sent), coordinator.membership.person)
    page = client.get(back)
    assert page.status_code == 200
    assert "Half typed" in page.content.decode()
    assert "signed out before this was sent" in page.content.decode()
    organisation.refresh_from_db()
    assert organisation.description == ""
    again = client.post(back, {**sent, "opened": carried(page, "opened")})
    assert again.status_code == 302
    organisation.refresh_from_db()
    assert organisation.description == "Half typed"


@pytest.mark.parametrize("name", ["partners:add", "accounts:invite", "accounts:found"])
def test_new_thing_sent_after_the_sign_in_expired_comes_back(coordinator, name):
    url = reverse(name, args=[] if name == "accounts:found" else [coordinator.slug])
    key = carried(coordinator.get(url), "form_key")
    sent = {"name": "Half typed", "full_name": "Half typed", "form_key": key, **NO_ADDRESSES}
    client, back = sign_in(expired(coordinator, url, sent), coordinator.membership.person)
    assert "Half typed" in client.get(back).content.decode()
    assert not Organisation.objects.exists()


def test_somebody_else_who_signs_in_does_not_get_it(coordinator, member):
    other = member(Role.COORDINATOR, coalition=coordinator.membership.coalition)
    url = reverse("partners:add", args=[coordinator.slug])
    key = carried(coordinator.get(url), "form_key")
    sent = {"name": "Half typed", "form_key": key, **NO_ADDRESSES}
    client, back = sign_in(expired(coordinator, url, sent), other.membership.person)
    assert "Half typed" not in client.get(back).content.decode()


def test_stranger_can_leave_nothing(db):
    url = reverse("partners:add", args=["anything"])
    answer = Client().post(url, {"name": "Spam", "form_key": "made up"})
    back = parse_qs(urlsplit(answer["Location"]).query)["next"]
    assert back == [f"{url}?kept=-"]


# ---------------------------------------------------------------- who else edits it


@pytest.fixture
def open_form(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition)
    page = coordinator.get(reverse("partners:edit", args=[coordinator.slug, organisation.pk]))
    record = re.search(r'"record": "([^"]+)"', html.unescape(page.content.decode()))
    return coordinator, record[1]


def poll(client: MemberClient, record: str, shown: str = ""):
    url = reverse("accounts:editing", args=[client.slug])
    return client.post(url, {"record": record, "shown": shown})


def test_others_who_edit_are_named_once(open_form, member):
    coordinator, record = open_form
    other = member(Role.COORDINATOR, coalition=coordinator.membership.coalition)
    assert poll(coordinator, record).status_code == 204
    answer = poll(other, record)
    assert f"{coordinator.membership.person} is editing this too" in answer.content.decode()
    assert poll(other, record, shown=str(coordinator.membership.person.pk)).status_code == 204


def test_whoever_saved_is_no_longer_named(open_form, member):
    coordinator, record = open_form
    other = member(Role.COORDINATOR, coalition=coordinator.membership.coalition)
    poll(coordinator, record)
    presence.leave(record, person=coordinator.membership.person.pk, at=timezone.now())
    assert poll(other, record).status_code == 204


def test_mark_expires_by_itself(db):
    record = presence.sign("partners.organisation:1", tenant=1)
    presence.arrive(record, person=1, name="Ana", at=NOW)
    later = NOW + timedelta(seconds=61)
    assert presence.arrive(record, person=2, name="Ben", at=NOW + timedelta(seconds=30)) != []
    assert presence.arrive(record, person=3, name="Eva", at=later)[0].name == "Ben"


def test_record_of_another_coalition_is_not_told(open_form, member):
    coordinator, record = open_form
    poll(coordinator, record)
    assert poll(member(Role.COORDINATOR), record).status_code == 204
    assert poll(coordinator, "made up").status_code == 204


def test_without_redis_a_process_knows_its_own_readers_and_saving_works(
    open_form, member, monkeypatch
):
    coordinator, record = open_form
    dead = ForgivingRedisCache(
        "redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1}}
    )
    for module in ("common.editing.presence", "common.editing.expired_sign_in", "partners.recent"):
        monkeypatch.setattr(f"{module}.cache", dead)
    other = member(Role.COORDINATOR, coalition=coordinator.membership.coalition)
    assert poll(coordinator, record).status_code == 204
    assert poll(other, record).status_code == 200
    organisation = Organisation.objects.get()
    url = reverse("partners:edit", args=[coordinator.slug, organisation.pk])
    sent = {"name": "Elm Park", "kind": "partner", **NO_ADDRESSES}
    sent["opened"] = carried(coordinator.get(url), "opened")
    assert coordinator.post(url, sent).status_code == 302
