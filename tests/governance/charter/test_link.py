"""The charter by the link in a letter: no password, opening shows, a press signs."""

from datetime import UTC, datetime, timedelta

import pytest

from common.models import Letter
from governance.models import CharterSignature
from tests.factories import ContactFactory, OrganisationFactory
from tests.governance.charter.factories import CharterRequestFactory, CharterVersionFactory
from tests.governance.charter.sending import opened_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    return CharterRequestFactory(contact__email="dev@grocers.example")


def pressed(client, asked, **fields):
    return client.post(asked.link_path, {**opened_form(client, asked.link_path), **fields})


def test_link_stands_in_the_letter_and_is_kept_out_of_the_shown_mail(coordinator):
    held = CharterVersionFactory(coalition=coordinator.membership.coalition)
    grocers = OrganisationFactory(coalition=held.coalition)
    ContactFactory(organisation=grocers, email="dev@grocers.example")
    coordinator.post(f"/{coordinator.slug}/governance/charter/signatures/ask/")
    letter, row = Letter.objects.get(), grocers.charter_requests.get()
    assert row.link in letter.text
    assert row.link in letter.secrets


def test_opening_the_link_shows_and_writes_nothing(client, asked):
    text = client.get(asked.link_path).content.decode()
    assert asked.version.problem_statement in text
    assert not CharterSignature.objects.exists()


def test_press_signs_for_the_organisation(client, asked):
    pressed(client, asked, answer="signed")
    signature = CharterSignature.objects.get()
    assert (signature.organisation, signature.way) == (asked.organisation, "link")
    assert (signature.contact, signature.person) == (asked.contact, None)
    assert "has signed" in client.get(asked.link_path).content.decode()


def test_press_objects_and_signs_later(client, asked):
    pressed(client, asked, answer="objects", objections="We cannot pay the fee.")
    assert CharterSignature.objects.get().objections == "We cannot pay the fee."
    pressed(client, asked, answer="signed")
    assert CharterSignature.objects.get().answer == "signed"


def test_objection_without_words_comes_back(client, asked):
    assert pressed(client, asked, answer="objects", objections="").status_code == 422
    assert not CharterSignature.objects.exists()


def test_link_of_an_older_version_signs_nothing(client, asked):
    CharterVersionFactory(coalition=asked.coalition, number=asked.version.number + 1)
    answer = client.post(asked.link_path, {"answer": "signed"})
    assert answer.status_code == 410
    assert not CharterSignature.objects.exists()


def nobody_there(asked):
    asked.contact.left_on = asked.asked_at.date()
    asked.contact.save()


def another_address(asked):
    asked.contact.email = "somebody.else@grocers.example"
    asked.contact.save()


def taken_back(asked):
    asked.delete()


@pytest.mark.parametrize("end", [nobody_there, another_address, taken_back])
def test_link_ends_with_what_it_was_made_for(client, asked, end):
    path = asked.link_path
    end(asked)
    assert client.get(path).status_code == 404
    assert client.post(path, {"answer": "signed"}).status_code == 404
    assert not CharterSignature.objects.exists()


def test_link_ends_after_half_a_year(client):
    old = CharterRequestFactory(asked_at=datetime.now(UTC) - timedelta(days=181))
    assert client.get(old.link_path).status_code == 404


def test_link_that_was_changed_on_its_way_is_refused(client, asked):
    assert client.get(asked.link_path[:-3] + "xx/").status_code == 404
