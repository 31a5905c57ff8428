"""The few partners and people that somebody most likely means by what they typed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from accounts.models import Membership
from partners.models import Contact, Organisation
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.search.spelling import Misspelt, alike
from partners.models.search.words import INSIDE_WORDS, typed_words
from partners.reports.listing.questions import may_search_people

SHOWN = 6
LOOKED_AT = 60


@dataclass(frozen=True)
class Found:
    """One partner, or one person at a partner, and the page about it. `note` tells two alike apart.

    `pk` is the partner's, also of a person there.
    """

    name: str
    note: str
    url: str
    pk: int = 0


@dataclass(frozen=True)
class Finds:
    partners: list[Found]
    people: list[Found]
    is_nearest: bool = False  # nothing says the words: these are spelt most like them


def recent_partners(membership: Membership, *, recent: list[int]) -> list[Found]:
    """Those opened last, the last first, in one query."""
    rows = (
        Organisation.objects.visible_to(membership)
        .among(membership.coalition_id, recent)
        .for_finding()
    )
    return _told(sorted(rows, key=lambda row: recent.index(row[0])), membership)[:SHOWN]


def find(typed: str, *, membership: Membership, recent: list[int]) -> Finds:
    """At most SHOWN partners and people, in at most eight queries whatever the coalition's size.

    Recently opened ones come first, then names that begin with what was typed, then names that say all of its
    words, then whatever else says them (other name, tag, website, and people where one may see them).
    """
    words = list(typed_words(typed))
    if not words:
        return Finds([], [])
    visible = Organisation.objects.visible_to(membership).active()
    people_too = may_search_people(membership)
    saying = visible.saying(words, people_too=False)
    rows = list(saying.among(membership.coalition_id, recent).for_finding()) if recent else []
    rows.sort(key=lambda row: recent.index(row[0]))
    rows += visible.beginning(" ".join(words)).by_name().for_finding()[: SHOWN + len(rows)]
    if len(typed.strip()) > 1:
        rows += _inside(saying.named_first(words), but=rows)
    where = _where_such_people_are(words, visible) if people_too else []
    if rows or where:
        return Finds(_told(rows, membership), _people(words, where, membership))
    near = _nearest(words, visible, people_too=people_too)
    return Finds(_told(near, membership), [], is_nearest=True)


Row = tuple[int, str, str]  # id, name, kind


def _inside(saying: OrganisationQuerySet, *, but: list[Row]) -> list[Row]:
    if len({row[0] for row in but}) >= SHOWN:
        return []
    return list(saying.for_finding()[: SHOWN + len(but)])


def _nearest(words: list[str], visible: OrganisationQuerySet, *, people_too: bool) -> list[Row]:
    long = [Misspelt.word(word) for word in words if len(word) >= INSIDE_WORDS]
    if not long:
        return []
    with alike():
        return list(visible.resembling(long, people_too=people_too).for_finding()[:SHOWN])


def _where_such_people_are(words: list[str], visible: OrganisationQuerySet) -> list[int]:
    """A query of its own, by the index of search: names of people have none.

    Of a name that hundreds have, any LOOKED_AT will do: whoever wants one of them types more.
    """
    return list(visible.with_somebody_called(words).values_list("pk", flat=True)[:LOOKED_AT])


def _people(words: list[str], where: list[int], membership: Membership) -> list[Found]:
    if not where:
        return []
    rows = Contact.objects.called(words, organisations=where).for_finding()[:SHOWN]
    return [
        Found(name=name, note=organisation, url=_url(membership, pk), pk=pk)
        for name, organisation, pk in rows
    ]


def _told(rows: Iterable[Row], membership: Membership) -> list[Found]:
    kinds = {kind.value: str(kind.label) for kind in Organisation.Kind}
    once = {pk: (name, kind) for pk, name, kind in reversed(list(rows))}
    order = list(dict.fromkeys(row[0] for row in rows))[:SHOWN]
    return [
        Found(name=once[pk][0], note=kinds[once[pk][1]], url=_url(membership, pk), pk=pk)
        for pk in order
    ]


def _url(membership: Membership, pk: int) -> str:
    return reverse("partners:detail", args=[membership.coalition.slug, pk])
