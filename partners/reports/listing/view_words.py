"""What a view of the list shows, in words, so that two versions of it can be told apart."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Filter
from partners.reports.listing.arrangements import GROUPS, Arrangement
from partners.reports.listing.choices import Lists
from partners.reports.listing.facets import Counts
from partners.reports.listing.own_columns import own_columns
from partners.reports.listing.own_orders import own_orders
from partners.reports.listing.page import ORDER_WORDS
from partners.reports.listing.questions import Question


def view_words(address: str, *, membership: Membership) -> list[str]:
    """`kind=prospect&sort=-since` is “Kind: Prospect” and “Sorted: Joined last”."""
    parameters = QueryDict(address)
    question, lists = Question.asked(parameters), Lists.of(membership)
    filters = lists.filters(question, Counts(found=0), me=membership.person_id)
    words = [_("Words: %(words)s") % {"words": " ".join(question.words)}] if question.words else []
    told = [*words, *_filters(filters), *_arrangement(parameters, lists, membership=membership)]
    orders = {**ORDER_WORDS, **dict(own_orders(lists.own_fields))}
    if question.order != "name" and question.order in orders:
        told.append(_("Sorted: %(order)s") % {"order": orders[question.order]})
    return told or [_("All partners, as they stand")]


def _filters(filters: Iterable[Filter]) -> list[str]:
    """Every chosen answer by its name: a chip would only count more than two."""
    told = []
    for each in filters:
        chosen = [choice.label for choice in each.choices if choice.is_chosen]
        if each.is_set:
            told.append(f"{each.label}: {', '.join(chosen) or each.summary}")
    return told


def _arrangement(parameters: QueryDict, lists: Lists, *, membership: Membership) -> list[str]:
    arranged = Arrangement.asked(parameters)
    told = []
    if arranged.columns:
        own = own_columns(lists.asked_fields)
        columns = [str(one.label) for one in arranged.columns_for(membership, own=own)]
        told.append(_("Columns: %(columns)s") % {"columns": get_text_list(columns, _("and"))})
    if arranged.is_board:
        told.append(_("As a board: %(group)s") % {"group": GROUPS[arranged.group]})
    elif arranged.group:
        told.append(_("Grouped: %(group)s") % {"group": GROUPS[arranged.group]})
    return told
