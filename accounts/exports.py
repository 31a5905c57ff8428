"""Everything held about a person, as one ZIP: for programs (JSON) and for reading (HTML).

Whoever has worked here for years has made more changes than fit into memory: rows are written one by one, and
what is for reading tells the first of each table, and how many more there are.
"""

import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.template.loader import render_to_string
from pghistory.models import Context

from accounts.files_about import FileAbout, files_about
from accounts.models import Person
from common.personal.erasure import SHOWN, Held, collect, named_in

PIECE = 64 * 1024  # bytes


@dataclass(frozen=True)
class Deed:
    """One change that the person made: when, and what it was, as the program calls it."""

    at: datetime
    what: str


@dataclass(frozen=True)
class Deeds:
    """What the person did, the latest first."""

    asked: QuerySet

    def __iter__(self) -> Iterator[Deed]:
        return map(_deed, self.asked.iterator(chunk_size=2000))

    @cached_property
    def count(self) -> int:
        return self.asked.count()

    @property
    def shown(self) -> list[Deed]:
        return [_deed(told) for told in self.asked[:SHOWN]]


def _deed(told: tuple[datetime, dict[str, str]]) -> Deed:
    moment, words = told
    return Deed(at=moment, what=words.get("verb") or words.get("page", ""))


@dataclass(frozen=True)
class MyData:
    person: Person
    made_at: datetime
    about: list[Held]
    named: list[Held]
    files: list[FileAbout]
    deeds: Deeds


def data_of(person: Person, *, at: datetime) -> MyData:
    changes = Context.objects.filter(metadata__person=person.pk).order_by("-created_at", "pk")
    return MyData(
        person=person,
        made_at=at,
        about=collect(person),
        named=named_in(person),
        files=files_about(person),
        deeds=Deeds(changes.values_list("created_at", "metadata")),
    )


def zipped(data: MyData) -> Iterator[bytes]:
    """The two files in one archive, on disk; the readable one needs nothing but a browser.

    They are written now, while the reader's language is active, and sent piece by piece.
    """
    archive = tempfile.TemporaryFile()  # noqa: SIM115 - closed by whoever sends it
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        with files.open("my-data.json", "w", force_zip64=True) as out:
            write_json(data, out)
        page = render_to_string("accounts/my_data_file.html", {"data": data})
        files.writestr("my-data.html", page)
    return _pieces(archive)


def _pieces(archive: IO[bytes]) -> Iterator[bytes]:
    with archive:
        archive.seek(0)
        while piece := archive.read(PIECE):
            yield piece


def write_json(data: MyData, out: IO[bytes]) -> None:
    """One object, written row by row."""
    out.write(f'{{"made_at": {_told(data.made_at)}'.encode())
    for name, tables in (("about_me", data.about), ("naming_me", data.named)):
        out.write(f', "{name}": {{'.encode())
        for number, held in enumerate(tables):
            out.write(f"{', ' if number else ''}{_told(held.table)}: ".encode())
            _write_list(held.each(), out)
        out.write(b"}")
    for name, rows in (
        ("files_naming_me", (file.told for file in data.files)),
        ("what_i_did", ({"at": deed.at, "what": deed.what} for deed in data.deeds)),
    ):
        out.write(f', "{name}": '.encode())
        _write_list(rows, out)
    out.write(b"}\n")


def _write_list(rows: Iterable[Any], out: IO[bytes]) -> None:
    out.write(b"[")
    for number, row in enumerate(rows):
        out.write(f"{',' if number else ''}\n  {_told(row)}".encode())
    out.write(b"]")


def _told(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
