"""Which table a file is, and its rows by their headings."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from django.utils.translation import gettext as _

from common.spreadsheets.reading import read
from common.spreadsheets.table import UnreadableFile
from partners.imports.dry_run import limits
from partners.imports.values import is_nothing, one_line, paragraph

Record = Mapping[str, str]

# By what files are called, in HSDS and in Ohana.
NAMED = {
    "services": "services|service",
    "locations": "locations|location",
    "organizations": "organizations|organization|organisations|organisation|agencies|programs",
    "addresses": "addresses|address|physical addresses",
    "phones": "phones|phone",
    "terms": "categories|category|taxonomy terms|taxonomy term|taxonomy",
    "links": "attributes|service attributes|service taxonomy|service categories|services categories",
    "sites": "service at location|service at locations|services at location",
    "areas": "service areas|service area",
    "funding": "funding|fundings|funders",
    "languages": "languages|language",
}
ROLES = {name: role for role, names in NAMED.items() for name in names.split("|")}


@dataclass(frozen=True)
class Tables:
    """What was uploaded together, by what each table tells of."""

    rows: Mapping[str, list[Record]]

    def of(self, role: str) -> list[Record]:
        return self.rows.get(role, [])

    def by(self, role: str, key: str) -> dict[str, list[Record]]:
        """The rows of a table under each value of one of their columns."""
        found: dict[str, list[Record]] = {}
        for row in self.of(role):
            if row.get(key):
                found.setdefault(row[key], []).append(row)
        return found


def role_of(file_name: str) -> str:
    """ "icarol-2019_services.csv" are services; "" for what no table is called."""
    words = re.sub(r"[^a-z]+", " ", PurePath(file_name).stem.lower()).strip()
    exact = ROLES.get(words)
    if exact:
        return exact
    ends = [name for name in ROLES if words.endswith(f" {name}")]
    return ROLES[max(ends, key=len)] if ends else ""


def tables_of(files: Iterable[tuple[str, Path]]) -> Tables:
    """Raises UnreadableFile for what is no table that we know, and where services are missing."""
    rows: dict[str, list[Record]] = {}
    for name, path in files:
        role = role_of(name)
        if not role:
            words = _("“%(file)s” is none of the tables of a directory. We know: %(names)s.")
            raise UnreadableFile(words % {"file": name, "names": ", ".join(_first_names())})
        rows.setdefault(role, []).extend(_records(name, path))
    if not rows.get("services"):
        raise UnreadableFile(_("The table of services is missing among these files."))
    return Tables(rows)


def _first_names() -> list[str]:
    return [names.split("|")[0] for names in NAMED.values()]


def _records(name: str, path: Path) -> list[Record]:
    table = read(path, name=name, limits=limits(), header_row=1)
    headings = [one_line(column.name).lower() for column in table.columns]
    return [
        {
            heading: paragraph(cell)
            for heading, cell in zip(headings, row.cells, strict=True)
            if not is_nothing(cell)
        }
        for row in table.rows
    ]
