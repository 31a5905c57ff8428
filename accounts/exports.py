"""Everything held about a person, as one ZIP: for programs (JSON) and for reading (HTML)."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from pghistory.models import Context

from accounts.files_about import FileAbout, files_about
from accounts.models import Person
from common.erasure import Held, collect, named_in


@dataclass(frozen=True)
class Deed:
    """One change that the person made: when, and what it was, as the program calls it."""

    at: datetime
    what: str


@dataclass(frozen=True)
class MyData:
    person: Person
    made_at: datetime
    about: list[Held]
    named: list[Held]
    files: list[FileAbout]
    deeds: list[Deed]


def data_of(person: Person, *, at: datetime) -> MyData:
    changes = Context.objects.filter(metadata__person=person.pk).order_by("created_at")
    return MyData(
        person=person,
        made_at=at,
        about=collect(person),
        named=named_in(person),
        files=files_about(person),
        deeds=[
            Deed(at=moment, what=words.get("verb") or words.get("page", ""))
            for moment, words in changes.values_list("created_at", "metadata")
        ],
    )


def zipped(data: MyData) -> bytes:
    """The two files in one archive; the readable one needs nothing but a browser."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("my-data.json", as_json(data))
        files.writestr(
            "my-data.html", render_to_string("accounts/my_data_file.html", {"data": data})
        )
    return archive.getvalue()


def as_json(data: MyData) -> str:
    content: dict[str, Any] = {
        "made_at": data.made_at,
        "about_me": {held.table: held.rows for held in data.about},
        "naming_me": {held.table: held.rows for held in data.named},
        "files_naming_me": [file.told for file in data.files],
        "what_i_did": [{"at": deed.at, "what": deed.what} for deed in data.deeds],
    }
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
