"""Where much is kept, a worker erases: whole, once, seen to move, and waiting while nobody works."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from kombu.exceptions import OperationalError

from accounts import tasks as account_tasks
from accounts.models import Person, PersonErasure
from common.background import long_work
from common.history.tracking import recording
from common.personal import erasure
from partners import tasks as partner_tasks
from partners.models import Contact, ContactErasure
from tests.accounts.personal_data.places import ADDRESS, NAME, confirmed, places_of
from tests.conftest import MemberClient
from tests.factories import ContactFactory, MembershipFactory


@pytest.fixture(autouse=True)
def much(monkeypatch):
    """Whatever is kept is more than a page can wait for."""
    monkeypatch.setattr(erasure, "AT_ONCE", 0)


@pytest.fixture
def contact(boss) -> Contact:
    contact = ContactFactory(
        organisation__coalition=boss.coalition, name=NAME, email=ADDRESS, title="Head nurse"
    )
    with recording("organisation.edited", by=boss.person):
        contact.organisation.description = f"Ask {NAME} or {ADDRESS}."
        contact.organisation.save()
    return contact


def page_of(contact: Contact, name: str = "contact_erase") -> str:
    slug = contact.coalition.slug
    return reverse(f"partners:{name}", args=[slug, contact.organisation_id, contact.pk])


def erasing(boss, contact: Contact) -> MemberClient:
    client = MemberClient.of(boss)
    assert client.post(page_of(contact))["Location"] == page_of(contact, "contact_erasing")
    return client


def told(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_worker_erases_a_contact_and_the_page_goes_on_to_the_profile(contact, boss):
    client = erasing(boss, contact)
    assert places_of(NAME)
    page = told(client, page_of(contact, "contact_erasing"))
    assert "The work is waiting for its turn" in page
    assert client.get(page_of(contact))["Location"] == page_of(contact, "contact_erasing")
    partner_tasks.resume_erasures()
    assert places_of(NAME) == places_of(ADDRESS) == places_of("Head nurse") == []
    profile = client.get(page_of(contact, "contact_erasing"), follow=True).content.decode()
    assert "What was held about this person is erased" in profile
    assert "Ruth Adeyemi erased them" in profile
    assert not ContactErasure.objects.exists()


def test_second_press_finds_it_asked_for(contact, boss):
    client = erasing(boss, contact)
    erasing(boss, contact)
    partner_tasks.resume_erasures()
    partner_tasks.resume_erasures()
    assert client.post(page_of(contact)).status_code == 404
    assert Contact.objects.get().erased_by == boss.person


def test_page_tells_how_far_it_is(contact, boss, monkeypatch):
    client = erasing(boss, contact)
    waiting = ContactErasure.objects.get()
    seen, report = [], long_work.report

    def keep(row, done, of=None):
        report(row, done, of=of)
        if done == 3:
            seen.append(told(client, page_of(contact, "contact_erasing")))

    monkeypatch.setattr(long_work, "report", keep)
    partner_tasks.erase_contact(waiting.pk)
    assert re.search(r"3 of \d+ lists looked through", seen[0])


def test_problem_on_our_side_erases_nothing_and_can_be_asked_for_again(contact, boss, monkeypatch):
    client = erasing(boss, contact)
    with monkeypatch.context() as broken:

        def break_down(*_args, **_words):
            raise ValueError("not for people")

        broken.setattr("partners.operations.people.erasure.mask_in_notes", break_down)
        partner_tasks.resume_erasures()
    page = told(client, page_of(contact, "contact_erasing"))
    assert "Something went wrong on our side" in page
    assert "not for people" not in page
    assert Contact.objects.get().name == NAME
    assert len(places_of(ADDRESS)) > 3
    erasing(boss, contact)
    partner_tasks.resume_erasures()
    assert places_of(ADDRESS) == []


def test_broker_that_is_away_lets_the_work_wait(contact, boss, monkeypatch):
    def fail(*_args):
        raise OperationalError("connection refused")

    monkeypatch.setattr(partner_tasks.erase_contact, "delay", fail)
    erasing(boss, contact)
    partner_tasks.resume_erasures()
    assert places_of(ADDRESS) == []


def test_page_says_when_nobody_works(contact, boss):
    client = erasing(boss, contact)
    ContactErasure.objects.update(asked_at="2026-01-01T00:00Z")
    assert "Nobody has taken the work yet" in told(client, page_of(contact, "contact_erasing"))


def test_member_is_refused_at_once(contact, boss):
    MembershipFactory(coalition=boss.coalition, person__email=ADDRESS)
    client = MemberClient.of(boss)
    page = client.post(page_of(contact), follow=True).content.decode()
    assert "can erase their account themself" in page
    assert not ContactErasure.objects.exists()


def test_worker_erases_an_account_and_the_page_says_so_to_nobody_in_particular(client_of_ana, ana):
    answer = confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")
    page, stranger = answer["Location"], Client()
    assert "The work is waiting for its turn" in told(stranger, page)
    assert NAME not in told(stranger, page)
    assert client_of_ana.get(reverse("accounts:erase_me"))["Location"] == page
    account_tasks.resume_erasures()
    assert places_of(ADDRESS) == places_of(NAME) == []
    assert stranger.get(page, headers={"HX-Request": "true"})["HX-Redirect"] == page
    assert "Your account is erased" in told(stranger, page)
    assert not Person.objects.get(pk=ana.person_id).is_active
    assert client_of_ana.get(reverse("accounts:settings")).status_code == 302


def test_only_administrator_is_refused_at_once(boss):
    client = MemberClient.of(boss)
    answer = confirmed(client, reverse("accounts:erase_me"), is_sure="on")
    assert "is the only administrator" in answer.content.decode()
    assert not PersonErasure.objects.exists()


def test_only_administrator_by_the_time_of_the_worker_keeps_the_account(client_of_ana, ana, boss):
    page = confirmed(client_of_ana, reverse("accounts:erase_me"), is_sure="on")["Location"]
    ana.role = boss.role
    ana.save()
    boss.delete()
    account_tasks.resume_erasures()
    assert Person.objects.get(pk=ana.person_id).full_name == NAME
    assert "is the only administrator" in told(client_of_ana, page)


def test_link_that_is_not_whole_opens_nothing(db):
    answer = Client().get(reverse("accounts:erasing", args=["abc"]))
    assert answer.status_code == 404


def test_each_table_is_gone_through_once_whoever_is_looked_for(boss):
    def asked(*needles: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            erasure.scrub(needles, within=boss.coalition_id)
        return len(queries)

    assert asked(NAME) == asked(NAME, ADDRESS, "(410) 555-0199") > 1


def test_every_one_of_several_words_is_masked_in_its_own_way(boss, contact):
    contact.organisation.description = f"{ADDRESS}, di{ADDRESS}, {NAME.upper()} and (410) 555-0199"
    contact.organisation.save()
    erasure.scrub([ADDRESS, NAME, "(410) 555-0199"], within=boss.coalition_id)
    contact.organisation.refresh_from_db()
    assert contact.organisation.description == f"•••, di{ADDRESS}, ••• and •••"
