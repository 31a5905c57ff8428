"""Narrowing the list by a coalition's own fields: choices, yes or no, from–to, words within a text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Func, Q, TextField
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Filter, Span, Words, chosen_filter
from common.text.numbers import read_number
from partners.models import Contact, OwnField
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.search.words import plain
from partners.reports.own_fields.fields import PARAMETER, asked_among, parameter, shown_to

Kind = OwnField.Kind
Asked = Mapping[str, tuple[str, ...]]  # the parameters of the address that begin with "own-"
YES, NO, UNKNOWN = "yes", "no", "none"
FROM, TO = "-from", "-to"
LONGEST = 120


def asked(parameters: Any) -> dict[str, tuple[str, ...]]:
    """What the address says of own fields; which of them there are is looked up later."""
    told = {name: parameters.getlist(name) for name in parameters if name.startswith(PARAMETER)}
    clean = {
        name: tuple(text.replace("\0", "").strip()[:LONGEST] for text in texts if text.strip())
        for name, texts in told.items()
    }
    return {name: texts for name, texts in clean.items() if texts}


def fields_of(membership: Membership) -> list[OwnField]:
    """Those of organisations by which this member may sort the list."""
    fields = OwnField.objects.of_coalition(membership.coalition_id).about("organisation")
    return shown_to(membership, fields, about="organisation")


def asked_by(membership: Membership) -> list[OwnField]:
    """Those by which this member may narrow the list."""
    fields = OwnField.objects.of_coalition(membership.coalition_id).current()
    return asked_among(membership, fields)


def narrowed(
    rows: OrganisationQuerySet, own: Asked, fields: Sequence[OwnField]
) -> OrganisationQuerySet:
    """The rows that answer every question; one about a field that is not there is answered by nobody.

    Otherwise a view would show everybody once its field is retired, and what is done with all that are
    found would be done with all. A field of people is answered by anybody who is at the organisation now.
    """
    if lost(own, fields):
        return rows.none()
    for field in fields:
        if field.subject == OwnField.Subject.CONTACT:
            rows = _with_somebody(rows, field, own)
        else:
            rows = _narrowers(field.kind)(rows, field, own)
    return rows


def _with_somebody(rows: OrganisationQuerySet, field: OwnField, own: Asked) -> OrganisationQuerySet:
    everybody = Contact.objects.current()
    people = _narrowers(field.kind)(everybody, field, own)
    return rows if people is everybody else rows.filter(people.are_there())


def filters(own: Asked, fields: Sequence[OwnField]) -> list[Filter]:
    """A chip for each field of the list, and for every other that the address asks about."""
    chips = [_chip(field, own) for field in fields if is_chip(field, own)]
    known = [chip for chip in chips if chip.choices or isinstance(chip, Span | Words)]
    return [*known, *(_lost_chip(name, own[name]) for name in lost(own, fields))]


def lost(own: Asked, fields: Sequence[OwnField]) -> list[str]:
    """What the address asks of fields that are retired, gone, or not for this reader."""
    known = {parameter(field) + end for field in fields for end in ("", FROM, TO)}
    return [name for name in own if name not in known]


def notes(own: Asked, fields: Sequence[OwnField]) -> list[str]:
    if not lost(own, fields):
        return []
    return [
        _(
            "A field by which this list is filtered is not here for you any more, so nobody is shown."
            " Take that filter off to see the others."
        )
    ]


def _lost_chip(name: str, told: tuple[str, ...]) -> Filter:
    """What it asked can only be taken off. Its name says what nobody here should read."""
    return chosen_filter(
        name=name,
        label=_("A field that is not here"),
        choices=[(value, _("something")) for value in told],
        values=list(told),
    )


def is_chip(field: OwnField, own: Asked) -> bool:
    return field.is_listed or _is_asked(field, own)


def _is_asked(field: OwnField, own: Asked) -> bool:
    name = parameter(field)
    return any(name + end in own for end in ("", FROM, TO))


# ---------------------------------------------------------------- conditions

Rows = Any  # organisations, or the people there: both keep their own fields in one column
Narrower = Callable[[Rows, OwnField, Asked], Rows]


def _narrowers(kind: str) -> Narrower:
    if kind in (Kind.NUMBER, Kind.DATE):
        return _between
    if kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO):
        return _choosing
    return _saying


def _choosing(rows: Rows, field: OwnField, own: Asked) -> Rows:
    """Any of the answers that were ticked."""
    told = own.get(parameter(field), ())
    if not told:
        return rows
    return rows.filter(Q.create([_has(field, answer) for answer in told], connector=Q.OR))


def _has(field: OwnField, answer: str) -> Q:
    if answer == UNKNOWN:
        return ~Q(own_values__has_key=field.key)
    if field.kind == Kind.YES_NO:
        return Q(own_values__contains={field.key: answer == YES})
    chosen = [answer] if field.kind == Kind.CHOICES else answer
    return Q(own_values__contains={field.key: chosen})


def _between(rows: Rows, field: OwnField, own: Asked) -> Rows:
    """From and to, both included. JSON compares numbers as numbers, and ISO dates as texts."""
    for end, lookup in ((FROM, "gte"), (TO, "lte")):
        limit = _limit(field, own.get(parameter(field) + end, ()))
        if limit is not None:
            told = limit.isoformat() if isinstance(limit, date) else limit
            rows = rows.alias(**{f"own_{field.key}": KeyTransform(field.key, "own_values")})
            rows = rows.filter(**{f"own_{field.key}__{lookup}": told})
    return rows


def _limit(field: OwnField, told: tuple[str, ...]) -> date | int | float | None:
    """A date or a number; None for what is neither."""
    text = told[0] if told else ""
    if field.kind == Kind.DATE:
        try:
            return parse_date(text)
        except ValueError:
            return None
    number = read_number(text)
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def _saying(rows: Rows, field: OwnField, own: Asked) -> Rows:
    """The words stand somewhere in the text, whatever their accents and capitals."""
    told = own.get(parameter(field), ())
    if not told:
        return rows
    text = Func(
        KeyTextTransform(field.key, "own_values"), function="plain_text", output_field=TextField()
    )
    return rows.alias(**{f"own_{field.key}": text}).filter(
        **{f"own_{field.key}__contains": plain(told[0])}
    )


# ---------------------------------------------------------------- chips


def _chip(field: OwnField, own: Asked) -> Filter:
    name = parameter(field)
    told = own.get(name, ())
    if field.kind in (Kind.NUMBER, Kind.DATE):
        return _span(field, own)
    if field.kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO):
        return chosen_filter(
            name=name, label=called(field), choices=_offered(field, told), values=list(told)
        )
    return Words(name, called(field), (), text=told[0] if told else "")


def called(field: OwnField) -> str:
    """Its name in the list, where an organisation may have a field of the same one."""
    if field.subject == OwnField.Subject.CONTACT:
        return _("%(field)s (of a person)") % {"field": field.label}
    return field.label


def _offered(field: OwnField, told: tuple[str, ...]) -> list[tuple[str, str]]:
    """A value of the address that is not offered is shown, so that it can be taken off."""
    unknown = (UNKNOWN, _("not known"))
    if field.kind == Kind.YES_NO:
        return [(YES, _("Yes")), (NO, _("No")), unknown]
    offered = [(one.key, one.label) for one in field.offered(also=told)]
    known = {key for key, _label in offered} | {UNKNOWN}
    return [*offered, unknown, *((value, value) for value in told if value not in known)]


def _span(field: OwnField, own: Asked) -> Span:
    name, is_day = parameter(field), field.kind == Kind.DATE
    ends = [own.get(name + end, ()) for end in (FROM, TO)]
    limits = [_limit(field, told) for told in ends]
    begin, end = (
        "" if limit is None else limit.isoformat() if isinstance(limit, date) else str(limit)
        for limit in limits
    )
    words = [date_format(limit) if isinstance(limit, date) else None for limit in limits]
    return Span(
        name,
        called(field),
        (),
        begin=begin,
        end=end,
        begin_words=words[0] or begin,
        end_words=words[1] or end,
        is_day=is_day,
    )
