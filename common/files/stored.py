"""The columns of a kept file, and the keeping of one.

The file is written before its row, and goes again when the row cannot be written.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

FOLDER = "attachments"


def random_name(_row: object = None, _file_name: str = "") -> str:
    """Nothing about the file can be guessed from where it lies; 256 folders keep each of them short."""
    name = uuid4().hex
    return f"{FOLDER}/{name[:2]}/{name}"


class StoredFile(models.Model):
    """One file that somebody gave us, as it was when it came. Its content never changes."""

    stored = models.FileField(upload_to=random_name, max_length=100, editable=False)
    name = models.CharField(_("file name"), max_length=255, help_text="As the person knows it.")
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64, help_text="Of its content, as hexadecimal digits.")
    content_type = models.CharField(max_length=100, help_text="Told by its content.")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["stored"], name="%(app_label)s_%(class)s_is_stored_once"
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_not_empty",
                condition=Q(size__gt=0) & ~Q(name="") & ~Q(stored=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def extension(self) -> str:
        return PurePath(self.name).suffix.lstrip(".").upper()


def sha256_of(file: File) -> str:
    """The sum of its content; the file is at its beginning again afterwards."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def plain_name(name: str) -> str:
    """What a person may read as the file's name: no folders, no invisible characters, 255 at most."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(character for character in last if character.isprintable()).strip(". ")
    stem, dot, extension = shown.rpartition(".")
    room = 255 - len(dot + extension)
    return f"{stem[:room]}{dot}{extension}" if dot and room > 0 else shown[:255]


@contextmanager
def kept_only_with_rows() -> Iterator[list[str]]:
    """Files written in this block, whose names the block puts on the list, go again when it fails.

    What a killed process leaves behind, the sweep finds.
    """
    written: list[str] = []
    try:
        yield written
    except BaseException:
        for name in written:
            default_storage.delete(name)
        raise


def write(file: File, *, written: list[str]) -> str:
    """Store the content under a new random name, noted on the list of `kept_only_with_rows`."""
    name = random_name()
    written.append(name)
    stored = default_storage.save(name, file)
    if stored != name:  # a storage may alter a name that is taken
        written.append(stored)
    return stored
