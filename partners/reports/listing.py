"""One page of the partner list, in a fixed number of queries whatever the coalition's size."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from common.filters import Filter
from partners.models import Classification, Contact, Organisation, OwnField
from partners.models.organisations import OrganisationQuerySet
from partners.models.words import INSIDE_WORDS
from partners.reports.choices import Lists
from partners.reports.own_fields import OwnColumn, OwnValue, cells, columns
from partners.reports.questions import Question, filtered, matching, may_search_people

PAGE_SIZE = 50
# An exact count of 100,000 rows costs more than the page itself.
COUNTED = 1000
NEAREST = 10
# How nearly a word must be spelt: "farmacy" finds "pharmacy" (0.63), "norhtgate" "northgate" (0.43).
SPELLING = 0.4

ORDER_WORDS = {
    "name": _("Name, A to Z"),
    "-name": _("Name, Z to A"),
    "kind": _("Partners first"),
    "-kind": _("Stakeholders first"),
    "owner": _("Looked after by, A to Z"),
    "-owner": _("Looked after by, Z to A"),
    "-since": _("Joined last"),
    "since": _("Here longest"),
    "-added": _("Added last"),
    "added": _("Added first"),
}


@dataclass(frozen=True)
class Row:
    """One organisation of the list."""

    pk: int
    name: str
    url: str
    kind: str
    sectors: str
    speaker: str
    owner: str
    since_on: date | None
    is_retired: bool
    own: tuple[OwnValue, ...] = ()


@dataclass(frozen=True)
class Page:
    """Which part of the list is shown, for components/pages.html."""

    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


@dataclass(frozen=True)
class Listing:
    question: Question
    filters: list[Filter]
    rows: list[Row]
    page: Page
    count: int
    is_nearest: bool = False
    is_beginning: bool = False
    own_columns: Sequence[OwnColumn] = ()

    @property
    def typed(self) -> str:
        return " ".join(self.question.words)

    @property
    def is_more_than_counted(self) -> bool:
        return self.count > COUNTED

    @property
    def orders(self) -> list[tuple[str, str]]:
        """Every order with its words, as the menu offers it."""
        return [(order, str(words)) for order, words in ORDER_WORDS.items()]


def listing(question: Question, *, membership: Membership) -> Listing:
    """The page that was asked for. When no name says the words, the nearest spellings instead."""
    lists = Lists.of(membership)
    filters = lists.filters(question, me=membership.person_id)
    term_ids = lists.ids(question)
    own = lists.own_fields
    found = matching(question, membership=membership, term_ids=term_ids, own_fields=own)
    shown = [field for field in own if field.is_listed]
    count = found.order_by()[: COUNTED + 1].count()
    if not count and question.words:
        rest = filtered(question, membership=membership, term_ids=term_ids, own_fields=own)
        rows = nearest(question, rest, membership=membership, own=shown)
        return Listing(
            question,
            filters,
            rows,
            Page(1, has_next=False),
            0,
            is_nearest=bool(rows),
            own_columns=columns(shown),
        )
    if not count and not question.is_narrowed:
        here = Organisation.objects.visible_to(membership).exists()
        return Listing(question, filters, [], Page(1, has_next=False), 0, is_beginning=not here)
    number = page_number(question.page, count)
    first = (number - 1) * PAGE_SIZE
    rows = rows_of(
        found, question.order, first, first + PAGE_SIZE + 1, membership=membership, own=shown
    )
    page = Page(number, has_next=len(rows) > PAGE_SIZE)
    return Listing(question, filters, rows[:PAGE_SIZE], page, count, own_columns=columns(shown))


def everything_listed(question: Question, *, membership: Membership) -> OrganisationQuerySet:
    """What all pages of the list show, in its order: also where the nearest spellings stand in."""
    lists = Lists.of(membership)
    return matching(question, membership=membership, term_ids=lists.ids(question))


def page_number(asked: int, count: int) -> int:
    """The last page instead of one behind it, as far as the count is known."""
    if count > COUNTED:
        return max(asked, 1)
    last = max(-(-count // PAGE_SIZE), 1)
    return min(max(asked, 1), last)


def rows_of(
    found: OrganisationQuerySet,
    order: str,
    first: int,
    last: int,
    *,
    membership: Membership,
    own: Sequence[OwnField] = (),
) -> list[Row]:
    """The ids are chosen by the index alone; only the rows of the page are read.

    They are chosen in a query of their own. Behind IN, PostgreSQL may choose them anew for every row of the
    table while its statistics are young, and one search takes minutes.
    """
    chosen = list(found.values_list("pk", flat=True)[first:last])
    return as_rows(
        Organisation.objects.filter(pk__in=chosen).in_order(order), membership=membership, own=own
    )


def nearest(
    question: Question,
    rest: OrganisationQuerySet,
    *,
    membership: Membership,
    own: Sequence[OwnField] = (),
) -> list[Row]:
    """The organisations whose words are spelt most like those that were typed."""
    words = [word for word in question.words if len(word) >= INSIDE_WORDS]
    if not words:
        return []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {SPELLING}")
        near = rest.resembling(words, people_too=may_search_people(membership))
        return as_rows(near[:NEAREST], membership=membership, own=own)


def as_rows(
    organisations: OrganisationQuerySet, *, membership: Membership, own: Sequence[OwnField] = ()
) -> list[Row]:
    """Three queries: the organisations, their sectors, and who speaks for them."""
    names = ("pk", "name", "kind", "owner__full_name", "since_on", "retired_on", "own_values")
    found = list(organisations.values_list(*names))
    ids = [row[0] for row in found]
    sectors, speakers = sectors_of(ids), speakers_of(ids)
    kinds = {kind.value: str(kind.label) for kind in Organisation.Kind}
    slug = membership.coalition.slug
    return [
        Row(
            pk=pk,
            name=name,
            url=reverse("partners:detail", args=[slug, pk]),
            kind=kinds[kind],
            sectors=", ".join(sectors[pk]),
            speaker=speakers.get(pk, ""),
            owner=owner or "",
            since_on=since_on,
            is_retired=retired_on is not None,
            own=cells(own, own_values),
        )
        for pk, name, kind, owner, since_on, retired_on, own_values in found
    ]


def sectors_of(ids: Iterable[int]) -> dict[int, list[str]]:
    names = defaultdict(list)
    for organisation, name in Classification.objects.sector_names(ids):
        names[organisation].append(name)
    return names


def speakers_of(ids: Iterable[int]) -> dict[int, str]:
    """The first person who speaks for each of them now."""
    return dict(Contact.objects.first_speakers(ids).values_list("organisation_id", "name"))
