"""Strangers ask to join on the public page, and a coordinator answers."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.history.tracking import recording
from common.models import Letter
from governance.models import JoinRequest, OpenDoor
from governance.views.joining.public import MOST_SENDINGS
from partners.models import Contact, Nomination, Organisation
from tests.factories import ContactFactory, OrganisationFactory
from tests.forms import carried
from tests.governance.joining.factories import JoinRequestFactory, OpenDoorFactory
from tests.governance.joining.pages import at, said, text, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(coordinator):
    return OpenDoorFactory(
        coalition=coordinator.membership.coalition, answered_by=coordinator.membership.person
    )


def ask(door, client=None, **told):
    client = client or Client()
    page = client.get(door.path)
    typed = {
        "contact_name": "Lena Moss",
        "email": "lena@elm.example",
        "organisation_name": "Elm Center",
        "hopes": "Cook together.",
        "times": ["Online"],
        "needs": "A ride",
        "consent": "on",
        "form_key": carried(page, "form_key"),
        **told,
    }
    return client.post(door.path, typed)


def letters(kind):
    return Letter.objects.filter(kind=f"governance/{kind}")


# ---------------------------------------------------------------- strangers


def test_shut_door_and_unknown_coalition_are_answered_alike(door):
    OpenDoor.objects.update(is_open=False)
    shut = Client().get(door.path)
    unknown = Client().get(reverse("join", args=["nowhere"]))
    assert (shut.status_code, unknown.status_code) == (404, 404)
    assert Client().get(reverse("join_sent", args=[door.coalition.slug])).status_code == 404
    assert Client().post(door.path, {"contact_name": "Lena"}).status_code == 404
    assert not JoinRequest.objects.exists()


def test_page_shows_the_welcome_and_nothing_else_of_the_coalition(door):
    OrganisationFactory(coalition=door.coalition, name="Secret Partner")
    page = Client().get(door.path).text
    assert door.welcome in page
    assert "Secret Partner" not in page
    assert f"/{door.coalition.slug}/partners/" not in page


def test_stranger_asks_and_gets_a_letter(door):
    answer = ask(door)
    assert answer.status_code == 302
    made = JoinRequest.objects.get()
    assert (made.organisation_name, made.times, made.needs) == ("Elm Center", ["Online"], "A ride")
    assert made.consented_at
    letter = letters("join_request_received").get()
    assert (letter.to_address, letter.tenant) == ("lena@elm.example", door.coalition_id)
    assert letter.headers["Reply-To"] == door.answered_by.email
    assert "Thank you" in Client().get(answer["Location"]).text


def test_what_was_typed_stays_when_something_is_missing(door):
    answer = ask(door, email="lena at elm", consent="")
    assert answer.status_code == 422
    assert "lena at elm" in answer.text
    assert not JoinRequest.objects.exists()
    assert not Letter.objects.exists()


def test_robot_leaves_nothing(door):
    assert ask(door, nickname="Cheap watches").status_code == 302
    assert not JoinRequest.objects.exists()


def test_same_again_is_answered_alike_and_kept_once(door):
    first = ask(door)
    second = ask(door, organisation_name="ELM center", email="Lena@Elm.example")
    assert first["Location"] == second["Location"]
    assert JoinRequest.objects.count() == 1
    assert Letter.objects.count() == 1


def test_one_address_asks_for_three_at_most(door):
    for name in ("One", "Two", "Three"):
        ask(door, organisation_name=name)
    answer = ask(door, organisation_name="Four")
    assert answer.status_code == 422
    assert JoinRequest.objects.count() == 3


def test_one_place_sends_only_so_many_in_an_hour(door):
    client = Client()
    for number in range(MOST_SENDINGS + 1):
        answer = ask(door, client, email=f"a{number}@elm.example")
    assert answer.status_code == 429
    assert JoinRequest.objects.count() == MOST_SENDINGS


def test_page_speaks_spanish_where_it_is_written(door):
    door.welcome_es = "Todos son bienvenidos."
    door.save()
    client = Client(headers={"accept-language": "es"})
    assert "Todos son bienvenidos." in client.get(door.path).text
    ask(door, client)
    assert JoinRequest.objects.get().language == "es"


def test_only_what_the_door_offers_can_be_chosen(door):
    assert ask(door, times=["At midnight"]).status_code == 422
    door.times, door.languages = [], []
    door.save()
    assert "Which times" not in Client().get(door.path).text


# ---------------------------------------------------------------- the coordinator


def test_door_is_opened_with_text_languages_and_times(coordinator):
    address = at(coordinator, "door")
    page = coordinator.get(address)
    told = {
        "is_open": "on",
        "welcome": "Come in.",
        "languages": "English\nSomali",
        "times": "Evenings",
        "answered_by": coordinator.membership.person_id,
        "opened": carried(page, "opened"),
    }
    coordinator.post(address, told)
    door = OpenDoor.objects.get()
    assert (door.is_open, door.languages, door.times) == (True, ["English", "Somali"], ["Evenings"])
    assert Client().get(door.path).status_code == 200
    page = coordinator.get(address)
    del told["is_open"]
    coordinator.post(address, told | {"opened": carried(page, "opened")})
    assert Client().get(door.path).status_code == 404


def test_welcomed_they_are_a_prospect_by_a_suggestion_with_a_contact(coordinator, door):
    ask(door)
    asked = JoinRequest.objects.get()
    told = {"owner": coordinator.membership.person_id, "answer": "Come on Tuesday."}
    coordinator.post(at(coordinator, "ask_welcome", asked.pk), told)
    made = Organisation.objects.get()
    assert (made.name, made.kind) == ("Elm Center", "prospect")
    assert Contact.objects.get().email == "lena@elm.example"
    assert Nomination.objects.get().state == "accepted"
    asked.refresh_from_db()
    assert (asked.state, asked.organisation) == ("welcomed", made)
    assert "Come on Tuesday." in letters("join_request_answered").get().text
    again = coordinator.post(at(coordinator, "ask_welcome", asked.pk), told, follow=True)
    assert "This was answered already" in said(again)
    assert Organisation.objects.count() == 1


def test_likely_twins_and_known_people_are_pointed_out(coordinator, door):
    twin = OrganisationFactory(coalition=door.coalition, name="Elm Centre")
    other = OrganisationFactory(coalition=door.coalition, name="Somewhere else")
    ContactFactory(organisation=other, email="LENA@elm.example")
    ask(door)
    page = text(coordinator.get(at(coordinator, "ask", JoinRequest.objects.get().pk)))
    assert f"Add them there : {twin.name}" in page
    assert f"Add them there : {other.name}" in page


def test_linked_they_become_a_contact_there_once(coordinator, door):
    known = OrganisationFactory(coalition=door.coalition, name="Residents")
    ask(door, organisation_name="")
    asked = JoinRequest.objects.get()
    refused = coordinator.post(at(coordinator, "ask_welcome", asked.pk), {}, follow=True)
    assert "They come for themselves." in said(refused)
    coordinator.post(at(coordinator, "ask_link", asked.pk, known.pk), {"answer": "Welcome."})
    asked.refresh_from_db()
    assert (asked.state, asked.organisation) == ("known", known)
    assert Contact.objects.get(organisation=known).name == "Lena Moss"


def test_not_now_needs_words_and_sends_them(coordinator, door):
    ask(door)
    asked = JoinRequest.objects.get()
    address = at(coordinator, "ask_decline", asked.pk)
    assert coordinator.post(address, {"answer": ""}).status_code == 422
    coordinator.post(address, {"answer": "In autumn again."})
    asked.refresh_from_db()
    assert asked.state == "declined"
    assert "In autumn again." in letters("join_request_answered").get().text


def test_answer_that_left_by_mail_is_not_taken_back(coordinator, door):
    asked = JoinRequestFactory(coalition=door.coalition)
    by = coordinator.membership.person
    with recording("join_request.declined", by=by) as change:
        asked.state, asked.answered_by, asked.answered_at = "declined", by, timezone.now()
        asked.save()
    answer = coordinator.post(at(coordinator, "undo", change), follow=True)
    assert "A letter about this has left" in answer.content.decode()
    asked.refresh_from_db()
    assert asked.state == "declined"


def test_person_who_asked_is_erased_from_row_history_and_letters(coordinator, door):
    ask(door)
    asked = JoinRequest.objects.get()
    waiting = coordinator.post(at(coordinator, "ask_erase", asked.pk), follow=True)
    assert "Answer them first." in said(waiting)
    coordinator.post(at(coordinator, "ask_decline", asked.pk), {"answer": "Dear Lena Moss, no."})
    coordinator.post(at(coordinator, "ask_erase", asked.pk))
    asked.refresh_from_db()
    assert (asked.email, asked.phone, asked.needs, asked.erased_on) == ("", "", "", today())
    assert "Lena Moss" not in asked.answer
    events = next(iter(JoinRequest.pgh_event_models.values())).objects
    assert not events.filter(email="lena@elm.example").exists()
    assert not Letter.objects.filter(text__contains="Lena Moss").exists()


def test_who_asks_waits_on_the_home_page(coordinator, door):
    OrganisationFactory(coalition=door.coalition)
    ask(door)
    page = text(coordinator.get(reverse("dashboard:home", args=[coordinator.slug])))
    assert "Somebody asks to join" in page
    assert "Elm Center" in page
