"""What a merge would do: which values there are to choose between, and what comes together."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.merging.following import Plan, plan, pointers
from common.merging.relocation import fingerprints
from partners.models import (
    Address,
    Alias,
    Attachment,
    Classification,
    ComparisonDue,
    Contact,
    ExternalIdentifier,
    ImportRow,
    Organisation,
    Phone,
    Representation,
    Stake,
    Vocabulary,
)
from partners.models.merging.merges import Columns, groups_in, laid_out
from partners.reports.depth import telling
from partners.reports.history.events import State
from partners.reports.history.names import Names, names_of_rows
from partners.reports.history.words import part_words
from partners.reports.merging.gathered import Part, parts_of
from partners.reports.merging.merge_fields import (
    OwnFields,
    fullness,
    label_of,
    own_fields_of,
    words_of,
)
from partners.reports.merging.people_alike import People, people_alike

PLURAL: dict[type[models.Model], Any] = {
    Contact: gettext_lazy("People"),
    Alias: gettext_lazy("Other names"),
    Phone: gettext_lazy("Phones"),
    Address: gettext_lazy("Addresses"),
    ExternalIdentifier: gettext_lazy("Identifiers"),
    Representation: gettext_lazy("May sign in for them"),
    ImportRow: gettext_lazy("Rows of imports"),
    Attachment: gettext_lazy("Files"),
    Stake: gettext_lazy("Influence and interest"),
    **telling.SEVERAL,
}
# What the product keeps for itself, and works off within minutes: nobody has to weigh it.
HOUSEKEEPING = {ComparisonDue}
SIDE_BY_SIDE = 10  # of more, a field shows each value once
SHOWN = 8  # examples of a kind; more are counted


def fingerprints_of(organisations: Iterable[Organisation]) -> dict[int, str]:
    """What each of them, with all that points at it, comes to: in one query."""
    ids = [one.pk for one in organisations]
    return fingerprints(Organisation, ids, pointers=pointers(Organisation))


@dataclass(frozen=True)
class Option:
    """One organisation's value of a field."""

    organisation: Organisation
    words: str
    is_chosen: bool


@dataclass(frozen=True)
class Choice:
    """A field in which they differ."""

    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class Gathered:
    """What comes together under one label; `same` are told by several and stand once."""

    label: str
    words: list[str]
    count: int
    same: int

    @property
    def more(self) -> int:
        return self.count - len(self.words)


@dataclass(frozen=True)
class Side:
    organisation: Organisation
    seen: str
    things: int
    stays: bool


@dataclass(frozen=True)
class Preview:
    sides: list[Side]
    choices: list[Choice]
    alike: list[tuple[str, str]]
    gathered: list[Gathered]
    people: People
    names: list[str]

    @property
    def ids(self) -> str:
        return ",".join(str(side.organisation.pk) for side in self.sides)

    @property
    def seen(self) -> str:
        """How each of them stands now, in one field: a form takes no more than a thousand."""
        return " ".join(f"{side.organisation.pk}:{side.seen}" for side in self.sides)

    @property
    def stays(self) -> Organisation:
        return next(side.organisation for side in self.sides if side.stays)


def preview(
    organisations: Sequence[Organisation],
    *,
    chosen: Mapping[str, int] | None = None,
    ticked: Collection[tuple[int, int]] | None = None,
) -> Preview:
    """Everything that the page of a merge shows, in six queries whatever their number and size.

    `chosen` has what a person chose before, by field; "stays" is which record stays. `ticked` are the pairs
    of people whom somebody held for one before.
    """
    chosen = chosen or {}
    seen, parts = fingerprints_of(organisations), parts_of(organisations)
    things = Counter(part.organisation for part in parts)
    stays = _staying(organisations, things, chosen.get("stays"))
    others = [one for one in organisations if one.pk != stays.pk]
    follows = plan(Organisation, {str(one.pk): str(stays.pk) for one in others})
    told = {one.pk: _columns(one) for one in organisations}
    own = own_fields_of(stays.coalition_id)
    choices = [
        _choice(group, organisations, told, stays, chosen, own)
        for group in groups_in(told.values())
    ]
    differing = [choice for choice in choices if len({o.words for o in choice.options}) > 1]
    return Preview(
        sides=[
            Side(one, seen[one.pk], things[one.pk], stays=one.pk == stays.pk)
            for one in organisations
        ],
        choices=differing,
        alike=[
            (choice.label, choice.options[0].words)
            for choice in choices
            if choice not in differing and choice.options[0].words
        ],
        gathered=_gathered(parts, follows),
        people=people_alike(parts, follows, organisations, stays=stays, ticked=ticked),
        names=[one.name for one in organisations],
    )


def _staying(
    organisations: Sequence[Organisation], things: Mapping[int, int], chosen: int | None
) -> Organisation:
    """The one of which most is known, the older one of two: fewest links lead elsewhere then."""
    named = next((one for one in organisations if one.pk == chosen), None)
    return named or max(organisations, key=lambda one: (things[one.pk], -one.pk))


# ---------------------------------------------------------------- fields


def _columns(organisation: Organisation) -> Columns:
    fields: Any = organisation._meta.concrete_fields  # noqa: SLF001 - Django documents it
    return laid_out({one.column: getattr(organisation, one.attname) for one in fields})


def _choice(
    group: Sequence[str],
    organisations: Sequence[Organisation],
    told: Mapping[int, Columns],
    stays: Organisation,
    chosen: Mapping[str, int],
    own: OwnFields,
) -> Choice:
    usual = max(
        organisations,
        key=lambda one: (fullness(group[0], told[one.pk].get(group[0])), one.pk == stays.pk),
    )
    picked = chosen.get(group[0], usual.pk)
    options = [
        Option(one, words_of(group, told[one.pk], one, own), is_chosen=one.pk == picked)
        for one in organisations
    ]
    if len(options) > SIDE_BY_SIDE:
        options = _each_value_once(options)
    return Choice(name=group[0], label=label_of(group[0], own), options=options)


def _each_value_once(options: Sequence[Option]) -> list[Option]:
    """The chosen one stands for its value, of every other value the first who says it."""
    said = {option.words: option for option in reversed(options)}
    said |= {option.words: option for option in options if option.is_chosen}
    return [option for option in options if said[option.words] is option]


# ---------------------------------------------------------------- what comes together


def _gathered(parts: Sequence[Part], follows: Plan) -> list[Gathered]:
    """Parts with examples; of other tables how many rows come along."""
    aside = {(row.pointer.model, row.pk) for row in follows.set_aside}
    names = names_of_rows([(part.model, part.pk, part.state) for part in parts])
    words: dict[str, list[str]] = {}
    same: Counter[str] = Counter()
    for part in parts:
        is_entry_of_list = part.model is Classification
        label = _list_of(part.state, names) if is_entry_of_list else plural(part.model)
        if (part.model, str(part.pk)) in aside:
            same[label] += 1
        else:
            words.setdefault(label, []).append(part_words(part.model, part.state, names))
    told = [
        Gathered(label, each[:SHOWN], count=len(each), same=same[label])
        for label, each in words.items()
    ]
    return told + _uncounted(follows, {part.model for part in parts})


def _list_of(state: State, names: Names) -> str:
    vocabulary = names.vocabulary(state["term_id"])
    return str(Vocabulary(vocabulary).label) if vocabulary else _("Entry of a list")


def _uncounted(follows: Plan, told: set[type[models.Model]]) -> list[Gathered]:
    """Rows of tables that we know nothing of but that they point here."""
    rows = [*follows.moved, *follows.set_aside]
    models_of = [row.pointer.model for row in rows]
    unknown = [model for model in models_of if model not in told | HOUSEKEEPING]
    return [
        Gathered(plural(model), [], count=count, same=0)
        for model, count in Counter(unknown).items()
    ]


def plural(model: type[models.Model]) -> str:
    """What several are called; entries of the coalition's lists are called by their list."""
    if model is Classification:
        return ""
    return str(PLURAL.get(model) or capfirst(str(model._meta.verbose_name_plural)))  # noqa: SLF001
