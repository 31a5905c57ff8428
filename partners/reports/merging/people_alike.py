"""People who would stand twice at the one that a merge leaves, or stand twice at one organisation."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from common.merging.following import Plan
from partners.likeness.people import Alike, Sign, Someone, alike, sign_of
from partners.models import Contact, Organisation
from partners.reports.history.events import State
from partners.reports.merging.gathered import Part

SHOWN = 200  # pairs on one page; a form takes no more than a thousand fields
REASONS = {
    Sign.EMAIL: gettext_lazy("The same e-mail address"),
    Sign.NAME_AND_PHONE: gettext_lazy("The same name and phone"),
    Sign.NAME: gettext_lazy("The same name, and nothing that differs"),
    Sign.SHARED_EMAIL: gettext_lazy(
        "The same e-mail address under two names: perhaps a shared mailbox"
    ),
    Sign.OTHER_EMAIL: gettext_lazy("The same name and phone, but two e-mail addresses"),
}


@dataclass(frozen=True)
class Told:
    """One of the two, as a page tells of them."""

    name: str
    organisation: str
    words: list[str]


@dataclass(frozen=True)
class Pair:
    value: str
    reason: str
    one: Told
    other: Told
    is_ticked: bool


@dataclass(frozen=True)
class People:
    """`more` pairs are not shown, and stay two."""

    pairs: list[Pair]
    more: int


def people_alike(
    parts: Iterable[Part],
    follows: Plan,
    organisations: Sequence[Organisation],
    *,
    stays: Organisation,
    ticked: Collection[tuple[int, int]] | None = None,
) -> People:
    """The people of all of them who look like one, whoever is sure to be ticked.

    Left out is who says exactly the same as another: they come together by themselves.
    """
    equal = {row.pk for row in follows.set_aside if row.pointer.model is Contact}
    states = {
        part.pk: part.state
        for part in parts
        if part.model is Contact and not part.state["erased_on"] and str(part.pk) not in equal
    }
    homes = {one.pk: one.name for one in organisations}
    order = sorted(states, key=lambda pk: (states[pk]["organisation_id"] != stays.pk, pk))
    found = alike([_someone(states[pk]) for pk in order])
    pairs = [_pair(each, states, homes, ticked) for each in found[:SHOWN]]
    return People(pairs, more=len(found) - len(pairs))


def _pair(
    found: Alike,
    states: Mapping[int, State],
    homes: Mapping[int, str],
    ticked: Collection[tuple[int, int]] | None,
) -> Pair:
    return Pair(
        value=f"{found.one}-{found.other}",
        reason=str(REASONS[found.sign]),
        one=_told(states[found.one], homes),
        other=_told(states[found.other], homes),
        is_ticked=found.sign.is_sure if ticked is None else (found.one, found.other) in ticked,
    )


def _told(state: State, homes: Mapping[int, str]) -> Told:
    words = [state[name] for name in ("title", "email", "phone") if state[name]]
    return Told(state["name"], homes[state["organisation_id"]], words)


def _someone(state: State) -> Someone:
    return Someone(
        pk=state["id"],
        organisation=state["organisation_id"],
        name=state["name"],
        email=state["email"],
        phone=state["phone"],
    )


# ---------------------------------------------------------------- at one organisation


@dataclass(frozen=True)
class Double:
    """Another person of the organisation, and why the two look like one, if they do."""

    contact: Contact
    reason: str
    is_sure: bool


def doubles_of(contact: Contact, others: Iterable[Contact]) -> list[Double]:
    """Everybody else there, those first who look like this person."""
    me = _of(contact)
    found = [(each, sign_of(me, _of(each))) for each in others if each.pk != contact.pk]
    found.sort(key=lambda pair: list(Sign).index(pair[1]) if pair[1] else len(Sign))
    return [
        Double(each, str(REASONS[sign]) if sign else "", is_sure=bool(sign and sign.is_sure))
        for each, sign in found
    ]


def look_doubled(people: Sequence[Contact]) -> set[int]:
    """Ids of those who surely look like somebody else of them."""
    them = [_of(each) for each in people]
    signs = (
        (one, other, sign_of(one, other))
        for number, one in enumerate(them)
        for other in them[:number]
    )
    return {pk for one, other, sign in signs if sign and sign.is_sure for pk in (one.pk, other.pk)}


def _of(contact: Contact) -> Someone:
    return Someone(contact.pk, contact.organisation_id, contact.name, contact.email, contact.phone)
