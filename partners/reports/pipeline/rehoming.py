"""What must find a new home when a partner leaves, each thing with who has it: one query."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.utils.translation import gettext_lazy as _

from common.unions import as_rows, united
from partners.models import (
    Benefit,
    Classification,
    CreditedPartner,
    Gap,
    Organisation,
    PartnerEvent,
    PartnerLetter,
    PipelinePlan,
    Representation,
    Service,
    Tie,
    Touchpoint,
)
from partners.models.needed_voices import AXES, in_words

SHOWN = 12
Rows = Callable[[int, date], QuerySet]


@dataclass(frozen=True)
class Thing:
    """One thing to re-home. `owner` is who has it today, empty if nobody; `day` by when it is due."""

    kind: str
    pk: str
    words: str
    owner: str
    day: date | None


@dataclass(frozen=True)
class Group:
    """`address` is the page on which the things are dealt with; `of` says whose id it takes."""

    kind: str
    title: Any
    what: Any
    address: str
    of: str
    things: tuple[Thing, ...] = ()

    @property
    def more(self) -> int:
        """How many a page counts and does not name."""
        return max(len(self.things) - SHOWN, 0)


THEIRS, THING, NOBODY = "theirs", "thing", "nobody"
GROUPS = (
    Group(
        "benefits",
        _("Promises that are open"),
        _("Keep them, or take them back with a reason."),
        "partners:value",
        THEIRS,
    ),
    Group(
        "follow_ups",
        _("Follow-ups that are open"),
        _("Do them still, or tick them off."),
        "partners:talks_of",
        THEIRS,
    ),
    Group(
        "gaps",
        _("Gaps that they were asked to fill"),
        _("Somebody else must be asked."),
        "partners:gap",
        THING,
    ),
    Group(
        "voices",
        _("For these they are the only voice"),
        _("Nobody else at the table stands for them."),
        "partners:composition",
        NOBODY,
    ),
    Group(
        "doors",
        _("Doors that they were to open"),
        _("Find another way to these prospects."),
        "partners:pipeline_of",
        THING,
    ),
    Group(
        "access",
        _("People who may sign in for them"),
        _("End it on their page, under their people."),
        "partners:detail",
        THEIRS,
    ),
    Group(
        "letters",
        _("Letters not sent yet"),
        _("Send them, or throw them away."),
        "partners:letter",
        THING,
    ),
    Group(
        "events",
        _("Their events still to come"),
        _("Some of us may have planned to go."),
        "partners:events",
        NOBODY,
    ),
    Group(
        "ties",
        _("Ties with other partners"),
        _("They may go on without us. End those that are over."),
        "partners:ties",
        THEIRS,
    ),
    Group(
        "services",
        _("Services that they run"),
        _("Do they go on? Who refers there must know where else."),
        "partners:services_of",
        THEIRS,
    ),
    Group(
        "funding",
        _("Services of others that they pay for"),
        _("Ask whether the money stays."),
        "partners:services",
        NOBODY,
    ),
    Group(
        "credit",
        _("Agreements on credit that name them"),
        _("Agree anew who is named."),
        "partners:credit",
        NOBODY,
    ),
)


_OTHERS: list[tuple[Group, Rows]] = []


def also_rehome(group: Group, rows: Rows) -> None:
    """Apps further up the ladder hold things of partners too: each says so once, when it is ready.

    `rows` answers what `part` makes, with the kind of the group.
    """
    _OTHERS.append((group, rows))


def rehoming(organisation: Organisation, *, on: date) -> list[Group]:
    """Only the groups in which there is something. The keeper is not asked for here."""
    asked = (*(rows for _group, rows in _OTHERS), *ROWS)
    found = [Thing(*row) for row in united(rows(organisation.pk, on) for rows in asked)]
    things = sorted(found, key=lambda one: (one.day or date.max, one.words.casefold(), one.pk))
    groups = [
        replace(group, things=tuple(thing for thing in things if thing.kind == group.kind))
        for group in (*(group for group, _rows in _OTHERS), *GROUPS)
    ]
    return [group for group in groups if group.things]


def part(
    kind: str,
    rows: QuerySet,
    words: Combinable,
    *,
    owner: str = "",
    day: str = "",
    pk: str = "pk",
) -> QuerySet:
    """In the columns of `Thing`. `owner`, `day` and `pk` are names of columns."""
    return as_rows(
        rows.order_by(),
        kind=Value(kind, CharField()),
        pk=Cast(F(pk), CharField()),
        words=Cast(words, CharField()),
        owner=Coalesce(Cast(F(owner) if owner else Value(""), CharField()), Value("")),
        day=Cast(F(day) if day else Value(None), DateField()),
    )


def _benefits(pk: int, _on: date) -> QuerySet:
    rows = Benefit.objects.of([pk]).open()
    return part("benefits", rows, F("words"), owner="promised_by__full_name", day="due_on")


def _follow_ups(pk: int, _on: date) -> QuerySet:
    said = Coalesce(NullIf(F("said"), Value("")), F("kind"), output_field=CharField())
    rows = Touchpoint.objects.of(pk).to_follow_up()
    return part("follow_ups", rows, said, owner="follow_up_by__full_name", day="follow_up_on")


def _gaps(pk: int, _on: date) -> QuerySet:
    rows = Gap.objects.unfinished().filter(organisation=pk)
    names = in_words([F(f"needed__{axis.value}__name") for axis in AXES])
    return part("gaps", rows, names, owner="owner__full_name", day="ask_by", pk="needed_id")


def _voices(pk: int, _on: date) -> QuerySet:
    """Terms that no other partner of today carries."""
    others = Classification.objects.filter(
        term=OuterRef("term"),
        organisation__kind=Organisation.Kind.PARTNER,
        organisation__retired_on=None,
        organisation__merged_into=None,
    ).exclude(organisation=pk)
    rows = Classification.objects.filter(organisation=pk, term__vocabulary__in=AXES)
    return part("voices", rows.filter(~Exists(others)), F("term__name"))


def _doors(pk: int, _on: date) -> QuerySet:
    rows = PipelinePlan.objects.filter(
        through=pk,
        organisation__merged_into=None,
        organisation__retired_on=None,
        organisation__kind=Organisation.Kind.PROSPECT,
    )
    name = F("organisation__name")
    owner, day = "inviter__full_name", "invite_by"
    return part("doors", rows, name, owner=owner, day=day, pk="organisation_id")


def _access(pk: int, _on: date) -> QuerySet:
    rows = Representation.objects.shown_for(pk).filter(membership__ended_on=None)
    name = Coalesce(
        F("membership__person__full_name"), F("invitation__email"), output_field=CharField()
    )
    return part("access", rows.select_related(None), name)


def _letters(pk: int, _on: date) -> QuerySet:
    rows = PartnerLetter.objects.filter(
        organisation=pk, sent_at=None, printed_on=None, discarded_at=None
    )
    return part("letters", rows, F("subject"), owner="written_by__full_name")


def _events(pk: int, on: date) -> QuerySet:
    return part(
        "events", PartnerEvent.objects.filter(organisation=pk, on__gte=on), F("name"), day="on"
    )


def _ties(pk: int, on: date) -> QuerySet:
    """The other side, by name."""
    rows = Tie.objects.of(pk).present().standing(on=on)
    other = Case(When(first=pk, then=F("second__name")), default=F("first__name"))
    return part("ties", rows, Concat(other, Value(" · "), F("relation__name")))


def _services(pk: int, on: date) -> QuerySet:
    return part("services", Service.objects.of(pk).not_over(on=on), F("name"), day="until_on")


def _funding(pk: int, on: date) -> QuerySet:
    rows = Service.objects.not_over(on=on).filter(funders__funder=pk).exclude(organisation=pk)
    return part("funding", rows, Concat(F("name"), Value(" · "), F("organisation__name")))


def _credit(pk: int, _on: date) -> QuerySet:
    rows = CreditedPartner.objects.filter(organisation=pk, rule__retired_on=None)
    return part("credit", rows, F("rule__on_what"))


ROWS: tuple[Rows, ...] = (
    _services,
    _funding,
    _credit,
    _benefits,
    _follow_ups,
    _gaps,
    _voices,
    _doors,
    _access,
    _letters,
    _events,
    _ties,
)
