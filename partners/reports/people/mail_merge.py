"""The people of selected organisations to whom a letter goes, as they wish to be reached."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Address, Contact, Organisation, Vocabulary
from partners.models.risk.incidents import pausing_listing

# So many organisations with their people are in memory at once.
BATCH = 500
# So many of those who said no are named on the page.
NAMED = 20
HONORIFICS = frozenset(
    [
        "dr",
        "rev",
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "prof",
        "pastor",
        "fr",
        "sr",
        "sra",
        "hon",
        "rabbi",
        "imam",
    ]
)
# Who is written to first, where one person of an organisation is wanted.
RANKS = [
    Contact.Role.REPRESENTATIVE,
    Contact.Role.DAY_TO_DAY,
    Contact.Role.DECISION_MAKER,
    Contact.Role.COMMUNICATION,
    Contact.Role.OTHER,
    Contact.Role.FINANCE,
]


class Whom(models.TextChoices):
    SPEAKER = "speaker", gettext_lazy("Whoever speaks for them")
    ONE = "one", gettext_lazy("One person each, whoever is best reached")
    EVERYONE = "everyone", gettext_lazy("Everybody we know there")


class Way(models.TextChoices):
    EMAIL = "email", gettext_lazy("By e-mail")
    POST = "post", gettext_lazy("By post")
    ANY = "any", gettext_lazy("However each of them is reached")


@dataclass(frozen=True)
class Recipient:
    contact: Contact
    organisation: Organisation

    @property
    def address(self) -> Address | None:
        return self.organisation.post_address

    @property
    def has_refused(self) -> str:
        """Why they stay off every list for letters: the name of a head of the tally, or nothing."""
        if self.contact.wants_no_letters or self.contact.erasure_asked_on:
            return "no_letters"
        return "" if self.contact.may_be_written_to else "not_listed"

    def wishes(self, way: str) -> bool:
        """Whether they named no other way to be reached."""
        return way == Way.ANY or self.contact.preferred_channel in ("", way)

    def can_get(self, way: str) -> bool:
        if way == Way.EMAIL:
            return bool(self.contact.email)
        return way == Way.ANY or bool(self.address and self.address.street)


@dataclass(frozen=True)
class Tally:
    """Who is on the list, and who is not and why. People, but for `organisations` and `nobody`.

    `refused` are the first of those who said no, so that they can be asked, or called.
    """

    people: int = 0
    organisations: int = 0
    no_letters: int = 0
    not_listed: int = 0
    other_way: int = 0
    without_address: int = 0
    nobody: int = 0
    paused: int = 0
    refused: tuple[Recipient, ...] = ()


class Count(Counter[str]):
    """A tally while it is counted, with everybody who said no."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[Recipient] = []

    def leave_out(self, people: Iterable[Recipient]) -> None:
        for one in people:
            self[one.has_refused] += 1
            if len(self.refused) < NAMED:
                self.refused.append(one)


def recipients(
    organisations: Sequence[int], *, whom: str, way: str, tally: Count | None = None
) -> Iterator[Recipient]:
    """Everyone who gets the letter, organisation by organisation, in the order of the ids.

    People who left get none, nor those who said no to letters or to being listed, nor those who wish to
    be reached another way, nor the people of retired organisations, and of those whose listing is paused.
    Where one person of each is wanted, whoever comes next stands in for who said no. `tally` is told who
    was left out, and why. Four queries for every BATCH organisations.
    """
    tally = Count() if tally is None else tally
    for first in range(0, len(organisations), BATCH):
        batch = organisations[first : first + BATCH]
        rows = Organisation.objects.active().annotate(is_paused=pausing_listing())
        there = rows.for_letters().in_bulk(batch)
        found = {pk: one for pk, one in there.items() if not one.is_paused}
        tally["paused"] += len(there) - len(found)
        people = _people_of(found)
        for pk in batch:
            if pk in found:
                yield from _chosen(people[pk], whom=whom, way=way, tally=tally)


def tally_of(organisations: Sequence[int], *, whom: str, way: str) -> Tally:
    counted = Count()
    for _recipient in recipients(organisations, whom=whom, way=way, tally=counted):
        pass
    return Tally(**counted, refused=tuple(counted.refused))


def _people_of(found: dict[int, Organisation]) -> dict[int, list[Recipient]]:
    people: dict[int, list[Recipient]] = defaultdict(list)
    for contact in Contact.objects.current().at(found).order_by("pk"):
        organisation = found[contact.organisation_id]
        people[organisation.pk].append(Recipient(contact, organisation))
    return people


def _chosen(people: Iterable[Recipient], *, whom: str, way: str, tally: Count) -> list[Recipient]:
    asked = [one for one in people if whom != Whom.SPEAKER or one.contact.is_speaker]
    open_to_it = [one for one in asked if not one.has_refused]
    willing = [one for one in open_to_it if one.wishes(way)]
    able = [one for one in willing if one.can_get(way)]
    chosen = able if whom == Whom.EVERYONE else _best(able, way=way)[:1]
    tally["people"] += len(chosen)
    tally["organisations"] += bool(chosen)
    if whom == Whom.EVERYONE or not chosen:
        tally.leave_out(one for one in asked if one.has_refused)
        tally["other_way"] += len(open_to_it) - len(willing)
        tally["without_address"] += len(willing) - len(able)
    tally["nobody"] += not asked
    return chosen


def _best(people: Iterable[Recipient], *, way: str) -> list[Recipient]:
    """Who asked to be reached this way first, then by what they do there."""
    return sorted(
        people,
        key=lambda one: (
            one.contact.preferred_channel != way,
            RANKS.index(Contact.Role(one.contact.role)),
            one.contact.pk,
        ),
    )


def salutation(name: str) -> str:
    """How a letter greets: “Marisol Ortega” is Marisol, “Dr. Anjali Mehta, MPH” Dr. Mehta.

    “Ortega, Marisol” is read as family name first. Whoever knows better changes the cell.
    """
    before, _comma, after = (part.strip() for part in name.partition(","))
    if after and " " not in before and not re.fullmatch(r"[A-Z][A-Za-z.]{0,5}", after):
        return salutation(f"{after} {before}")
    words = before.split()
    if len(words) > 1 and words[0].rstrip(".").lower() in HONORIFICS:
        return f"{words[0]} {words[-1]}"
    return words[0] if words else name


def headings() -> list[str]:
    return [
        _("Salutation name"),
        _("Full name"),
        _("Job title"),
        _("Role"),
        _("Organisation"),
        _("E-mail"),
        _("Reach them by"),
        _("Languages"),
        _("Street"),
        _("City"),
        _("State"),
        _("Postal code"),
    ]


def rows(people: Iterable[Recipient]) -> Iterator[list[Any]]:
    # Rows are written after the request, when the reader's language is no longer active.
    roles = {role.value: str(role.label) for role in Contact.Role}
    channels = {"": "", **{channel.value: str(channel.label) for channel in Contact.Channel}}
    for one in people:
        contact, place = one.contact, one.address or Address()
        languages = one.organisation.terms_in(Vocabulary.LANGUAGE)
        yield [
            salutation(contact.name),
            contact.name,
            contact.title,
            roles[contact.role],
            one.organisation.name,
            contact.email,
            channels[contact.preferred_channel],
            "; ".join(term.name for term in languages),
            place.street,
            place.city,
            place.region,
            place.postcode,
        ]
