"""Saved views above the list: the tabs, which one is open, and whether it was changed since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from partners.models import SavedView, Term, Vocabulary
from partners.reports.listing.arrangements import Arrangement
from partners.reports.listing.questions import Question

Parameters = Mapping[str, Sequence[str]]
EVERYTHING = "all"  # ?view=all: all partners, also for who has another default
KEPT = ("view", "columns", "group", "layout")
TABS = 6  # more stand behind "More views"


def views_of(membership: Membership) -> list[SavedView]:
    """Those that a member sees, in the order of the tabs, each with who keeps it."""
    return list(SavedView.objects.in_tab_order(membership))


def parameters_of(address: "MultiValueDict[str, str]") -> dict[str, list[str]]:
    """What an address says of the list, checked and in one order, so that two can be compared."""
    question, arrangement = Question.asked(address), Arrangement.asked(address)
    return {**question.parameters(), **arrangement.parameters()}


def address_kept(address: "MultiValueDict[str, str]") -> str:
    """The same as one text, for comparing two."""
    return urlencode(parameters_of(address), doseq=True)


# ---------------------------------------------------------------- as it is kept


def kept(parameters: Parameters, terms: Iterable[Term]) -> dict[str, list[Any]]:
    """Terms by id and name: a renamed one is found again, one that is gone can still be named."""
    ids = {(term.vocabulary, term.name): term.pk for term in terms}
    return {
        name: [{"id": ids.get((name, value)), "name": value} for value in values]
        if name in Vocabulary.values
        else list(values)
        for name, values in parameters.items()
    }


def restored(query: Mapping[str, Any], terms: Iterable[Term]) -> dict[str, list[str]]:
    """The parameters of a kept query as they are today; what makes no sense any more is left out."""
    names = {term.pk: term.name for term in terms}
    address = MultiValueDict(
        {name: [_said(value, names) for value in values] for name, values in query.items()}
    )
    return parameters_of(address)


def shown_by_view(view: SavedView, terms: Iterable[Term]) -> str:
    """What a view shows, as one text."""
    return urlencode(restored(view.query, terms), doseq=True)


def _said(value: Any, names: Mapping[int, str]) -> str:
    if isinstance(value, Mapping):
        return str(names.get(value.get("id") or 0, value.get("name", "")))
    return str(value)


def address_of(view: SavedView, terms: Iterable[Term], *, slug: str) -> str:
    """The list as the view shows it. The address says everything, so that it can be passed on."""
    said = {"view": [str(view.pk)], **restored(view.query, terms)}
    return f"{reverse('partners:list', args=[slug])}?{urlencode(said, doseq=True)}"


def without_marks(address: QueryDict) -> str:
    """The address without what only this page needs, for a form that comes back to it."""
    rest = address.copy()
    for name in ("page", "counts"):
        rest.pop(name, None)
    return rest.urlencode()


def saying_all(address: QueryDict) -> QueryDict:
    """The address with the words that it is about all partners."""
    marked = address.copy()
    marked["view"] = EVERYTHING
    return marked


def kept_fields(address: QueryDict) -> list[tuple[str, str]]:
    """What the filters' form carries along: another filter changes neither columns nor layout."""
    return [(name, str(address[name])) for name in KEPT if address.get(name)]


# ---------------------------------------------------------------- above the list


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    is_current: bool
    is_default: bool = False


@dataclass(frozen=True)
class ViewBar:
    """What stands above the list. `current` is the view that the address names, if one may see it.

    `saved` is what that view shows as it is kept, `address` what the list shows now.
    """

    tabs: list[Tab]
    more: list[Tab]
    current: SavedView | None
    is_changed: bool
    is_theirs: bool
    may_change: bool
    address: str
    saved: str = ""

    @property
    def has_views(self) -> bool:
        """There is more than the list of all partners."""
        return len(self.tabs) > 1


def view_bar(
    views: Sequence[SavedView],
    address: QueryDict,
    *,
    terms: Iterable[Term],
    membership: Membership,
) -> ViewBar:
    """From the views that were read already, without a query."""
    current = named(views, address)
    asked = parameters_of(address)
    was = restored(current.query, terms) if current else {}
    tabs = _tabs(views, current, slug=membership.coalition.slug)
    open_late = [tab for tab in tabs[TABS:] if tab.is_current]
    first = [*tabs[: TABS - len(open_late)], *open_late]
    return ViewBar(
        tabs=first,
        more=[tab for tab in tabs if tab not in first],
        current=current,
        is_changed=asked != was,
        is_theirs=current is not None and not current.is_of(membership),
        may_change=current is not None and current.may_be_changed_by(membership),
        address=without_marks(address),
        saved=urlencode(was, doseq=True),
    )


@dataclass(frozen=True)
class Offered:
    """One view on the page of all views."""

    view: SavedView
    is_mine: bool
    may_change: bool
    copy_url: str
    saved: str


def offered_views(
    views: Iterable[SavedView], terms: Sequence[Term], *, membership: Membership
) -> list[Offered]:
    """Every view with what this member may do with it; copying is saving its list under another name."""
    copying = reverse("partners:view_add", args=[membership.coalition.slug])
    return [
        Offered(
            view=view,
            is_mine=view.is_of(membership),
            may_change=view.may_be_changed_by(membership),
            copy_url=f"{copying}?{shown_by_view(view, terms)}",
            saved=shown_by_view(view, terms),
        )
        for view in views
    ]


def named(views: Iterable[SavedView], address: "MultiValueDict[str, str]") -> SavedView | None:
    """The view that the address names. One that is not theirs to see is as if it were not named."""
    asked = address.get("view", "")
    return next((view for view in views if str(view.pk) == asked), None)


def default_of(views: Iterable[SavedView]) -> SavedView | None:
    return next((view for view in views if view.is_default), None)  # type: ignore[attr-defined]


def _tabs(views: Iterable[SavedView], current: SavedView | None, *, slug: str) -> list[Tab]:
    everything = f"{reverse('partners:list', args=[slug])}?view={EVERYTHING}"
    return [
        Tab(_("All partners"), everything, is_current=current is None),
        *(
            Tab(
                view.name,
                reverse("partners:view", args=[slug, view.pk]),
                is_current=view == current,
                is_default=view.is_default,  # type: ignore[attr-defined]
            )
            for view in views
        ),
    ]
