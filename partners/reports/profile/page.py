"""What the page of one organisation shows to one member: one query beside the prefetched organisation."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.prepared import prepared
from common.database.unions import united
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    OwnField,
    Phone,
    Term,
    Topic,
    Vocabulary,
)
from partners.models.depth.topics import SHAPES
from partners.models.own_fields.fields import as_text
from partners.reports.depth.trust import with_trust
from partners.reports.merging.people_alike import look_doubled
from partners.reports.own_fields.fields import OwnValue, lines, shown_to

LIST_WORDS = {
    Vocabulary.SECTOR: gettext_lazy("Sectors"),
    Vocabulary.POPULATION: gettext_lazy("Serves"),
    Vocabulary.AREA: gettext_lazy("Areas"),
    Vocabulary.LANGUAGE: gettext_lazy("Languages"),
    Vocabulary.DETERMINANT: gettext_lazy("Improves"),
    Vocabulary.TAG: gettext_lazy("Tags"),
}


@dataclass(frozen=True)
class Listed:
    """A term that the organisation carries; `url` shows all that carry it, for those who may.

    `note` says how trusted they are there by their own word, and of a sector which broad one it is part of.
    """

    name: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Line:
    label: str
    terms: list[Listed]


@dataclass(frozen=True)
class Texts:
    """The small parts, of which each is one line. The terms are in the order of their lists."""

    aliases: list[Alias]
    identifiers: list[ExternalIdentifier]
    phones: list[Phone]
    addresses: list[Address]
    terms: list[Term]
    own_fields: list[OwnField]


@dataclass(frozen=True)
class Somebody:
    """A person who is there, and what the coalition's own fields say of them."""

    contact: Contact
    own: list[OwnValue]
    looks_doubled: bool


@dataclass(frozen=True)
class Reach:
    """The likeliest way to reach the organisation now: a call or a letter to its first person."""

    person: str
    sign: str
    url: str

    @property
    def is_call(self) -> bool:
        return self.sign == "phone"


@dataclass(frozen=True)
class Profile:
    """`sees_addresses`: people's e-mail and phone are shown; `reach` is empty where they are not."""

    lines: list[Line]
    texts: Texts
    own: list[OwnValue]
    there: list[Somebody]
    speaker: Contact | None
    people: list[Contact]
    past_people: list[Contact]
    sees_addresses: bool
    reach: Reach | None


def profile_of(organisation: Organisation, *, membership: Membership) -> Profile:
    people = organisation.current_contacts
    doubled = look_doubled(people)
    sees_addresses = may_see_addresses(membership)
    texts = texts_of(organisation)
    of_theirs = shown_to(membership, texts.own_fields, about="organisation")
    of_people = shown_to(membership, texts.own_fields, about="contact")
    return Profile(
        texts=texts,
        own=lines(of_theirs, organisation.own_values),
        there=[
            Somebody(person, lines(of_people, person.own_values), person.pk in doubled)
            for person in people
        ],
        lines=lines_of(organisation, texts.terms, may_list=membership.may(Permission.SEE_PARTNERS)),
        speaker=next((person for person in people if person.is_speaker), None),
        people=people,
        past_people=organisation.past_contacts,
        sees_addresses=sees_addresses,
        reach=reach_of(people) if membership.may(Permission.SEE_CONTACT_DETAILS) else None,
    )


def may_see_addresses(membership: Membership) -> bool:
    """A partner sees its own organisation alone, and of that everything the coalition holds."""
    held = (Permission.SEE_CONTACT_DETAILS, Permission.SEE_OWN_ORGANISATION)
    return any(membership.may(permission) for permission in held)


def lines_of(organisation: Organisation, terms: list[Term], *, may_list: bool) -> list[Line]:
    page = reverse("partners:list", args=[organisation.coalition.slug])
    lines = [
        Line(
            str(label),
            [
                Listed(
                    term.name,
                    f"{page}?{urlencode({str(vocabulary): term.name})}" if may_list else "",
                    _note(term),
                )
                for term in terms
                if term.vocabulary == vocabulary
            ],
        )
        for vocabulary, label in LIST_WORDS.items()
    ]
    return [line for line in lines if line.terms]


def _note(term: Term) -> str:
    if not term.broad_sector:
        return SHAPES[Topic.POPULATIONS].level_words.get(getattr(term, "trust", 0), "")
    broadly = term.get_broad_sector_display()
    return "" if broadly == term.name else broadly


def reach_of(people: list[Contact]) -> Reach | None:
    """The first person there, by phone unless they would rather have mail, or have no phone."""
    if not people:
        return None
    first = people[0]
    rather_mail = first.preferred_channel == Contact.Channel.EMAIL
    if first.phone and not (rather_mail and first.email):
        return Reach(first.name, "phone", first.phone_link)
    if first.email:
        return Reach(first.name, "mail", f"mailto:{first.email}")
    return None


# The columns that each small part is made of, in the order in which the one query reads them.
SMALL_PARTS: dict[type[models.Model], tuple[str, ...]] = {
    Alias: ("name",),
    ExternalIdentifier: ("scheme", "value"),
    Phone: ("number", "label"),
    Address: ("street", "city", "region", "postcode", "label"),
    Classification: (
        "term__name",
        "term__vocabulary",
        "term__position",
        "term__broad_sector",
        "trust",
    ),
}
MOST_COLUMNS = max(len(columns) for columns in SMALL_PARTS.values())


def texts_of(organisation: Organisation) -> Texts:
    """All small parts in one query: four tables of a few lines each are not worth four."""
    found: dict[type[models.Model], list] = {model: [] for model in SMALL_PARTS}
    own_fields: list[OwnField] = []
    kinds = list(SMALL_PARTS.items())
    rows = _small_parts.ask(coalition=organisation.coalition_id, organisation=organisation.pk)
    for number, pk, *values in sorted(rows):
        if number == len(kinds):
            own_fields.append(OwnField.of_text(values[0]))
            continue
        model, columns = kinds[number]
        found[model].append(_part(model, pk, dict(zip(columns, values, strict=False))))
    found[Classification].sort(key=lambda term: (term.vocabulary, term.position, term.name))
    return Texts(*[*found.values(), own_fields])


def _part(model: type[models.Model], pk: int, told: dict[str, str]) -> models.Model:
    """The row; of a classification the term, which is all that a page says of it."""
    if model is not Classification:
        return model(pk=pk, **told)
    position = int(told["term__position"])
    term = Term(
        vocabulary=told["term__vocabulary"],
        name=told["term__name"],
        position=position,
        broad_sector=told["term__broad_sector"],
    )
    term.trust = int(told["trust"] or 0)  # type: ignore[attr-defined]
    return term


@prepared
def _small_parts(*, coalition: int, organisation: int) -> models.QuerySet:
    parts = (
        _told(number, model, columns, coalition, organisation)
        for number, (model, columns) in enumerate(SMALL_PARTS.items())
    )
    return united([*parts, _told_own_fields(len(SMALL_PARTS), coalition)])


def _told_own_fields(number: int, coalition: int) -> models.QuerySet:
    """The definitions, each as one text in the first of the columns that the small parts have."""
    empty = {f"told_{place}": Cast(Value(""), TextField()) for place in range(1, MOST_COLUMNS)}
    told = {"told_0": as_text(), **empty}
    return (
        OwnField.objects.of_coalition(coalition)
        .current()
        .order_by()
        .annotate(told_number=Value(number), **told)
        .values_list("told_number", "pk", *told)
    )


def _told(
    number: int,
    model: type[models.Model],
    columns: tuple[str, ...],
    coalition: int,
    organisation: int,
) -> models.QuerySet:
    """Rows of (number of the model, id, its columns, empty texts up to MOST_COLUMNS)."""
    named: list[Any] = [*(F(column) for column in columns)]
    padded = [*named, *[Value("")] * (MOST_COLUMNS - len(named))]
    told = {f"told_{place}": Cast(value, TextField()) for place, value in enumerate(padded)}
    rows = model._default_manager.filter(  # noqa: SLF001 - Django documents it
        coalition_id=coalition, organisation=organisation
    )
    if model is Classification:
        rows = with_trust(rows)
    return (
        rows.order_by()
        .annotate(told_number=Value(number), **told)
        .values_list("told_number", "pk", *told)
    )
