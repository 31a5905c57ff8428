"""Adding."""

import hashlib
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage

from partners.models import Attachment
from partners.operations import files as operations
from tests.factories import AttachmentFactory
from tests.partners import samples
from tests.partners.files.uploading import address, upload

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


def said(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def stored_files() -> list[Path]:
    root = Path(default_storage.location) / "attachments"
    return [path for path in root.rglob("*") if path.is_file()]


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
