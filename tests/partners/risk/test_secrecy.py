"""A restricted note is read by those named on it, and shows to nobody else: at no address, for no role."""

import io
import json
import logging
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse

from accounts.permissions import Permission, Role
from common.models import Letter
from common.personal.fields import events_of
from partners import operations
from partners.models import RiskNote, RiskReader
from partners.operations.risk import notes
from tests.architecture.addresses import ALL
from tests.architecture.examples import Populated, populate
from tests.conftest import MemberClient
from tests.factories import (
    NOW,
    MembershipFactory,
    OrganisationFactory,
    RiskNoteFactory,
)
from tests.partners.risk.doors import get

pytestmark = pytest.mark.django_db
MARKER = "Zanzibarquartz"
ROOT = Path(settings.BASE_DIR)


@pytest.fixture
def here() -> Populated:
    return populate()


@pytest.fixture
def author(here):
    return MembershipFactory(coalition=here.coalition, role=Role.STEERING)


@pytest.fixture
def reader(here):
    return MembershipFactory(coalition=here.coalition, role=Role.VIEWER)


@pytest.fixture
def note(here, author, reader) -> RiskNote:
    """Written, changed and settled through the doors that everybody uses."""
    written = notes.write(
        here.organisation,
        notes.Told(words=f"The {MARKER} before last"),
        readers=[reader],
        heir=None,
        by=author,
        at=NOW,
    )
    return notes.rewrite(written, notes.Told(words=f"The {MARKER} of their board"), by=author)


def content_of(answer) -> str:
    """What arrives: of a page the text, of a workbook or an archive the text of all that is in it."""
    if answer.streaming:
        with closing(answer):
            raw = b"".join(answer.streaming_content)
    else:
        raw = answer.content
    told = raw.decode("utf-8", "ignore") + json.dumps(dict(answer.items()))
    if raw[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            told += "".join(
                archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()
            )
    return told


def everybody_else(here: Populated) -> dict[str, MemberClient]:
    """A member of each role who is not named; who was named until now; and of another coalition."""
    clients = {
        role.value: MemberClient.of(MembershipFactory(coalition=here.coalition, role=role))
        for role in Role
        if role is not Role.PARTNER
    }
    clients["partner"] = MemberClient.of(here.representation.membership)
    clients["elsewhere"] = MemberClient.of(MembershipFactory(role=Role.ADMINISTRATOR))
    return clients


def told_at(client: MemberClient, url: str, words: list[str]) -> list[str]:
    """Which of the words the address tells, opened or sent empty; nothing that is sent stays."""
    found = []
    for ask in (client.get, client.post):
        with transaction.atomic():
            told = content_of(ask(url))
            transaction.set_rollback(True)
        found += [word for word in words if word in told]
    return found


@pytest.mark.parametrize(
    "who", ["administrator", "coordinator", "steering", "viewer", "partner", "elsewhere"]
)
def test_note_shows_at_no_address_to_whoever_is_not_named(who, here, note, caplog):
    client = everybody_else(here)[who]
    words = [MARKER, str(note.token), note.sealed]
    with caplog.at_level(logging.DEBUG):
        told = {}
        for address in ALL:
            url = address.url(here)
            if found := told_at(client, url, words):
                told[url] = found
    assert told == {}
    assert MARKER not in caplog.text


def test_note_shows_to_those_named_where_it_should(here, note, author, reader):
    """The same walk finds it here: so it can find."""
    for member in (author, reader):
        client = MemberClient.of(member)
        url = reverse("partners:risk_note", args=[client.slug, note.token])
        assert told_at(client, url, [MARKER]) == [MARKER]
        assert MARKER in content_of(get(client, "risk_notes"))
    assert MARKER in content_of(get(MemberClient.of(author), "risk", here.organisation.pk))


@pytest.mark.parametrize("role", Role)
def test_address_of_a_note_is_for_others_as_if_there_were_none(role, here, note):
    client = everybody_else(here)[role.value]
    for name in ("risk_note", "risk_note_edit"):
        answer = get(client, name, note.token)
        assert answer.status_code == (403 if role is Role.PARTNER else 404)
    for name in ("risk_note_settle", "risk_reader_add", "risk_heir"):
        url = reverse(f"partners:{name}", args=[client.slug, note.token])
        assert client.post(url).status_code == (403 if role is Role.PARTNER else 404)
    note.refresh_from_db()
    assert note.settled_on is None


def test_number_of_notes_changes_nothing_for_others(here, note):
    """Every page reads the same, letter for letter, with one note and with four."""
    client = everybody_else(here)["administrator"]
    pages = [
        reverse(f"partners:{name}", args=[client.slug, *args])
        for name, *args in (
            ("risk", here.organisation.pk),
            ("risk_notes",),
            ("incidents",),
            ("risk_due",),
            ("detail", here.organisation.pk),
            ("history", here.organisation.pk),
        )
    ]
    before = [plain(client.get(url)) for url in pages]
    members = MembershipFactory.create_batch(2, coalition=here.coalition, role=Role.STEERING)
    for _each in range(3):
        RiskNoteFactory(organisation=here.organisation, readers=members)
    assert [plain(client.get(url)) for url in pages] == before


def plain(answer) -> str:
    """Without what is random in every answer."""
    lines = answer.content.decode().splitlines()
    random = ("csrfmiddlewaretoken", "csrf", "nonce", "form_key", 'name="opened"', "data-stamp")
    return "\n".join(line for line in lines if not any(word in line for word in random))


def test_no_table_holds_what_a_note_says(note):
    """Neither the note's own, nor its history, nor any other: it is sealed before it gets there."""
    holding = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{MARKER}%"]
            )
            holding += [table] * cursor.fetchone()[0]
    assert holding == []
    versions = events_of(RiskNote)[0].objects.filter(pgh_obj_id=note.pk)
    assert versions.count() == 2
    assert note.words == f"The {MARKER} of their board"


def test_nothing_leaves_by_mail(note):
    assert Letter.objects.filter(text__contains=MARKER).count() == 0
    assert (
        Letter.objects.exclude(pk__in=Letter.objects.filter(kind="accounts/invitation")).count()
        == 0
    )


@pytest.mark.parametrize("who", ["administrator", "viewer"])
def test_nothing_is_found_by_what_a_note_says(who, here, note):
    client = everybody_else(here)[who]
    name = here.organisation.name
    for address in ("partners:list", "dashboard:search"):
        answer = client.get(reverse(address, args=[client.slug]), {"q": MARKER})
        assert name not in content_of(answer)


def test_words_of_a_note_open_in_no_other_coalition(note):
    other = RiskNoteFactory()
    other.sealed = note.sealed
    assert MARKER not in other.words


KNOWING = {
    "partners/models/__init__.py",
    "partners/models/risk/__init__.py",
    "partners/models/risk/notes.py",
    "partners/operations/risk/masking.py",
    "partners/operations/risk/notes.py",
    "partners/reports/risk/notes.py",
    "partners/views/risk/named.py",
    "partners/views/risk/notes.py",
    "partners/forms/risk/notes.py",
    "dashboard/reports/dated.py",
    "coalition/sample/risk.py",
}


def test_nothing_else_in_the_program_asks_for_notes():
    """Who adds a module to this list has thought about whom it shows notes to."""
    apps_of_ours = ("accounts", "coalition", "common", "dashboard", "partners")
    naming = {
        str(path.relative_to(ROOT))
        for app in apps_of_ours
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
        and any(word in path.read_text() for word in ("RiskNote", "RiskReader", "risknote"))
    }
    assert naming <= KNOWING


def test_history_tells_of_no_table_of_notes():
    from partners.operations.versions import UNDONE
    from partners.reports.history.story_tables import TOLD

    assert not {RiskNote, RiskReader} & {*TOLD, *UNDONE}


@pytest.mark.parametrize(
    "role", [role for role in Role if Permission.EDIT_PARTNERS in role.permissions]
)
def test_merging_shows_nothing_of_notes_and_brings_them_along_and_back(role, here, note, author):
    survivor = OrganisationFactory(coalition=here.coalition, name="Stays")
    merger = MembershipFactory(coalition=here.coalition, role=role)
    client = MemberClient.of(merger)
    asked = {"of": [survivor.pk, here.organisation.pk]}
    page = client.get(reverse("partners:merge", args=[client.slug]), asked)
    assert "note" not in content_of(page).lower().replace("our notes", "")
    made = operations.merge(
        survivor, others=[here.organisation], choices={}, by=merger.person, at=NOW
    )
    connection.check_constraints()
    reading = MemberClient.of(author)
    assert MARKER in content_of(get(reading, "risk", survivor.pk))
    assert MARKER not in content_of(get(client, "risk", survivor.pk))
    assert MARKER not in content_of(
        client.get(reverse("partners:unmerge", args=[client.slug, made[0].pk]))
    )
    assert not made[0].moves.filter(model__icontains="risk").exists()
    operations.unmerge(made[0], by=merger.person, at=NOW)
    connection.check_constraints()
    assert MARKER not in content_of(get(reading, "risk", survivor.pk))
    assert MARKER in content_of(get(reading, "risk", here.organisation.pk))


def test_note_is_found_however_many_merges_ago(here, note, author):
    second, third = OrganisationFactory.create_batch(2, coalition=here.coalition)
    for stays, goes in ((second, here.organisation), (third, second)):
        operations.merge(stays, others=[goes], choices={}, by=author.person, at=NOW)
    assert MARKER in content_of(get(MemberClient.of(author), "risk", third.pk))
