"""Every column that the partner list can show: declared once, for the list, its exports and its print.

A column names the fields of the organisation that it reads, and the *parts*: values that stand in other
tables. All parts of a page are fetched in one query (`partners.reports.listing.cells`), whatever its columns.
To add a column, add it to COLUMNS; one whose values stand elsewhere brings a function that answers its
rows as (part, organisation, rank, text).
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, IntegerField, Max, QuerySet, Value
from django.db.models.functions import Cast, JSONArray
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from common.history.event_tables import events_of
from partners.models import (
    Address,
    Alias,
    BroadSector,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    ProfileAnswer,
    ProfileRow,
    Topic,
    Vocabulary,
    Voice,
)
from partners.models.depth import Government
from partners.reports.history.story_tables import TRACKED

Ids = Sequence[int]
# (part, organisation's id, rank, text), for the organisations of one page
Part = Callable[[str, Ids], list[QuerySet]]
SEPARATOR = ", "


@dataclass(frozen=True)
class Cells:
    """What was read of one organisation: its fields, and the texts of each part in order."""

    fields: Mapping[str, Any]
    parts: Mapping[str, Sequence[str]]

    def joined(self, part: str) -> str:
        return SEPARATOR.join(self.parts.get(part, ()))


@dataclass(frozen=True)
class Column:
    """`look` tells the page how a value is drawn: text, number, day, link, mail or phone.

    `sort` is its name in the address, if the list can be sorted by it. `reads` names the part, if several
    columns read one. `is_usual` is for a coalition's own: it stands in the list unless other columns were
    chosen.
    """

    key: str
    label: Any
    value: Callable[[Cells], Any]
    fields: tuple[str, ...] = ()
    part: Part | None = None
    reads: str = ""
    look: str = "text"
    sort: str = ""
    permission: Permission = Permission.SEE_PARTNERS
    is_usual: bool = False

    @property
    def is_number(self) -> bool:
        return self.look == "number"


# ---------------------------------------------------------------- parts: values that stand in other tables


def part_of(rows: QuerySet, key: str, text: Any, *, rank: Any = None) -> QuerySet:
    """The rows of a part in the one shape in which all parts are fetched together."""
    place = F(rank) if isinstance(rank, str) else Value(0)
    return (
        rows.order_by()
        .annotate(
            told_part=Cast(Value(key), CharField()),
            told_rank=Cast(place, IntegerField()),
            told_text=Cast(F(text) if isinstance(text, str) else text, CharField()),
        )
        .values_list("told_part", "organisation_id", "told_rank", "told_text")
    )


def terms(key: str, ids: Ids) -> list[QuerySet]:
    carried = Classification.objects.filter(
        organisation__in=ids, term__vocabulary=VOCABULARY_OF[key]
    )
    return [part_of(carried, key, "term__name", rank="term__position")]


def broad_sectors(key: str, ids: Ids) -> list[QuerySet]:
    carried = Classification.objects.filter(organisation__in=ids).exclude(term__broad_sector="")
    return [part_of(carried, key, "term__broad_sector")]


def in_broad_words(told: Iterable[str]) -> str:
    """Each once, in one order, in the reader's language."""
    said = set(told)
    return SEPARATOR.join(str(broad.label) for broad in BroadSector if broad in said)


def speaker(field: str) -> Part:
    def rows(key: str, ids: Ids) -> list[QuerySet]:
        first = Contact.objects.first_speakers(ids).values("pk")
        return [part_of(Contact.objects.filter(pk__in=first), key, field)]

    return rows


def own(model: Any, text: str) -> Part:
    def rows(key: str, ids: Ids) -> list[QuerySet]:
        return [part_of(model.objects.filter(organisation__in=ids), key, text, rank="pk")]

    return rows


def people_own(key: str, ids: Ids) -> list[QuerySet]:
    """Of everybody who is there now, as JSON: their name, and what the coalition's own fields say of them."""
    people = Contact.objects.current().filter(organisation__in=ids).exclude(own_values={})
    return [part_of(people, key, JSONArray("name", "own_values"), rank="pk")]


def strengths(voice: str) -> Part:
    """What they are good at as one voice says it, as JSON: the words and the level."""

    def rows(key: str, ids: Ids) -> list[QuerySet]:
        said = ProfileRow.objects.among(ids).strengths().in_voice(voice)
        return [part_of(said, key, JSONArray("words", "level"), rank="position")]

    return rows


def government(voice: str) -> Part:
    def rows(key: str, ids: Ids) -> list[QuerySet]:
        said = ProfileAnswer.objects.among(ids).choosing(Topic.GOVERNMENT).in_voice(voice)
        return [part_of(said, key, "choice")]

    return rows


def last_change(key: str, ids: Ids) -> list[QuerySet]:
    """When the organisation's own record, or any part of it, was last written: one row a table."""
    return [_last_written(model, key, ids) for model in TRACKED]


def _last_written(model: Any, key: str, ids: Ids) -> QuerySet:
    owner = "pgh_obj_id" if model is Organisation else "organisation_id"
    return (
        events_of(model)
        .filter(**{f"{owner}__in": ids})
        .order_by()
        .values(owner)
        .annotate(
            told_part=Cast(Value(key), CharField()),
            told_rank=Cast(Value(0), IntegerField()),
            told_text=Cast(Max("pgh_created_at"), CharField()),
        )
        .values_list("told_part", owner, "told_rank", "told_text")
    )


def latest(moments: Sequence[str]) -> datetime | None:
    """The last of some moments as PostgreSQL writes them, with their offset: `2026-05-12 15:00:00.5+00`."""
    return max(map(datetime.fromisoformat, moments), default=None)


# ---------------------------------------------------------------- the columns, in the order they are offered


def listed(*columns: Column) -> dict[str, Column]:
    return {column.key: column for column in columns}


def of_vocabulary(key: str, label: Any) -> Column:
    return Column(key, label, lambda cells: cells.joined(key), part=terms)


def of_field(key: str, label: Any, field: str, **options: Any) -> Column:
    return Column(key, label, lambda cells: cells.fields[field], (field,), **options)


def of_part(key: str, label: Any, part: Part, **options: Any) -> Column:
    return Column(key, label, lambda cells: cells.joined(key), part=part, **options)


def of_strengths(key: str, label: Any, voice: str, **options: Any) -> Column:
    """ "Cooking classes (others learn from them), Vans"."""

    def value(cells: Cells) -> str:
        told = (ProfileRow.in_short(*json.loads(text)) for text in cells.parts.get(key, ()))
        return SEPARATOR.join(told)

    return Column(key, label, value, part=strengths(voice), **options)


def of_government(key: str, label: Any, voice: str, **options: Any) -> Column:
    def value(cells: Cells) -> str:
        return SEPARATOR.join(str(Government(one).label) for one in cells.parts.get(key, ()))

    return Column(key, label, value, part=government(voice), **options)


VOCABULARY_OF = {
    "sectors": Vocabulary.SECTOR,
    "populations": Vocabulary.POPULATION,
    "areas": Vocabulary.AREA,
    "languages": Vocabulary.LANGUAGE,
    "determinants": Vocabulary.DETERMINANT,
    "tags": Vocabulary.TAG,
}
CONTACTS = Permission.SEE_CONTACT_DETAILS
NOTES = Permission.READ_NOTES
COLUMNS = listed(
    of_field("name", _("Partner"), "name", sort="name"),
    Column(
        "kind",
        _("Kind"),
        lambda cells: Organisation.Kind(cells.fields["kind"]).label,
        ("kind",),
        sort="kind",
    ),
    of_vocabulary("sectors", _("Sectors")),
    Column(
        "broad",
        _("Broad sectors"),
        lambda cells: in_broad_words(cells.parts.get("broad", ())),
        part=broad_sectors,
    ),
    of_vocabulary("populations", _("Serves")),
    of_vocabulary("areas", _("Areas")),
    of_vocabulary("languages", _("Languages")),
    of_vocabulary("determinants", _("Social determinants")),
    of_vocabulary("tags", _("Tags")),
    of_strengths("strengths", _("Strengths"), Voice.THEIRS),
    of_strengths("our_strengths", _("Strengths, our notes"), Voice.OURS, permission=NOTES),
    of_government("government", _("Level of government"), Voice.THEIRS),
    of_government(
        "our_government", _("Level of government, our notes"), Voice.OURS, permission=NOTES
    ),
    of_part("contact", _("Speaks for them"), speaker("name")),
    of_part(
        "contact_email",
        _("E-mail of who speaks"),
        speaker("email"),
        look="mail",
        permission=CONTACTS,
    ),
    of_part(
        "contact_phone",
        _("Phone of who speaks"),
        speaker("phone"),
        look="phone",
        permission=CONTACTS,
    ),
    of_field("owner", _("Looked after by"), "owner__full_name", sort="owner"),
    of_field("since", _("Since"), "since_on", look="day", sort="since"),
    of_field("email", _("E-mail"), "email", look="mail"),
    of_part("phone", _("Phone"), own(Phone, "number")),
    of_field("website", _("Website"), "website", look="link"),
    of_part("city", _("City"), own(Address, "city")),
    of_part("aliases", _("Other names"), own(Alias, "name")),
    of_part("identifiers", _("Identifiers"), own(ExternalIdentifier, "value")),
    of_field("added", _("Added"), "created_at", look="day", sort="added"),
    Column(
        "changed",
        _("Last changed"),
        lambda cells: latest(cells.parts.get("changed", ())),
        part=last_change,
        look="day",
    ),
)
# What all columns of own fields of people read.
PEOPLE_OWN = "people_own"
PARTS: dict[str, Part] = {key: column.part for key, column in COLUMNS.items() if column.part}
PARTS[PEOPLE_OWN] = people_own
# The keys of a coalition's own fields begin with this, as their filters in the address do.
OWN = "own-"
STANDARD = ("name", "kind", "contact", "owner", "since")
# The name's own cell says these beneath, the second on a phone only, unless they have a column.
BENEATH_NAME = ("sectors", "areas")
