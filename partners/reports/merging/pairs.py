"""The page of likely pairs: grouped where three are alike, the most certain first, reasons in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Coalition
from partners.models import Contact, LikelyPair, Organisation

A_PAGE = 25  # groups
MOST = 2000  # pairs that are grouped; the rest follow once these are settled
FACTS = 5

SENTENCES: dict[str, Callable[[], str]] = {
    "same_name": lambda: _("Same name."),
    "spelling": lambda: _("The names are alike."),
    "resembling": lambda: _("The names resemble each other."),
    "acronym": lambda: _("One name is the initials of the other."),
    "longer_name": lambda: _("One name goes on where the other ends."),
    "part_of_it": lambda: _("One name is that of a part of the other."),
    "partly": lambda: _("The names have words in common."),
    "other_name": lambda: _("But the names differ."),
    "told_apart": lambda: _("But their names tell them apart."),
    "other_name_alike": lambda: _("One is also known as “%s”."),
    "elsewhere": lambda: _("But in another place."),
    "other_number": lambda: _("But another number."),
    "email": lambda: _("Same e-mail address: %s."),
    "host": lambda: _("Same web address: %s."),
    "phone": lambda: _("Same phone: %s."),
    "street": lambda: _("Same street: %s."),
    "near_host": lambda: _("Nearly the same web address: %s."),
    "near_street": lambda: _("Nearly the same street: %s."),
}


def in_words(reasons: Iterable[tuple[str, str]]) -> list[str]:
    """Each reason as a sentence: "Same phone: (410) 555-0100." """
    return [_sentence(kind, value) for kind, value in reasons]


def _sentence(kind: str, value: str) -> str:
    sentence = SENTENCES[kind]()
    if "%s" not in sentence:
        return sentence
    return sentence % (_phone(value) if kind == "phone" else value)


def _phone(digits: str) -> str:
    """ "4105550100" → "(410) 555-0100"."""
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"


@dataclass(frozen=True)
class Side:
    """One organisation as a pair shows it: the name, and a few facts by which to tell it."""

    organisation: Organisation
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    one: Side
    other: Side
    percent: int
    reasons: tuple[str, ...]
    merge_url: str


@dataclass(frozen=True)
class Group:
    """Organisations that hang together by likely pairs, and those pairs. Mostly two and one."""

    sides: tuple[Side, ...]
    pairs: tuple[Pair, ...]
    merge_url: str


@dataclass(frozen=True)
class Pairs:
    groups: tuple[Group, ...]
    page: Page
    count: int


def likely_pairs(coalition: Coalition, *, page: str | None) -> Pairs:
    """One page of groups, in a fixed number of queries."""
    rows = LikelyPair.objects.to_judge(coalition)
    told = list(rows.values_list("first_id", "second_id", "score", "reasons")[:MOST])
    shown = Paginator(_hanging_together(told), A_PAGE).get_page(page)
    wanted = {pk for group in shown for row in group for pk in row[:2]}
    sides = _sides(wanted)
    return Pairs(tuple(_group(group, sides, coalition) for group in shown), shown, len(told))


def _hanging_together(rows: list[tuple]) -> list[list[tuple]]:
    """The rows in groups that share an organisation, in the order of each group's best."""
    leader: dict[int, int] = {}

    def find(pk: int) -> int:
        while leader.setdefault(pk, pk) != pk:
            pk = leader[pk]
        return pk

    for first, second, *_rest in rows:
        leader[find(second)] = find(first)
    groups: dict[int, list[tuple]] = {}
    for row in rows:
        groups.setdefault(find(row[0]), []).append(row)
    return list(groups.values())


def _group(rows: list[tuple], sides: dict[int, Side], coalition: Coalition) -> Group:
    ids = list(dict.fromkeys(pk for row in rows for pk in row[:2]))
    pairs = tuple(_pair(row, sides, coalition) for row in rows)
    return Group(tuple(sides[pk] for pk in ids), pairs, merge_url(coalition, ids))


def _pair(row: tuple, sides: dict[int, Side], coalition: Coalition) -> Pair:
    first, second, score, reasons = row
    return Pair(
        one=sides[first],
        other=sides[second],
        percent=round(score * 100),
        reasons=tuple(in_words(reasons)),
        merge_url=merge_url(coalition, (first, second)),
    )


def merge_url(coalition: Coalition, ids: Iterable[int]) -> str:
    """Where these are looked at together and made one."""
    query = QueryDict(mutable=True)
    query.setlist("ids", [str(pk) for pk in ids])
    return f"{reverse('partners:merge', args=[coalition.slug])}?{query.urlencode()}"


def _sides(ids: set[int]) -> dict[int, Side]:
    people = Prefetch("contacts", queryset=Contact.objects.current())
    rows = Organisation.objects.filter(pk__in=ids).select_related("coalition")
    found = rows.prefetch_related("aliases", "phones", "addresses", people)
    return {row.pk: Side(row, tuple(_facts(row))) for row in found}


def _facts(organisation: Organisation) -> list[str]:
    """Other names first, then where they are and how they are reached."""
    told = [
        ", ".join(alias.name for alias in organisation.aliases.all()),
        *(str(address) for address in organisation.addresses.all()[:1]),
        organisation.website,
        organisation.email,
        *(phone.number for phone in organisation.phones.all()[:1]),
        *(contact.name for contact in organisation.contacts.all()[:1]),
    ]
    return [fact for fact in told if fact][:FACTS]
