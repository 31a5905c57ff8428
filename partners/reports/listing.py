"""One page of the partner list, in a fixed number of queries whatever the coalition's size."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from common.filters import Filter
from partners.models import Organisation, OwnField
from partners.models.organisations import OrganisationQuerySet
from partners.models.words import INSIDE_WORDS
from partners.reports.arrangements import BOARDS, GROUPS, Arrangement
from partners.reports.cells import Row, as_rows
from partners.reports.choices import Lists
from partners.reports.columns import Column
from partners.reports.facets import COUNTED, Counts, counts_of
from partners.reports.grouping import (
    Group,
    Stretch,
    filled,
    groups_of,
    heads,
    ids_in,
    stretches,
)
from partners.reports.own_columns import own_columns
from partners.reports.own_fields import parameter
from partners.reports.own_orders import lost_order, own_orders
from partners.reports.questions import Question, filtered, matching, may_search_people

PAGE_SIZE = 50
# A column of a board shows so many; all of them are a page of the table away.
CARDS = 20
NEAREST = 10
# How nearly a word must be spelt: "farmacy" finds "pharmacy" (0.63), "norhtgate" "northgate" (0.43).
SPELLING = 0.4

ORDER_WORDS = {
    "name": gettext_lazy("Name, A to Z"),
    "-name": gettext_lazy("Name, Z to A"),
    "kind": gettext_lazy("Partners first"),
    "-kind": gettext_lazy("Stakeholders first"),
    "owner": gettext_lazy("Looked after by, A to Z"),
    "-owner": gettext_lazy("Looked after by, Z to A"),
    "-since": gettext_lazy("Joined last"),
    "since": gettext_lazy("Here longest"),
    "-added": gettext_lazy("Added last"),
    "added": gettext_lazy("Added first"),
}


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
    """`groups` are those of this page; a list that is not grouped is one group without a name."""

    question: Question
    arrangement: Arrangement
    columns: list[Column]
    filters: list[Filter]
    counts: Counts
    lists: Lists
    groups: list[Group]
    page: Page
    notes: list[str]
    is_exact: bool = False
    is_nearest: bool = False
    is_beginning: bool = False

    @property
    def rows(self) -> list[Row]:
        return [row for group in self.groups for row in group.rows]

    @property
    def count(self) -> int:
        return 0 if self.is_nearest else self.counts.found

    @property
    def typed(self) -> str:
        return " ".join(self.question.words)

    @property
    def is_more_than_counted(self) -> bool:
        return self.count > COUNTED and not self.is_exact

    @property
    def orders(self) -> list[tuple[str, str]]:
        """Every order with its words, as the menu offers it."""
        own = [field for field in self.lists.own_fields if self._shows(field)]
        standard = [(order, str(words)) for order, words in ORDER_WORDS.items()]
        return [*standard, *own_orders(own)]

    def _shows(self, field: OwnField) -> bool:
        """It has a column here, or the list stands by it."""
        name = parameter(field)
        return name == self.question.order.lstrip("-") or any(
            column.key == name for column in self.columns
        )

    @property
    def grouping(self) -> list[tuple[str, str]]:
        """By what the rows of a table, or the columns of a board, can be grouped."""
        offered = BOARDS if self.arrangement.is_board else tuple(GROUPS)
        return [(name, str(GROUPS[name])) for name in offered]


def listing(
    question: Question,
    arrangement: Arrangement,
    *,
    membership: Membership,
    is_exact: bool = False,
) -> Listing:
    """The page that was asked for. When no name says the words, the nearest spellings instead."""
    lists = Lists.of(membership)
    term_ids = lists.ids(question)
    counts = counts_of(
        question,
        membership=membership,
        term_ids=term_ids,
        own_fields=lists.own_fields,
        group=arrangement.group,
        is_exact=is_exact,
    )
    plain = Listing(
        question=question,
        arrangement=arrangement,
        columns=arrangement.columns_for(membership, own=own_columns(lists.own_fields)),
        filters=lists.filters(question, counts, me=membership.person_id),
        counts=counts,
        lists=lists,
        groups=[],
        page=Page(1, has_next=False),
        notes=[
            *lists.notes(question),
            *hidden_columns(arrangement, membership),
            *lost_order(question.order, lists.own_fields),
        ],
        is_exact=is_exact,
    )
    if not counts.found:
        return without_rows(plain, membership=membership, term_ids=term_ids)
    found = matching(
        question, membership=membership, term_ids=term_ids, own_fields=lists.own_fields
    )
    if arrangement.is_board:
        return on_board(plain, found, membership=membership)
    if arrangement.group:
        return in_groups(plain, found, membership=membership)
    return on_page(plain, found, membership=membership)


def without_rows(
    plain: Listing, *, membership: Membership, term_ids: dict[str, list[int]]
) -> Listing:
    question = plain.question
    if question.words:
        rest = filtered(
            question, membership=membership, term_ids=term_ids, own_fields=plain.lists.own_fields
        )
        rows = nearest(question, rest, plain.columns, membership=membership)
        return replace(plain, groups=[Group(rows=rows)], is_nearest=bool(rows))
    if question.is_narrowed:
        return plain
    here = Organisation.objects.visible_to(membership).exists()
    return replace(plain, is_beginning=not here)


def on_page(plain: Listing, found: OrganisationQuerySet, *, membership: Membership) -> Listing:
    question = plain.question
    number = page_number(question.page, plain.count, is_known=not plain.is_more_than_counted)
    first = (number - 1) * PAGE_SIZE
    # The ids are chosen in a query of their own. Behind IN, PostgreSQL may choose them anew for every
    # row of the table while its statistics are young, and one search takes minutes.
    chosen = list(found.values_list("pk", flat=True)[first : first + PAGE_SIZE + 1])
    rows = rows_of(chosen, plain, membership=membership)
    page = Page(number, has_next=len(rows) > PAGE_SIZE)
    return replace(plain, groups=[Group(rows=rows[:PAGE_SIZE])], page=page)


def in_groups(plain: Listing, found: OrganisationQuerySet, *, membership: Membership) -> Listing:
    """A page of 50 places; a partner in two groups has a place in each."""
    groups = groups_of(plain.arrangement.group, plain.counts, plain.lists, with_empty=False)
    places = sum(group.count for group in groups)
    number = page_number(plain.question.page, places, is_known=True)
    last = number * PAGE_SIZE
    parts = stretches(groups, last - PAGE_SIZE, last)
    shown = replace(plain, page=Page(number, has_next=last < places))
    return with_parts(shown, found, parts, membership=membership)


def on_board(plain: Listing, found: OrganisationQuerySet, *, membership: Membership) -> Listing:
    groups = groups_of(plain.arrangement.group, plain.counts, plain.lists, with_empty=True)
    return with_parts(plain, found, heads(groups, CARDS), membership=membership)


def with_parts(
    plain: Listing,
    found: OrganisationQuerySet,
    parts: list[Stretch],
    *,
    membership: Membership,
) -> Listing:
    own = plain.lists.own_fields
    ids = ids_in(found, plain.arrangement.group, plain.question.order, parts, own=own)
    rows = rows_of(set().union(*ids), plain, membership=membership)
    return replace(plain, groups=filled(parts, ids, rows))


def hidden_columns(arrangement: Arrangement, membership: Membership) -> list[str]:
    hidden = [str(column.label) for column in arrangement.hidden_from(membership)]
    if not hidden:
        return []
    return [
        _("Your role does not see these columns: %(columns)s.") % {"columns": ", ".join(hidden)}
    ]


def everything_listed(question: Question, *, membership: Membership) -> OrganisationQuerySet:
    """What all pages of the list show, in its order: also where the nearest spellings stand in."""
    lists = Lists.of(membership)
    return matching(
        question,
        membership=membership,
        term_ids=lists.ids(question),
        own_fields=lists.own_fields,
    )


def page_number(asked: int, count: int, *, is_known: bool) -> int:
    """The last page instead of one behind it, as far as the count is known."""
    if not is_known:
        return max(asked, 1)
    last = max(-(-count // PAGE_SIZE), 1)
    return min(max(asked, 1), last)


def rows_of(chosen: Iterable[int], plain: Listing, *, membership: Membership) -> list[Row]:
    """Only the rows of the page are read."""
    here = Organisation.objects.filter(pk__in=list(chosen))
    organisations = here.in_order(plain.question.order, own=plain.lists.own_fields)
    return as_rows(organisations, plain.columns, membership=membership)


def nearest(
    question: Question,
    rest: OrganisationQuerySet,
    columns: list[Column],
    *,
    membership: Membership,
) -> list[Row]:
    """The organisations whose words are spelt most like those that were typed."""
    words = [word for word in question.words if len(word) >= INSIDE_WORDS]
    if not words:
        return []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {SPELLING}")
        near = rest.resembling(words, people_too=may_search_people(membership))
        return as_rows(near[:NEAREST], columns, membership=membership)
