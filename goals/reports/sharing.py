"""Common priorities as levers: who, by their own word, wants what a goal serves.

Only what prospects and partners said themselves counts. Who was not asked yet does not share none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from goals.models import Goal
from partners.models import Organisation, OtherList, Term
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.depth.comparison import Said, said_by
from partners.reports.depth.scoring import Named

A_PAGE = 50
Kind = Organisation.Kind
WHO: dict[str, Any] = {
    "": _("Prospects and partners"),
    "prospects": _("Prospects"),
    "partners": _("Partners"),
}
KINDS = {
    "": (Kind.PROSPECT, Kind.PARTNER),
    "prospects": (Kind.PROSPECT,),
    "partners": (Kind.PARTNER,),
}
SHARING, NONE, UNASKED = "sharing", "none", "unasked"


@dataclass(frozen=True)
class Sharer:
    """One organisation with what it shares, in its own order; `first` is the highest place among its own."""

    organisation: Organisation
    shared: list[str]
    first: int | None


@dataclass(frozen=True)
class Sharing:
    """`sharing` name at least one of the priorities, `none` named others, `unasked` named nothing yet."""

    priorities: list[Term]
    who: str
    show: str
    sharing: int
    none: int
    unasked: int
    page: Page
    lines: list[Sharer]

    @property
    def asked(self) -> int:
        return self.sharing + self.none


def sharing(goal: Goal, membership: Membership, *, who: str, show: str, page: str) -> Sharing:
    """Five queries, however many organisations there are.

    Ranked by how many of the goal's priorities they share, then by how high the highest of them stands with
    them, then by who came to the list first. Shared are 1 to as many as the goal names.
    """
    who = who if who in WHO else ""
    show = show if show in (NONE, UNASKED) else SHARING
    wanted = [term for term in goal.terms if term.vocabulary == OtherList.PRIORITY]
    everybody = Organisation.objects.visible_to(membership).active().of_kinds(KINDS[who])
    said = said_by(everybody)
    shared = {pk: _shared(theirs, wanted) for pk, theirs in said.items()}
    ranked = sorted(
        (pk for pk, told in shared.items() if told), key=lambda pk: (*_rank(shared[pk]), pk)
    )
    counts = {SHARING: len(ranked), NONE: len(said) - len(ranked)}
    found = _page(everybody, show, ranked, said, page)
    return Sharing(
        priorities=wanted,
        who=who,
        show=show,
        sharing=counts[SHARING],
        none=counts[NONE],
        unasked=everybody.count() - len(said),
        page=found,
        lines=[_line(one, shared.get(one.pk, {})) for one in found],
    )


def _shared(theirs: Iterable[Named], wanted: Iterable[Term]) -> dict[int, str]:
    """Of what they named, what the goal serves: their place for it, and its name."""
    keys = {f"term:{term.pk}" for term in wanted}
    return {place: one.name for place, one in enumerate(theirs, start=1) if one.key in keys}


def _rank(shared: Mapping[int, str]) -> tuple[int, int]:
    return -len(shared), min(shared)


def _page(
    everybody: OrganisationQuerySet, show: str, ranked: list[int], said: Said, page: str
) -> Page:
    """Those that are shown, in their order; of ranked ones only the page itself is fetched."""
    told = everybody.select_related("coalition").by_name()
    if show == UNASKED:
        return Paginator(told.exclude(pk__in=list(said)), A_PAGE).get_page(page)
    if show == NONE:
        none = set(said) - set(ranked)
        return Paginator(told.filter(pk__in=none), A_PAGE).get_page(page)
    found = Paginator(ranked, A_PAGE).get_page(page)
    known = {one.pk: one for one in told.filter(pk__in=list(found))}
    found.object_list = [known[pk] for pk in found]
    return found


def _line(organisation: Organisation, shared: Mapping[int, str]) -> Sharer:
    return Sharer(organisation, list(shared.values()), min(shared, default=None))
