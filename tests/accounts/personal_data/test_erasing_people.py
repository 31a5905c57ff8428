"""Erasing a person."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pghistory.models import Context

from accounts import operations
from accounts.models import Invitation, Person, Session
from common.models import Letter
from partners.models import Organisation
from tests.accounts.personal_data.places import ADDRESS, NAME, NOW, PASSWORD, confirmed, places_of
from tests.conftest import MemberClient
from tests.factories import PersonFactory


def test_erased_address_stands_in_no_table(client_of_ana, ana):
    assert len(places_of(ADDRESS)) > 8
    answer = confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")
    assert answer["Location"] == reverse("account_login")
    assert places_of(ADDRESS) == []
    assert places_of(NAME) == []


def test_erased_person_cannot_sign_in_by_any_way(client_of_ana, ana, mail_server):
    confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")
    assert client_of_ana.get(reverse("accounts:settings")).status_code == 302
    person = Person.objects.get(pk=ana.person_id)
    assert not person.is_active
    assert not person.check_password(PASSWORD)
    assert not Session.objects.of(person).exists()
    other = Client()
    for address in (ADDRESS, person.email):
        other.post("/accounts/login/", {"login": address, "password": PASSWORD})
    assert "_auth_user_id" not in other.session
    assert ana.coalition.members.active().of(person).count() == 0


def test_what_an_erased_person_did_stays_under_former_member(client_of_ana, ana, boss):
    organisation = Organisation.objects.get(name="Northgate")
    confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")
    client = MemberClient.of(boss)
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert "Former member" in page
    history = reverse("partners:history", args=[client.slug, organisation.pk])
    assert "a former member" in client.get(history).content.decode()
    past = client.get(reverse("accounts:past_members", args=[client.slug])).content.decode()
    assert "Former member" in past
    changes = Context.objects.filter(metadata__person=ana.person_id)
    assert changes.filter(metadata__verb="organisation.added").exists()


def test_erasure_needs_the_box_and_a_press(client_of_ana, ana):
    confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="")
    assert Person.objects.get(pk=ana.person_id).full_name == NAME


def test_only_administrator_cannot_be_erased(boss):
    client = MemberClient.of(boss)
    answer = confirmed(client, reverse("accounts:erase_me"), is_sure="on")
    assert "is the only administrator" in answer.content.decode()
    boss.person.refresh_from_db()
    assert boss.person.full_name == "Ruth Adeyemi"


def test_others_keep_everything(client_of_ana, ana, boss):
    other = PersonFactory(email=f"di{ADDRESS}", full_name="Diana Dunn")
    letters = Letter.objects.filter(to_address="guest@people.example")
    confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")
    other.refresh_from_db()
    assert other.email == f"di{ADDRESS}"
    assert letters.count() == 1
    assert boss.coalition.members.active().count() == 1
    assert Invitation.objects.filter(email="guest@people.example").exists()


def test_waiting_letters_do_not_leave_any_more(client_of_ana, ana):
    confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")
    assert set(Letter.objects.waiting().values_list("to_address", flat=True)) == {
        "guest@people.example"
    }


def test_command_erases_who_cannot_sign_in(ana, capsys):
    call_command("erase_person", ADDRESS)
    assert places_of(ADDRESS) == []
    with pytest.raises(CommandError, match="Nobody has an account"):
        call_command("erase_person", ADDRESS)


def test_erasing_twice_changes_nothing(ana):
    once = operations.erase_person(ana.person, by=None, at=NOW).erased_at
    assert operations.erase_person(ana.person, by=None, at=datetime.now(UTC)).erased_at == once
