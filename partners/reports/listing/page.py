"""One page of the partner list, in a fixed number of queries whatever the coalition's size."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from common.database.prepared import prepared
from common.pages.filters import Filter
from partners.models import Organisation, OwnField
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.search.spelling import Misspelt, alike
from partners.models.search.words import INSIDE_WORDS
from partners.reports.listing import looking
from partners.reports.listing.arrangements import BOARDS, GROUPS, Arrangement
from partners.reports.listing.cells import Row, as_rows, fields_of
from partners.reports.listing.choices import Lists
from partners.reports.listing.columns import Column
from partners.reports.listing.facets import COUNTED, Counts, counts_of
from partners.reports.listing.grouping import (
    Group,
    Stretch,
    filled,
    groups_of,
    heads,
    ids_in,
    stretches,
)
from partners.reports.listing.looking import Asked, page_number, page_of
from partners.reports.listing.own_columns import own_columns
from partners.reports.listing.own_orders import lost_order, own_orders
from partners.reports.listing.questions import Question, matching
from partners.reports.own_fields.fields import parameter
from partners.reports.pages import Page

# A column of a board shows so many; all of them are a page of the table away.
CARDS = 20
NEAREST = 10

# Orders that are by no column which a phone leaves out.
CALM_ORDERS = frozenset({"name", "-name", "kind", "-kind"})
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
    def is_calm(self) -> bool:
        """Whether a phone shows of each only who speaks for them: nobody has asked for more than that."""
        return not self.arrangement.columns and self.question.order in CALM_ORDERS

    @property
    def is_more_than_counted(self) -> bool:
        return self.count > COUNTED and not self.is_exact

    @property
    def orders(self) -> tuple[tuple[str, str], ...]:
        """Every order with its words, as the menu offers it."""
        own = [field for field in self.lists.own_fields if self._shows(field)]
        standard = [(order, str(words)) for order, words in ORDER_WORDS.items()]
        return (*standard, *own_orders(own))

    def _shows(self, field: OwnField) -> bool:
        """It has a column here, or the list stands by it."""
        name = parameter(field)
        return name == self.question.order.lstrip("-") or any(
            column.key == name for column in self.columns
        )

    @property
    def grouping(self) -> tuple[tuple[str, str], ...]:
        """By what the rows of a table, or the columns of a board, can be grouped."""
        offered = BOARDS if self.arrangement.is_board else tuple(GROUPS)
        return tuple((name, str(GROUPS[name])) for name in offered)


def listing(
    question: Question,
    arrangement: Arrangement,
    *,
    membership: Membership,
    lists: Lists,
    is_exact: bool = False,
) -> Listing:
    """The page that was asked for. When no name says the words, the nearest spellings instead."""
    asked = Asked(question, membership, lists.ids(question), lists.asked_fields)
    columns = arrangement.columns_for(membership, own=own_columns(lists.asked_fields))
    counts = counts_of(
        question,
        membership=membership,
        term_ids=asked.term_ids,
        own_fields=lists.asked_fields,
        group=arrangement.group,
        is_exact=is_exact,
    )
    plain = Listing(
        question=question,
        arrangement=arrangement,
        columns=columns,
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
    return with_rows(plain, asked)


def with_rows(plain: Listing, asked: Asked) -> Listing:
    if not plain.counts.found:
        return without_rows(plain, asked)
    if plain.arrangement.is_board:
        return on_board(plain, asked.rows(), membership=asked.membership)
    if plain.arrangement.group:
        return in_groups(plain, asked.rows(), membership=asked.membership)
    return on_page(plain, asked)


def without_rows(plain: Listing, asked: Asked) -> Listing:
    question = plain.question
    if question.words:
        rows = nearest(asked, plain.columns)
        return replace(plain, groups=[Group(rows=rows)], is_nearest=bool(rows))
    if question.is_narrowed:
        return plain
    here = Organisation.objects.visible_to(asked.membership).exists()
    return replace(plain, is_beginning=not here)


def on_page(plain: Listing, asked: Asked) -> Listing:
    if plain.counts.ids:
        rows = rows_of(plain.counts.ids, plain, membership=asked.membership)
        return replace(plain, groups=[Group(rows=rows)], page=Page(1, has_next=False))
    number = page_number(plain.question.page, plain.count, is_known=not plain.is_more_than_counted)
    fields = fields_of(plain.columns)
    found = page_of(asked, fields, number=number)
    rows = as_rows(found, fields, plain.columns, membership=asked.membership)
    page = Page(number, has_next=len(rows) > looking.PAGE_SIZE)
    return replace(plain, groups=[Group(rows=rows[: looking.PAGE_SIZE])], page=page)


def in_groups(plain: Listing, found: OrganisationQuerySet, *, membership: Membership) -> Listing:
    """A page of 50 places; a partner in two groups has a place in each."""
    groups = groups_of(plain.arrangement.group, plain.counts, plain.lists, with_empty=False)
    places = sum(group.count for group in groups)
    number = page_number(plain.question.page, places, is_known=True)
    last = number * looking.PAGE_SIZE
    parts = stretches(groups, last - looking.PAGE_SIZE, last)
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
        own_fields=lists.asked_fields,
    )


def rows_of(chosen: Iterable[int], plain: Listing, *, membership: Membership) -> list[Row]:
    """Only the rows of the page are read."""
    fields, order = fields_of(plain.columns), plain.question.order
    if plain.question.is_sorted_by_own:
        here = Organisation.objects.filter(pk__in=list(chosen))
        found = list(here.in_order(order, own=plain.lists.own_fields).values_list(*fields))
    else:
        found = _rows_of.ask(order, fields, chosen=list(chosen))
    return as_rows(found, fields, plain.columns, membership=membership)


@prepared
def _rows_of(order: str, fields: tuple[str, ...], *, chosen: list[int]) -> QuerySet:
    return Organisation.objects.filter(pk__in=chosen).in_order(order).values_list(*fields)


def nearest(asked: Asked, columns: list[Column]) -> list[Row]:
    """The organisations that may have been meant, those spelt most like the words first."""
    words = [Misspelt.word(word) for word in asked.question.words if len(word) >= INSIDE_WORDS]
    if not words:
        return []
    fields = fields_of(columns)
    with alike():
        near = asked.nearest(words, fields, most=NEAREST)
    return as_rows(near, fields, columns, membership=asked.membership)
