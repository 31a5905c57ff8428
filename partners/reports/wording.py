"""How the rows of history are told in plain words: one difference for each thing that changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    Representation,
    Vocabulary,
)
from partners.reports.past import Step

Row = Mapping[str, Any]

OWN_FIELDS = ("name", "kind", "description", "website", "email", "owner_id", "since_on")
RETIREMENT = ("retired_on", "retired_reason")
PERSON_FIELDS = (
    "name",
    "title",
    "role",
    "email",
    "phone",
    "preferred_channel",
    "since_on",
    "left_on",
)
# What lets somebody be reached: shown to those alone who may see people's addresses.
PERSONAL = frozenset({"email", "phone"})


@dataclass(frozen=True)
class Difference:
    """One thing that changed: the old value crossed out, the new one underlined."""

    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Names:
    """The names behind the ids in history: of people, and of terms with their vocabulary."""

    people: dict[int, str] = field(default_factory=dict)
    terms: dict[int, tuple[str, str]] = field(default_factory=dict)


def differences(step: Step, names: Names, *, with_addresses: bool) -> Iterator[Difference]:
    """What the step changed, in words. `with_addresses`: people's e-mail and phone as well."""
    if step.model is Organisation:
        yield from _of_fields(step, Organisation, (*OWN_FIELDS, *RETIREMENT), names)
    elif step.model is Contact:
        yield from _of_person(step, names, with_addresses=with_addresses)
    elif step.model is Classification:
        yield from _of_list(step, names)
    elif step.model is Representation:
        yield Difference(_("Who may sign in"), after=_access(step))
    else:
        yield from _of_part(step)


def field_value(model: type[models.Model], name: str, row: Row, names: Names) -> str:
    """A value as the profile shows it: the label of a choice, a person's name, a date in words."""
    value = row.get(name)
    if value in (None, ""):
        return ""
    if name == "owner_id":
        return names.people.get(value, "")
    column = model._meta.get_field(name)  # noqa: SLF001 - Django documents _meta
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(column, models.DateField):
        return date_format(date.fromisoformat(value))
    return str(value)


def field_label(model: type[models.Model], name: str) -> str:
    label = str(model._meta.get_field(name).verbose_name)  # noqa: SLF001
    return label[:1].upper() + label[1:]


def part_text(model: type[models.Model], row: Row) -> str:
    """A phone, an address, an identifier or another name in one line."""
    columns = {column.attname for column in model._meta.concrete_fields}  # noqa: SLF001
    part = model(**{name: row[name] for name in columns if name in row})
    label = row.get("label")
    return f"{part} ({label})" if label else str(part)


PART_LABELS = {
    Alias: lambda: _("Other name"),
    Phone: lambda: _("Phone"),
    Address: lambda: _("Address"),
    ExternalIdentifier: lambda: _("Identifier"),
}
LIST_LABELS = {vocabulary.value: vocabulary.label for vocabulary in Vocabulary}


def _of_fields(
    step: Step, model: type[models.Model], fields: tuple[str, ...], names: Names
) -> Iterator[Difference]:
    """One difference for each field whose value is another; nothing for a row that went."""
    if step.after is None:
        return
    for name in fields:
        before = field_value(model, name, step.before or {}, names)
        after = field_value(model, name, step.after, names)
        if before != after:
            yield Difference(field_label(model, name), before, after)


def _of_person(step: Step, names: Names, *, with_addresses: bool) -> Iterator[Difference]:
    known = step.after or step.before or {}
    if step.before is None or step.after is None:
        title = f"{known['name']}, {known['title']}" if known["title"] else known["name"]
        yield _came_or_went(_("Person"), title, step)
    if step.after is None:
        return
    shown = [name for name in PERSON_FIELDS if with_addresses or name not in PERSONAL]
    told = {"name", "title"} if step.before is None else set()
    rest = tuple(name for name in shown if name not in told)
    for difference in _of_fields(step, Contact, rest, names):
        yield Difference(
            f"{known['name']}: {difference.label}", difference.before, difference.after
        )


def _of_list(step: Step, names: Names) -> Iterator[Difference]:
    row = step.after or step.before or {}
    vocabulary, name = names.terms.get(row["term_id"], ("", ""))
    if name:
        yield _came_or_went(str(LIST_LABELS[vocabulary]), name, step)


def _of_part(step: Step) -> Iterator[Difference]:
    before = part_text(step.model, step.before) if step.before else ""
    after = part_text(step.model, step.after) if step.after else ""
    if before != after:
        yield Difference(PART_LABELS[step.model](), before, after)


def _came_or_went(label: str, text: str, step: Step) -> Difference:
    return Difference(label, after=text) if step.after else Difference(label, before=text)


def _access(step: Step) -> str:
    if step.after is None:
        return _("access ended")
    return _("joined") if step.after["membership_id"] else _("invited")
