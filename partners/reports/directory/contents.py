"""The printable directory: which partners it names, with what, and whom of their people.

Named are partners that are neither retired nor left out; of their people only who is there and said that
the directory may name them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from accounts.permissions import Permission
from common.refusal import Refusal
from partners.models import BroadSector, Contact, Organisation, Term, Vocabulary
from partners.reports.listing.page import everything_listed
from partners.reports.listing.questions import Question

BY_NAME, BY_SECTOR = "name", "sector"
FIELDS = {
    "description": gettext_lazy("What they do"),
    "sectors": gettext_lazy("Sectors"),
    "broad": gettext_lazy("Broad sectors"),
    "areas": gettext_lazy("Areas"),
    "website": gettext_lazy("Website"),
    "email": gettext_lazy("E-mail"),
    "phones": gettext_lazy("Phones"),
    "addresses": gettext_lazy("Addresses"),
}
PEOPLE_FIELDS = {
    "name": gettext_lazy("Their names"),
    "title": gettext_lazy("Job titles"),
    "email": gettext_lazy("E-mail addresses"),
    "phone": gettext_lazy("Phone numbers"),
}


@dataclass(frozen=True)
class Wanted:
    """What the directory shall tell, by keys of FIELDS and PEOPLE_FIELDS."""

    fields: Collection[str]
    people: Collection[str]
    grouping: str = BY_NAME


@dataclass(frozen=True)
class Listed:
    """A person who may be named."""

    name: str
    title: str
    email: str
    phone: str


@dataclass(frozen=True)
class Entry:
    """One partner; what was not wanted, or is not known, is empty."""

    key: str
    name: str
    description: str = ""
    sectors: str = ""
    broad: str = ""
    areas: str = ""
    website: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    people: tuple[Listed, ...] = ()

    @property
    def kinds(self) -> list[str]:
        return [words for words in (self.sectors, self.broad, self.areas) if words]

    @property
    def has_safe_website(self) -> bool:
        return self.website.startswith(("https://", "http://"))


@dataclass(frozen=True)
class Elsewhere:
    """A partner whose entry stands in another group: “see Health care”."""

    key: str
    name: str
    group: str


@dataclass
class Group:
    heading: str
    entries: list[Entry] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)


@dataclass(frozen=True)
class Directory:
    """`unnamed` counts the people whom it does not name because they did not say yes.

    `paused`: the partners that it leaves out because their listing is paused.
    """

    groups: list[Group]
    count: int
    named: int
    unnamed: int
    paused: int


def directory(
    question: Question, wanted: Wanted, *, membership: Membership, most: int
) -> Directory:
    """The partners among those that the list shows, in a fixed number of queries.

    Raises Refusal when there are more than `most`.
    """
    asked = everything_listed(question, membership=membership)
    organisations = list(asked.for_directory()[: most + 1])
    if len(organisations) > most:
        raise Refusal(
            _("A directory holds %(most)d partners, and these are more. Filter the list first.")
            % {"most": most}
        )
    organisations.sort(key=filed_under)
    if not membership.may(Permission.SEE_CONTACT_DETAILS):
        wanted = Wanted(wanted.fields, set(wanted.people) - {"email", "phone"}, wanted.grouping)
    people = [person for one in organisations for person in one.current_contacts]
    named = sum(person.may_be_listed for person in people)
    groups = by_sector if wanted.grouping == BY_SECTOR else by_letter
    return Directory(
        groups=groups(organisations, wanted),
        count=len(organisations),
        named=named if wanted.people else 0,
        unnamed=len(people) - named,
        paused=asked.kept_out_by_a_pause(),
    )


# ---------------------------------------------------------------- groups


def by_letter(organisations: Iterable[Organisation], wanted: Wanted) -> list[Group]:
    """Ordered by name already, so equal letters stand together: “Ñandú” under N."""
    return [
        Group(letter, [entry_of(organisation, wanted) for organisation in of_letter])
        for letter, of_letter in groupby(organisations, key=letter_of)
    ]


def filed_under(organisation: Organisation) -> str:
    """Without the marks in front of it: “¡Vamos!” stands under V, “(The) Yard” under T."""
    name = organisation.sort_name
    first = next((place for place, letter in enumerate(name) if letter.isalnum()), len(name))
    return name[first:]


def letter_of(organisation: Organisation) -> str:
    first = filed_under(organisation)[:1]
    return first.upper() if first.isalpha() else "0–9"


def by_sector(organisations: Iterable[Organisation], wanted: Wanted) -> list[Group]:
    """Each partner once, in its first sector; its other sectors say where to look."""
    groups: dict[tuple[int, str], Group] = {}

    def group_of(sector: Term | None) -> Group:
        heading = sector.name if sector else _("Without a sector")
        place = (sector.position if sector else 10**6, heading)
        return groups.setdefault(place, Group(heading))

    for organisation in organisations:
        sectors: list[Any] = sectors_of(organisation) or [None]
        first, *others = sectors
        group_of(first).entries.append(entry_of(organisation, wanted))
        for other in others:
            told = Elsewhere(key_of(organisation), organisation.name, group_of(first).heading)
            group_of(other).elsewhere.append(told)
    return [groups[place] for place in sorted(groups)]


def sectors_of(organisation: Organisation) -> list[Term]:
    """In the coalition's own order."""
    terms = organisation.terms_in(Vocabulary.SECTOR)
    return sorted(terms, key=lambda term: (term.position, term.name))


def broad_sectors_of(organisation: Organisation) -> list[str]:
    """Each once, in the order that is the same for all."""
    there = {term.broad_sector for term in sectors_of(organisation)}
    return [str(one.label) for one in BroadSector if one in there]


# ---------------------------------------------------------------- entries


def key_of(organisation: Organisation) -> str:
    return f"partner-{organisation.pk}"


def entry_of(organisation: Organisation, wanted: Wanted) -> Entry:
    told: dict[str, Any] = {
        "description": lambda: organisation.description,
        "sectors": lambda: ", ".join(term.name for term in sectors_of(organisation)),
        "broad": lambda: ", ".join(broad_sectors_of(organisation)),
        "areas": lambda: ", ".join(term.name for term in organisation.terms_in(Vocabulary.AREA)),
        "website": lambda: organisation.website,
        "email": lambda: organisation.email,
        "phones": lambda: tuple(map(with_label, organisation.phones.all())),
        "addresses": lambda: tuple(map(with_label, organisation.addresses.all())),
    }
    return Entry(
        key=key_of(organisation),
        name=organisation.name,
        people=tuple(people_of(organisation, wanted.people)),
        **{name: tell() for name, tell in told.items() if name in wanted.fields},
    )


def people_of(organisation: Organisation, wanted: Collection[str]) -> Iterator[Listed]:
    """Nobody where no detail is wanted; with any, the name says whose it is."""
    if not wanted:
        return
    for contact in organisation.current_contacts:
        if contact.may_be_listed:
            yield listed(contact, wanted)


def listed(contact: Contact, wanted: Collection[str]) -> Listed:
    return Listed(
        name=contact.name,
        title=contact.title if "title" in wanted else "",
        email=contact.email if "email" in wanted else "",
        phone=contact.phone if "phone" in wanted else "",
    )


def with_label(part: object) -> str:
    """“555-0113 (deliveries)”."""
    label = getattr(part, "label", "")
    return f"{part} ({label})" if label else str(part)
