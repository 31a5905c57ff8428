"""What is held about a person: read, downloaded, erased, with the record kept honest."""

import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from pghistory.models import Context

from accounts import emails, operations
from accounts.models import Invitation, Membership, Person, Session
from accounts.permissions import Role
from common.erasure import scrub
from common.history import recording
from common.models import Letter
from partners.models import (
    Alias,
    Classification,
    Contact,
    ImportRow,
    Organisation,
    Phone,
    SearchEntry,
)
from partners.operations import erase_contact
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    ImportRunFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    SavedViewFactory,
)

PASSWORD = "correct horse battery"
NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)
ADDRESS, NAME = "ana.dunn@people.example", "Ana Dunn-Okafor"


def places_of(words: str) -> list[str]:
    """Every table and column of the database in which the words stand, whoever owns the table."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        for table, column in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{words}%"]
            )
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found


@pytest.fixture
def boss(db) -> Membership:
    return MembershipFactory(role=Role.ADMINISTRATOR, person__full_name="Ruth Adeyemi")


@pytest.fixture
def ana(boss) -> Membership:
    """A coordinator with a past: invited, renamed, wrote to people, keeps an organisation."""
    coalition = boss.coalition
    invitation = operations.invite(
        coalition=coalition,
        email=ADDRESS,
        full_name=NAME,
        role=Role.COORDINATOR,
        message="Dear Ana, please come.",
        by=boss.person,
        at=datetime.now(UTC),
    )
    person = PersonFactory(email=ADDRESS, full_name="Ana")
    EmailAddress.objects.create(user=person, email=ADDRESS, primary=True, verified=True)
    with recording("person.edited", by=person):
        person.full_name = NAME
        person.save()
    membership = operations.accept(
        invitation, by=person, at=datetime.now(UTC), on=coalition.day(at=datetime.now(UTC))
    )
    TOTP.activate(person, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    emails.new_device(person, device="Firefox on Mac", at=datetime.now(UTC))
    emails.sign_in_code(address=ADDRESS, code="ABC-DEF", at=datetime.now(UTC))
    operations.invite(
        coalition=coalition,
        email="guest@people.example",
        role=Role.VIEWER,
        by=person,
        at=datetime.now(UTC),
    )
    with recording("organisation.added", by=person, reason=f"{ADDRESS} said so"):
        OrganisationFactory(
            coalition=coalition, owner=person, name="Northgate", description=f"Ask {ADDRESS}."
        )
    return membership


@pytest.fixture
def client_of_ana(ana) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": ADDRESS, "password": PASSWORD})
    return MemberClient.of(ana)


def confirmed(client: Client, address: str, **data):
    """Open a page that asks for the password first."""
    asked = client.get(address)
    client.post(asked["Location"], {"password": PASSWORD})
    return client.post(address, data) if data else client.get(address)


# ---------------------------------------------------------------- taking along


def download(client: Client) -> tuple[dict, str]:
    archive = zipfile.ZipFile(
        io.BytesIO(confirmed(client, reverse("accounts:my_data_download")).content)
    )
    return json.loads(archive.read("my-data.json")), archive.read("my-data.html").decode()


def test_download_holds_what_tells_of_the_person(client_of_ana, ana):
    ContactFactory(organisation__coalition=ana.coalition, email=ADDRESS.upper(), phone="555-0199")
    content, page = download(client_of_ana)
    about = content["about_me"]
    assert about["accounts.Person"][0]["full_name"] == NAME
    assert about["accounts.Membership"][0]["role"] == "coordinator"
    assert about["accounts.Invitation"][0]["message"] == "Dear Ana, please come."
    assert about["partners.Contact"][0]["phone"] == "555-0199"
    assert about["mfa.Authenticator"][0]["type"] == "totp"
    assert "Northgate" in str(content["naming_me"])
    assert "organisation.added" in {deed["what"] for deed in content["what_i_did"]}
    assert NAME in page
    assert "555-0199" in page


def test_download_holds_no_secret_and_nobody_else(client_of_ana, ana, boss):
    content, _page = download(client_of_ana)
    person = Person.objects.get(pk=ana.person_id)
    for secret in (person.password, client_of_ana.session.session_key, "ABC-DEF"):
        assert secret not in json.dumps(content)
    assert boss.person.email not in json.dumps(content["about_me"]["accounts.Person"])
    assert "guest@people.example" not in str(content["about_me"])


def test_download_asks_for_the_password_first(client_of_ana):
    answer = client_of_ana.get(reverse("accounts:my_data_download"))
    assert answer["Location"].startswith(reverse("account_reauthenticate"))


def test_page_shows_what_is_held(client_of_ana):
    page = client_of_ana.get(reverse("accounts:my_data")).content.decode()
    assert NAME in page
    assert reverse("accounts:erase_me") in page


def test_page_begins_with_the_person_and_reads_as_words(client_of_ana, ana):
    SavedViewFactory(
        coalition=ana.coalition, owner=ana.person, query={"kind": ["prospect", "partner"]}
    )
    page = client_of_ana.get(reverse("accounts:my_data")).content.decode()
    assert page.index("<h2>Persons</h2>") < page.index("<h2>Saved views</h2>")
    assert "kind: prospect, partner" in page


# ---------------------------------------------------------------- erasing a person


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


# ---------------------------------------------------------------- erasing a contact


@pytest.fixture
def contact(boss) -> Contact:
    contact = ContactFactory(
        organisation__coalition=boss.coalition,
        organisation__name="Northgate",
        name="Ana Dunn",
        email=ADDRESS,
        phone="(410) 555-0199",
    )
    with recording("contact.edited", by=boss.person):
        contact.name, contact.title = NAME, "Head nurse"
        contact.save()
    run = ImportRunFactory(coalition=boss.coalition)
    ImportRow.objects.create(
        coalition=boss.coalition,
        run=run,
        number=2,
        cells=["Northgate", NAME, ADDRESS],
        values={"name": "Northgate", "contact": NAME},
        outcome="new",
        organisation=contact.organisation,
    )
    return contact


def erase_page(contact: Contact) -> str:
    slug = contact.coalition.slug
    return reverse("partners:contact_erase", args=[slug, contact.organisation_id, contact.pk])


def test_erased_contact_stands_in_no_table(contact, boss, django_capture_on_commit_callbacks):
    run = ImportRow.objects.get().run
    assert "Northgate" in str(places_of("Northgate")) or places_of("Northgate")
    assert run.file.storage.exists(run.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        MemberClient.of(boss).post(erase_page(contact))
    for words in (ADDRESS, NAME, "Ana Dunn", "555-0199", "Head nurse"):
        assert places_of(words) == []
    assert not run.file.storage.exists(run.file.name)


def test_organisation_of_an_erased_contact_is_otherwise_intact(contact, boss):
    record = [Organisation, Contact, Classification, Phone, Alias, ImportRow, SearchEntry]
    before = {model: list(model.objects.values_list("pk", flat=True)) for model in record}
    MemberClient.of(boss).post(erase_page(contact))
    for model, rows in before.items():
        assert list(model.objects.values_list("pk", flat=True)) == rows
    assert ImportRow.objects.get().cells == ["Northgate", "•••", "•••"]
    assert "northgate" in SearchEntry.objects.get().names


def test_dated_note_says_who_erased(contact, boss):
    client = MemberClient.of(boss)
    client.post(erase_page(contact))
    contact.refresh_from_db()
    assert contact.erased_by == boss.person
    assert contact.erased_on == boss.coalition.day(at=datetime.now(UTC))
    page = client.get(contact.organisation.get_absolute_url()).content.decode()
    assert "Ruth Adeyemi erased them" in page
    assert client.get(erase_page(contact)).status_code == 404
    history = reverse("partners:history", args=[client.slug, contact.organisation_id])
    assert "erased what was held about a person" in client.get(history).content.decode()


def test_putting_an_older_version_back_brings_nobody_back(contact, boss):
    client = MemberClient.of(boss)
    change = Context.objects.get(metadata__verb="contact.edited").pk
    client.post(erase_page(contact))
    for name in ("undo", "put_back"):
        url = reverse(f"partners:{name}", args=[client.slug, contact.organisation_id, change])
        client.post(url)
    assert places_of(ADDRESS) == []
    contact.refresh_from_db()
    assert contact.erased_by == boss.person


def test_same_person_in_another_coalition_is_untouched(contact, boss):
    other = ContactFactory(name=NAME, email=ADDRESS, phone="(410) 555-0199")
    erase_contact(contact, by=boss.person, on=NOW.date())
    other.refresh_from_db()
    assert (other.name, other.email, other.phone) == (NAME, ADDRESS, "(410) 555-0199")


def test_member_of_the_coalition_erases_themself(contact, boss):
    MembershipFactory(coalition=boss.coalition, person__email=ADDRESS)
    answer = MemberClient.of(boss).post(erase_page(contact), follow=True)
    assert "can erase their account themself" in answer.content.decode()
    contact.refresh_from_db()
    assert contact.email == ADDRESS


def test_opening_the_page_erases_nothing(contact, boss):
    page = MemberClient.of(boss).get(erase_page(contact)).content.decode()
    assert "This cannot be taken back" in page
    contact.refresh_from_db()
    assert contact.email == ADDRESS


def test_contact_of_an_erased_person_is_offered_to_the_coalition(contact, boss):
    membership = MembershipFactory(person__email=ADDRESS, person__full_name=NAME)
    operations.erase_person(membership.person, by=None, at=datetime.now(UTC))
    contact.refresh_from_db()
    assert contact.email == ADDRESS
    client = MemberClient.of(boss)
    home = client.get(boss.coalition.get_absolute_url()).content.decode()
    assert "Asked to be forgotten" in home
    assert erase_page(contact) in home
    client.post(erase_page(contact))
    assert places_of(ADDRESS) == []
    assert (
        "Asked to be forgotten"
        not in client.get(boss.coalition.get_absolute_url()).content.decode()
    )


# ---------------------------------------------------------------- words in texts


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ask ana@x.org.", "Ask •••."),
        ("ANA@X.ORG, please", "•••, please"),
        ("diana@x.org", "diana@x.org"),
        ("ana@x.org.uk", "ana@x.org.uk"),
        ("ana@x.organic", "ana@x.organic"),
        ("<ana@x.org>", "<•••>"),
    ],
)
def test_only_whole_addresses_are_masked(db, text, after):
    organisation = OrganisationFactory(description=text)
    scrub(["ana@x.org"])
    organisation.refresh_from_db()
    assert organisation.description == after


def test_words_that_json_escapes_are_found(db):
    run = ImportRunFactory()
    row = ImportRow.objects.create(
        coalition=run.coalition, run=run, number=2, cells=['Ana "Annie" Dünn'], outcome="new"
    )
    scrub(['Ana "Annie" Dünn'])
    row.refresh_from_db()
    assert row.cells == ["•••"]


def test_history_names_the_page_and_not_its_address(client, db):
    invitation = InvitationFactory()
    token = invitation.link.rstrip("/").split("/")[-1]
    client.post(
        f"/invitations/{token}/", {"full_name": "Gloria Tran", "password": "seven brave otters"}
    )
    assert Membership.objects.filter(person__email=invitation.email).exists()
    assert places_of(token) == []
    assert Context.objects.filter(metadata__page="accounts:invitation").exists()
