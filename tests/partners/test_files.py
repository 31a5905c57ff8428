"""Files on an organisation, through the doors: what is kept, what is refused, and who opens them."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Attachment, Organisation
from partners.operations import files as operations
from tests.conftest import MemberClient
from tests.factories import (
    NOW,
    AttachmentFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.partners import samples
from tests.partners.changes import change

KEPT = {
    "Agreement.pdf": samples.PDF,
    "kitchen.PNG": samples.PNG,
    "kitchen.jpg": samples.JPEG,
    "moving.gif": samples.GIF,
    "kitchen.webp": samples.WEBP,
    "phone.heic": samples.HEIC,
    "Letter.docx": samples.DOCX,
    "Budget.xlsx": samples.XLSX,
    "Slides.pptx": samples.PPTX,
    "Letter.odt": samples.ODT,
    "Old letter.doc": samples.OLE,
    "Acta número 3.txt": samples.TEXT,
    "old.csv": samples.OLD_TEXT,
}
REFUSED = {
    "empty.pdf": (b"", "It is empty."),
    "setup.exe": (samples.WINDOWS_PROGRAM, "It is a program"),
    "invoice.pdf": (samples.WINDOWS_PROGRAM, "It is a program"),
    "invoice.txt": (samples.LINUX_PROGRAM, "It is a program"),
    "run.txt": (b"#!/bin/sh\nrm -rf /\n", "It is a program"),
    "page.html": (samples.HTML, "It is a program"),
    "page.txt": (samples.HTML, "It is a program"),
    "drawing.svg": (samples.SVG, "It is a program"),
    "drawing.csv": (samples.SVG, "It is a program"),
    "drawing.png": (samples.SVG, "Its content is not what its name says."),
    "Letter.docm": (samples.DOCX, "It is a program"),
    "Letter.docx": (samples.DOCX_WITH_MACROS, "It is a program"),
    "Letter.doc": (samples.OLE_WITH_MACROS, "It is a program"),
    "photo.png": (samples.JPEG, "Its content is not what its name says."),
    "Budget.xlsx": (samples.DOCX, "Its content is not what its name says."),
    "broken.docx": (samples.cut_short(samples.DOCX), "Its content is not what its name says."),
    "fake.pdf": (b"nothing of the kind", "Its content is not what its name says."),
    "binary.txt": (b"\x00\x01\x02", "Its content is not what its name says."),
    "bomb.docx": (samples.BOMB, "It is small but unpacks to 30.0"),
    "archive.zip": (samples.packed(a=b"a"), "Files of this kind cannot be kept here."),
    "no extension": (samples.PDF, "Files of this kind cannot be kept here."),
}


@pytest.fixture
def organisation(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


def address(name: str, client: MemberClient, organisation: Organisation, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, organisation.pk, *args])


def upload(client: MemberClient, organisation: Organisation, files: dict[str, bytes], **more):
    sent = [SimpleUploadedFile(name, content) for name, content in files.items()]
    return client.post(
        address("file_add", client, organisation), {"files": sent, **more}, follow=False
    )


def said(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def stored_files() -> list[Path]:
    root = Path(default_storage.location) / "attachments"
    return [path for path in root.rglob("*") if path.is_file()]


@pytest.fixture(autouse=True)
def empty_storage(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "files")},
        }
    }


# ---------------------------------------------------------------- adding


@pytest.mark.parametrize("name", KEPT)
def test_file_of_a_welcome_kind_is_kept_as_it_came(name, coordinator, organisation):
    answer = upload(coordinator, organisation, {name: KEPT[name]})
    assert answer.status_code == 302, answer.content.decode()
    kept = Attachment.objects.get()
    assert (kept.name, kept.size) == (name, len(KEPT[name]))
    assert kept.sha256 == hashlib.sha256(KEPT[name]).hexdigest()
    assert kept.uploaded_by == coordinator.membership.person
    with kept.stored.open() as content:
        assert content.read() == KEPT[name]


@pytest.mark.parametrize("name", REFUSED)
def test_unwelcome_file_is_refused_in_a_sentence_and_leaves_nothing(
    name, coordinator, organisation
):
    content, reason = REFUSED[name]
    answer = upload(coordinator, organisation, {name: content})
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not Attachment.objects.exists()
    assert stored_files() == []


def test_nothing_chosen_asks_for_a_file(coordinator, organisation):
    answer = upload(coordinator, organisation, {})
    assert answer.status_code == 422
    assert "Please choose a file." in answer.content.decode()


def test_too_large_file_is_refused_with_both_sizes(coordinator, organisation, settings):
    settings.ATTACHMENT_MAX_BYTES = 1024
    answer = upload(coordinator, organisation, {"long.txt": b"a" * 2048})
    assert answer.status_code == 422
    told = answer.content.decode().replace("\xa0", " ")
    assert "It is too large: 2.0 KB. A file may have 1.0 KB." in told


def test_several_at_once_are_kept_and_those_refused_are_told(coordinator, organisation):
    files = {"a.pdf": samples.PDF, "b.exe": samples.WINDOWS_PROGRAM, "c.txt": samples.TEXT}
    answer = upload(coordinator, organisation, files)
    assert sorted(Attachment.objects.values_list("name", flat=True)) == ["a.pdf", "c.txt"]
    told = said(answer)
    assert told[0].startswith("“b.exe” is left out. It is a program")
    assert told[1] == "2 files are kept here."


def test_more_files_than_may_come_at_once_are_refused_together(coordinator, organisation, settings):
    settings.ATTACHMENTS_AT_ONCE = 2
    files = {f"{number}.txt": b"%d" % number for number in range(3)}
    answer = upload(coordinator, organisation, files)
    assert "These are 3 files. Please choose 2 at a time" in answer.content.decode()
    assert not Attachment.objects.exists()


def test_full_organisation_takes_no_more_until_one_is_removed(coordinator, organisation, settings):
    settings.ATTACHMENTS_MAX = 1
    first = AttachmentFactory(organisation=organisation)
    answer = upload(coordinator, organisation, {"b.txt": b"b"})
    assert "There is room for 1 files." in answer.content.decode()
    coordinator.post(address("file_remove", coordinator, organisation, first.pk))
    assert upload(coordinator, organisation, {"b.txt": b"b"}).status_code == 302
    assert len(stored_files()) == 2


def test_same_content_sent_twice_is_kept_once(coordinator, organisation):
    upload(coordinator, organisation, {"a.pdf": samples.PDF})
    answer = upload(coordinator, organisation, {"again.pdf": samples.PDF})
    assert answer.status_code == 422
    assert "The same file is here already, as “a.pdf”." in answer.content.decode()
    assert Attachment.objects.count() == len(stored_files()) == 1


def test_same_content_twice_in_one_form_is_kept_once(coordinator, organisation):
    upload(coordinator, organisation, {"a.pdf": samples.PDF, "b.pdf": samples.PDF})
    assert Attachment.objects.get().name == "a.pdf"
    assert len(stored_files()) == 1


def test_name_of_a_file_says_nothing_about_where_it_lies(coordinator, organisation):
    upload(coordinator, organisation, {"..\\..\\settings.txt": samples.TEXT})
    kept = Attachment.objects.get()
    assert kept.name == "settings.txt"
    assert "settings" not in kept.stored.name


def test_files_are_not_left_behind_when_their_rows_cannot_be_written(
    coordinator, organisation, monkeypatch
):
    def fail(*_args, **_options):
        raise RuntimeError("the database went away")

    monkeypatch.setattr(operations.Attachment, "save", fail)
    with pytest.raises(RuntimeError):
        upload(coordinator, organisation, {"a.pdf": samples.PDF})
    assert stored_files() == []


# ---------------------------------------------------------------- opening


def opened(client: Client, organisation: Organisation, attachment: Attachment):
    url = reverse(
        "partners:file", args=[organisation.coalition.slug, organisation.pk, attachment.pk]
    )
    return client.get(url)


def test_file_is_served_as_a_sealed_download(coordinator, organisation):
    upload(coordinator, organisation, {"Año «1».pdf": samples.PDF})
    answer = opened(coordinator, organisation, Attachment.objects.get())
    assert b"".join(answer.streaming_content) == samples.PDF
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''A%C3%B1o")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Length"] == str(len(samples.PDF))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; frame-ancestors 'none'; sandbox"
    )
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COORDINATOR, Role.STEERING])
def test_member_who_sees_partners_opens_their_files(role, member, organisation):
    client = member(role, coalition=organisation.coalition)
    attachment = AttachmentFactory(organisation=organisation)
    answer = opened(client, organisation, attachment)
    assert b"".join(answer.streaming_content).startswith(b"Minutes")
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert attachment.name in page


def test_viewer_opens_no_file_and_is_told_of_none(member, organisation):
    client = member(Role.VIEWER, coalition=organisation.coalition)
    attachment = AttachmentFactory(organisation=organisation, is_shared=True)
    assert opened(client, organisation, attachment).status_code == 403
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert attachment.name not in page
    assert "Files" not in page


def test_partner_opens_what_is_meant_for_them_and_nothing_else(organisation):
    tie = RepresentationFactory(organisation=organisation)
    other = OrganisationFactory(coalition=organisation.coalition)
    ours = AttachmentFactory(organisation=organisation, is_shared=True)
    inner = AttachmentFactory(organisation=organisation)
    removed = AttachmentFactory(organisation=organisation, is_shared=True, removed=True)
    theirs = AttachmentFactory(organisation=other, is_shared=True)
    client = MemberClient.of(tie.membership)
    assert b"".join(opened(client, organisation, ours).streaming_content)
    for attachment in (inner, removed, theirs):
        assert opened(client, attachment.organisation, attachment).status_code == 404
    page = client.get(organisation.get_absolute_url()).content.decode()
    assert ours.name in page
    assert inner.name not in page
    assert removed.name not in page


def test_file_of_another_coalition_or_organisation_is_not_there(coordinator, organisation):
    elsewhere = AttachmentFactory()
    assert opened(coordinator, elsewhere.organisation, elsewhere).status_code == 404
    assert opened(coordinator, organisation, elsewhere).status_code == 404
    sibling = AttachmentFactory(organisation__coalition=organisation.coalition)
    assert opened(coordinator, organisation, sibling).status_code == 404


def test_file_that_the_storage_lost_is_a_page_that_says_so(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation)
    default_storage.delete(attachment.stored.name)
    assert opened(coordinator, organisation, attachment).status_code == 404


def test_file_has_no_address_besides_its_download(coordinator, organisation, client):
    attachment = AttachmentFactory(organisation=organisation)
    for path in (f"/{attachment.stored.name}", f"/static/{attachment.stored.name}"):
        assert client.get(path).status_code == 404
        assert coordinator.get(path).status_code == 404


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
@pytest.mark.parametrize("name", ["file_share", "file_remove", "file_bring_back"])
def test_file_is_changed_only_by_who_edits_partners(role, name, member, organisation):
    client = member(role, coalition=organisation.coalition)
    attachment = AttachmentFactory(organisation=organisation)
    assert client.post(address(name, client, organisation, attachment.pk)).status_code == 403
    assert upload(client, organisation, {"a.pdf": samples.PDF}).status_code == 403


def test_wall_keeps_a_file_from_hanging_on_another_coalitions_organisation(organisation):
    from django.db import IntegrityError, transaction

    attachment = AttachmentFactory(organisation=organisation)
    stranger = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=attachment.pk).update(organisation=stranger)
        connection.check_constraints()


# ---------------------------------------------------------------- removing and undoing


def undo_address(answer) -> str:
    tags = [m.extra_tags for m in get_messages(answer.wsgi_request) if m.extra_tags]
    return tags[-1].removeprefix("undo:")


def test_removed_file_is_gone_for_all_until_undo_brings_it_back(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation)
    answer = coordinator.post(address("file_remove", coordinator, organisation, attachment.pk))
    assert opened(coordinator, organisation, attachment).status_code == 404
    coordinator.post(undo_address(answer))
    again = opened(coordinator, organisation, attachment)
    assert b"".join(again.streaming_content).startswith(b"Minutes")


def test_removed_file_is_brought_back_from_the_page(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation, removed=True)
    url = address("file_bring_back", coordinator, organisation, attachment.pk)
    assert url in coordinator.get(organisation.get_absolute_url()).content.decode()
    coordinator.post(url)
    attachment.refresh_from_db()
    assert attachment.removed_at is None


def test_file_removed_twice_keeps_the_first_moment(organisation, coordinator):
    attachment = AttachmentFactory(organisation=organisation)
    person = coordinator.membership.person
    operations.remove_file(attachment, by=person, at=NOW)
    operations.remove_file(attachment, by=person, at=NOW + timedelta(days=1))
    attachment.refresh_from_db()
    assert attachment.removed_at == NOW


def test_undone_upload_can_be_redone_because_the_content_stays(coordinator, organisation):
    answer = upload(coordinator, organisation, {"a.pdf": samples.PDF})
    undone = coordinator.post(undo_address(answer))
    assert not Attachment.objects.exists()
    coordinator.post(undo_address(undone))
    with Attachment.objects.get().stored.open() as content:
        assert content.read() == samples.PDF


def test_putting_an_earlier_version_back_takes_no_file_away(coordinator, organisation):
    Organisation.objects.filter(pk=organisation.pk).delete()
    with change("organisation.added", day=0):
        organisation.save(force_insert=True)
    with change(day=1) as first:
        Organisation.objects.filter(pk=organisation.pk).update(description="One")
    with change(day=2):
        Organisation.objects.filter(pk=organisation.pk).update(description="Two")
    with change("files.added", day=3):
        AttachmentFactory(organisation=organisation)
    coordinator.post(address("put_back", coordinator, organisation, first))
    organisation.refresh_from_db()
    assert organisation.description == "One"
    assert Attachment.objects.current().exists()


def test_sharing_is_told_and_taken_back(coordinator, organisation):
    attachment = AttachmentFactory(organisation=organisation)
    url = address("file_share", coordinator, organisation, attachment.pk)
    coordinator.post(url, {"shared": "yes"})
    attachment.refresh_from_db()
    assert attachment.is_shared
    coordinator.post(url, {"shared": "no"})
    attachment.refresh_from_db()
    assert not attachment.is_shared


def test_timeline_tells_of_files_in_words(coordinator, organisation):
    ruth = coordinator.membership.person
    with change("files.added", day=1, by=ruth):
        attachment = AttachmentFactory(organisation=organisation, name="Agreement.pdf")
    with change("file.shared", day=2, by=ruth):
        Attachment.objects.update(is_shared=True)
    with change("file.removed", day=3, by=ruth):
        Attachment.objects.update(removed_at=NOW)
    with change("file.brought_back", day=4, by=ruth):
        Attachment.objects.update(removed_at=None)
    assert str(attachment) == "Agreement.pdf"
    url = address("history", coordinator, organisation)
    entries = coordinator.get(url).context["timeline"].entries
    assert [(entry.headline, entry.byline) for entry in entries if entry.actor == str(ruth)] == [
        ("File added: Agreement.pdf", str(ruth)),
        ("File removed: Agreement.pdf", str(ruth)),
        ("Their own people may open Agreement.pdf now", str(ruth)),
        ("File added: Agreement.pdf", str(ruth)),
    ]


def test_page_takes_the_same_queries_with_one_and_three_files(
    coordinator, organisation, django_assert_num_queries
):
    for _round in (1, 2):
        AttachmentFactory(organisation=organisation)
        AttachmentFactory(organisation=organisation, removed=True)
        with django_assert_num_queries(10):
            coordinator.get(organisation.get_absolute_url())


def test_membership_that_ended_opens_nothing(organisation):
    former = MembershipFactory(coalition=organisation.coalition, ended=True)
    attachment = AttachmentFactory(organisation=organisation)
    assert opened(MemberClient.of(former), organisation, attachment).status_code == 404
