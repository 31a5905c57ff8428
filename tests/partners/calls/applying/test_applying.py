"""Applying by the page of a call."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.models import Letter
from partners.models import Application, ApplicationAnswer
from partners.views.calls.public import MOST_SENDINGS
from tests.factories import CoalitionFactory, OrganisationFactory
from tests.forms import carried
from tests.partners.calls.doors import FAR, apply, criteria, filled

pytestmark = pytest.mark.django_db


def letters(kind: str):
    return Letter.objects.filter(kind=f"partners/{kind}")


def test_stranger_applies_and_gets_the_link_by_letter(call):
    answer = apply(call, website="elm.example")
    assert answer.status_code == 302
    application = Application.objects.get()
    assert application.organisation_name == "Elm Center"
    assert application.heard_words == "A neighbor"
    assert application.consented_at
    assert [one.words for one in application.answers.all()] == ["On Place.", "On People."]
    letter = letters("application_received").get()
    assert (letter.to_address, letter.tenant) == ("lena@elm.example", call.coalition_id)
    assert application.link in letter.text
    assert application.link not in letter.text_for_others
    assert "Thank you" in Client().get(answer["Location"]).text


def test_public_page_shows_the_call_and_nothing_else_of_the_coalition(call):
    OrganisationFactory(coalition=call.coalition, name="Secret Partner")
    page = Client().get(call.public_path)
    assert call.about in page.text
    assert "Secret Partner" not in page.text
    assert f"/{call.coalition.slug}/partners/" not in page.text


def test_page_speaks_spanish_where_it_is_written(call):
    call.title_es, call.about_es = "Se buscan socios", "Buscamos a quienes conocen Riverbend."
    call.save()
    criterion = criteria(call)[0]
    criterion.question_es = "¿Dónde?"
    criterion.save()
    page = Client(headers={"accept-language": "es"}).get(call.public_path)
    assert "Se buscan socios" in page.text
    assert "¿Dónde?" in page.text
    assert "With whom?" in page.text  # not written in Spanish, so it stands as it is
    apply(call, Client(headers={"accept-language": "es"}))
    assert Application.objects.get().language == "es"


def test_what_was_typed_stays_when_something_is_missing(call):
    answer = apply(call, email="lena at elm", consent="")
    assert answer.status_code == 422
    assert "lena at elm" in answer.text
    assert "On Place." in answer.text
    assert not Application.objects.exists()
    assert not Letter.objects.exists()


def test_pressed_twice_it_is_sent_once(call):
    client = Client()
    key = carried(client.get(call.public_path), "form_key")
    for _time in range(2):
        answer = client.post(call.public_path, filled(call, form_key=key))
        assert answer.status_code == 302
    assert Application.objects.count() == 1
    assert Letter.objects.count() == 1


def test_same_name_from_the_same_address_is_answered_alike_and_changes_nothing(call):
    first = apply(call)
    place = criteria(call)[0]
    second = apply(
        call,
        organisation_name="ELM center",
        email="Lena@Elm.example",
        **{f"answer-{place.pk}": "X"},
    )
    assert second["Location"] == first["Location"]
    assert Application.objects.count() == 1
    assert ApplicationAnswer.objects.get(criterion=place).words == "On Place."
    assert letters("application_again").count() == 1
    apply(call)
    assert letters("application_again").count() == 1  # one a day


def test_one_address_speaks_for_three_at_most(call):
    for name in ("One", "Two", "Three"):
        apply(call, organisation_name=name)
    answer = apply(call, organisation_name="Four")
    assert answer.status_code == 422
    assert "From this address several applications stand already." in answer.text
    assert Application.objects.count() == 3


def test_robot_that_fills_everything_in_leaves_nothing(call):
    answer = apply(call, nickname="Cheap watches")
    assert answer.status_code == 302
    assert not Application.objects.exists()
    assert not Letter.objects.exists()


def test_one_place_sends_only_so_many_in_an_hour(call):
    client = Client()
    key = carried(client.get(call.public_path), "form_key")
    for number in range(MOST_SENDINGS + 1):
        answer = client.post(
            call.public_path, filled(call, form_key=key, email=f"a{number}@elm.example")
        )
    assert answer.status_code == 429
    assert Application.objects.count() == MOST_SENDINGS


@pytest.mark.parametrize(
    ("fields", "status", "sentence"),
    [
        ({"closed_at": timezone.now()}, 410, "This call is closed."),
        ({"opens_on": FAR}, 200, "You can apply here from"),
    ],
)
def test_call_that_is_not_open_takes_nothing(call, fields, status, sentence):
    key = carried(Client().get(call.public_path), "form_key")
    for name, value in fields.items():
        setattr(call, name, value)
    call.save()
    page = Client().get(call.public_path)
    assert page.status_code == status
    assert sentence in page.text
    Client().post(call.public_path, filled(call, form_key=key))
    assert not Application.objects.exists()


def test_draft_and_unknown_calls_are_not_there(call):
    call.published_at = None
    call.save()
    assert Client().get(call.public_path).status_code == 404
    elsewhere = reverse("call", args=[CoalitionFactory().slug, call.slug])
    assert Client().get(elsewhere).status_code == 404
