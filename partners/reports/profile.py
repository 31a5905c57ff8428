"""What the page of one organisation shows to one member, from the prefetched organisation alone."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Contact, Organisation, Vocabulary

LIST_WORDS = {
    Vocabulary.SECTOR: gettext_lazy("Sectors"),
    Vocabulary.POPULATION: gettext_lazy("Serves"),
    Vocabulary.AREA: gettext_lazy("Areas"),
    Vocabulary.LANGUAGE: gettext_lazy("Languages"),
    Vocabulary.TAG: gettext_lazy("Tags"),
}


@dataclass(frozen=True)
class Listed:
    """A term that the organisation carries; `url` shows all that carry it, for those who may."""

    name: str
    url: str


@dataclass(frozen=True)
class Line:
    label: str
    terms: list[Listed]


@dataclass(frozen=True)
class Reach:
    """The likeliest way to reach the organisation now: a call or a letter to its first person."""

    person: str
    sign: str
    url: str

    @property
    def is_call(self) -> bool:
        return self.sign == "phone"


@dataclass(frozen=True)
class Profile:
    """`sees_addresses`: people's e-mail and phone are shown; `reach` is empty where they are not."""

    lines: list[Line]
    speaker: Contact | None
    people: list[Contact]
    past_people: list[Contact]
    sees_addresses: bool
    reach: Reach | None


def profile_of(organisation: Organisation, *, membership: Membership) -> Profile:
    people = organisation.current_contacts
    sees_addresses = may_see_addresses(membership)
    return Profile(
        lines=lines_of(organisation, may_list=membership.may(Permission.SEE_PARTNERS)),
        speaker=next((person for person in people if person.is_speaker), None),
        people=people,
        past_people=organisation.past_contacts,
        sees_addresses=sees_addresses,
        reach=reach_of(people) if membership.may(Permission.SEE_CONTACT_DETAILS) else None,
    )


def may_see_addresses(membership: Membership) -> bool:
    """A partner sees its own organisation alone, and of that everything the coalition holds."""
    held = (Permission.SEE_CONTACT_DETAILS, Permission.SEE_OWN_ORGANISATION)
    return any(membership.may(permission) for permission in held)


def lines_of(organisation: Organisation, *, may_list: bool) -> list[Line]:
    page = reverse("partners:list", args=[organisation.coalition.slug])
    lines = [
        Line(
            str(label),
            [
                Listed(
                    term.name, f"{page}?{urlencode({vocabulary: term.name})}" if may_list else ""
                )
                for term in organisation.terms_in(vocabulary)
            ],
        )
        for vocabulary, label in LIST_WORDS.items()
    ]
    return [line for line in lines if line.terms]


def reach_of(people: list[Contact]) -> Reach | None:
    """The first person there, by phone unless they would rather have mail, or have no phone."""
    if not people:
        return None
    first = people[0]
    rather_mail = first.preferred_channel == Contact.Channel.EMAIL
    if first.phone and not (rather_mail and first.email):
        return Reach(first.name, "phone", first.phone_link)
    if first.email:
        return Reach(first.name, "mail", f"mailto:{first.email}")
    return None
