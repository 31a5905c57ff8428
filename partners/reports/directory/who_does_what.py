"""Who does what among the partners, for everybody at the table, and where two do the same.

Named are partners at the table that are neither left out of directories nor paused by an incident; of their
people those who said yes to being listed, by name and title alone. Nothing that was talked about or noted
stands here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Filter, chosen_filter
from common.text.numbers import read_ids
from partners.models import (
    BroadSector,
    Classification,
    Contact,
    Organisation,
    OtherList,
    Service,
    ServiceTerm,
    Term,
    Vocabulary,
)
from partners.models.search.words import said_in
from partners.models.services.parts import plain
from partners.reports.areas import Areas
from partners.reports.listing.questions import BROAD
from partners.reports.services.ground import Ground, Spot, ground_of

A_PAGE = 30
NAMED, HINTS = 3, 3
LISTS = (OtherList.SERVICE, Vocabulary.SECTOR, Vocabulary.AREA, Vocabulary.POPULATION)


@dataclass(frozen=True)
class Question:
    """`?service=4&sector=2&area=7&population=1&broad=health&q=food`: ids of terms, broad sectors, and words
    in name and description.
    """

    terms: Mapping[str, tuple[int, ...]]
    broad: tuple[str, ...] = ()
    words: str = ""

    @classmethod
    def asked(cls, told: QueryDict) -> "Question":
        return cls(
            {one.value: tuple(read_ids(told.getlist(one.value))) for one in LISTS},
            tuple(one for one in told.getlist(BROAD) if one in BroadSector.values),
            told.get("q", "").replace("\x00", "").strip()[:100],
        )


@dataclass(frozen=True)
class Hint:
    """One kind of service in one area that this partner and others offer. `is_ours`: the reader's own too."""

    kind: int
    area: int
    words: str
    names: list[str]
    more: int
    is_ours: bool


@dataclass(frozen=True)
class Entry:
    organisation: Organisation
    kinds: list[str]
    people: list[Contact]
    hints: list[Hint]
    is_own: bool

    @property
    def sectors(self) -> list[Term]:
        return self.organisation.terms_in(Vocabulary.SECTOR)

    @property
    def areas(self) -> list[Term]:
        return self.organisation.terms_in(Vocabulary.AREA)

    @property
    def populations(self) -> list[Term]:
        return self.organisation.terms_in(Vocabulary.POPULATION)

    @property
    def has_safe_website(self) -> bool:
        return self.organisation.website.startswith(("https://", "http://"))


@dataclass(frozen=True)
class Directory:
    page: Page
    entries: list[Entry]
    filters: list[Filter]

    @property
    def total(self) -> int:
        return self.page.paginator.count


def who_does_what(
    question: Question, *, membership: Membership, on: date, page: str | None
) -> Directory:
    """Twelve queries at most, however many partners there are."""
    terms = _terms(membership.coalition_id)
    rows = _asked(question, terms, membership, on=on)
    found = Paginator(rows.with_people(), A_PAGE).get_page(page)
    shown = list(found)
    own = _own(membership)
    offers = _offers(shown, membership, on=on)
    names = _names(offers.ground, {one.pk for one in shown})
    return Directory(
        page=found,
        entries=[_entry(one, offers, names, own) for one in shown],
        filters=_filters(question, terms),
    )


def _own(membership: Membership) -> set[int]:
    rows = Organisation.objects.filter(representations__membership=membership.pk)
    return set(rows.values_list("pk", flat=True))


def _asked(question: Question, terms: list[Term], membership: Membership, *, on: date) -> Any:
    coalition = membership.coalition_id
    rows = Organisation.objects.of_coalition(coalition).for_a_directory_but_for_pauses().listed()
    for vocabulary, ids in question.terms.items():
        if not ids:
            continue
        if vocabulary == OtherList.SERVICE:
            services = Service.objects.of_coalition(coalition).running(on=on).carrying(ids)
            rows = rows.filter(pk__in=services.order_by().values("organisation"))
        else:
            lying = Areas.among(terms)
            wanted = lying.upwards(ids) | lying.downwards(ids)
            carried = Classification.objects.filter(coalition=coalition, term__in=wanted)
            rows = rows.filter(pk__in=carried.order_by().values("organisation"))
    if question.broad:
        rows = rows.of_broad_sectors(question.broad)
    rows = rows.alias(plain_description=plain("description"))
    for word in question.words.split():
        rows = rows.filter(said_in(["sort_name", "plain_description"], word))
    return rows.by_name()


@dataclass(frozen=True)
class _Offers:
    """What those shown offer: of each its kinds of services, and the ground on which all stand with them."""

    kinds: Mapping[int, Mapping[int, str]]
    ground: Ground


def _offers(shown: Iterable[Organisation], membership: Membership, *, on: date) -> _Offers:
    services = Service.objects.in_the_directory(membership).running(on=on)
    theirs = services.of_any(one.pk for one in shown).order_by()
    rows = ServiceTerm.objects.filter(service__in=theirs, term__vocabulary=OtherList.SERVICE)
    kinds: dict[int, dict[int, str]] = defaultdict(dict)
    for pk, kind, name in rows.order_by("term__position", "term__name").values_list(
        "service__organisation", "term", "term__name"
    ):
        kinds[pk][kind] = name
    wanted = {kind for named in kinds.values() for kind in named}
    return _Offers(kinds, ground_of(services.carrying(wanted), membership.coalition))


def _entry(
    organisation: Organisation, offers: _Offers, names: Mapping[int, str], own: set[int]
) -> Entry:
    pk, ground = organisation.pk, offers.ground
    hints = [_hint(spot, pk, ground, names, own) for spot in ground.shared if pk in spot.partners]
    hints.sort(key=lambda hint: not hint.is_ours)
    return Entry(
        organisation=organisation,
        kinds=list(offers.kinds.get(pk, {}).values()),
        people=[one for one in organisation.current_contacts if one.may_be_listed],
        hints=hints[:HINTS],
        is_own=pk in own,
    )


def _hint(spot: Spot, pk: int, ground: Ground, names: Mapping[int, str], own: set[int]) -> Hint:
    others = sorted(names[one] for one in spot.partners if one != pk and one in names)
    return Hint(
        kind=spot.kind,
        area=spot.area,
        words=f"{ground.kinds[spot.kind]} · {ground.areas[spot.area]}",
        names=others[:NAMED],
        more=max(0, len(others) - NAMED),
        is_ours=pk not in own and bool(own & spot.partners.keys()),
    )


def _names(ground: Ground, shown: set[int]) -> dict[int, str]:
    wanted = {pk for spot in ground.shared for pk in spot.partners if shown & spot.partners.keys()}
    return dict(Organisation.objects.filter(pk__in=wanted).values_list("pk", "name"))


# ---------------------------------------------------------------- the bar of filters


def _terms(coalition: int) -> list[Term]:
    return list(Term.objects.of_coalition(coalition).in_any(LISTS).for_choosing())


def _filters(question: Question, terms: list[Term]) -> list[Filter]:
    lists, broad = _by_lists(question, terms), _by_broad(question, terms)
    return [one for one in (*lists, broad) if one.choices]


def _by_lists(question: Question, terms: Iterable[Term]) -> list[Filter]:
    labels = {
        OtherList.SERVICE: _("Kind of service"),
        Vocabulary.SECTOR: _("Sector"),
        Vocabulary.AREA: _("Area"),
        Vocabulary.POPULATION: _("Population"),
    }
    choices: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for term in terms:
        choices[term.vocabulary].append((str(term.pk), term.name))
    return [
        chosen_filter(
            name=one.value,
            label=str(labels[one]),
            choices=choices[one.value],
            values=list(map(str, question.terms[one.value])),
        )
        for one in LISTS
    ]


def _by_broad(question: Question, terms: Iterable[Term]) -> Filter:
    """Those of which there are sectors, as on the list of partners."""
    offered = {term.broad_sector for term in terms if not term.retired_on}
    return chosen_filter(
        name=BROAD,
        label=_("Broad sector"),
        choices=[
            (value, str(label))
            for value, label in BroadSector.choices
            if value in offered or value in question.broad
        ],
        values=list(question.broad),
    )
