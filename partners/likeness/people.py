"""When two people who stand on a list are likely one: the same address of mail, or the same name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from common.text.accents import without_marks
from partners.likeness.faces import digits_of

FORMS_OF_ADDRESS = frozenset(("dr", "mr", "mrs", "ms", "miss", "rev", "prof", "sr", "sra", "dra"))


class Sign(StrEnum):
    """By what they look alike. Of an address that two names share, and of two addresses, a person decides."""

    EMAIL = "email"
    NAME_AND_PHONE = "name_and_phone"
    NAME = "name"
    SHARED_EMAIL = "shared_email"
    OTHER_EMAIL = "other_email"

    @property
    def is_sure(self) -> bool:
        return self not in (Sign.SHARED_EMAIL, Sign.OTHER_EMAIL)


@dataclass(frozen=True)
class Someone:
    """What is known of a person at an organisation."""

    pk: int
    organisation: int
    name: str
    email: str = ""
    phone: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Of the name, in no order: "Dr. Ruth B. Amsel" and "Amsel, Ruth" are the same words."""
        found = re.findall(r"\w+", without_marks(self.name).casefold())
        telling = [word for word in found if word not in FORMS_OF_ADDRESS and len(word) > 1]
        return tuple(sorted(telling or found))

    @cached_property
    def address(self) -> str:
        return self.email.strip().casefold()

    @cached_property
    def digits(self) -> str:
        return digits_of(self.phone)


@dataclass(frozen=True)
class Alike:
    """Two who look like one, of whom `one` comes first in the order given."""

    one: int
    other: int
    sign: Sign


def sign_of(one: Someone, other: Someone) -> Sign | None:
    """By what two look like one; nothing where they do not, or where something tells them apart."""
    is_named_so = one.words == other.words
    if one.address and one.address == other.address:
        is_near = is_named_so or bool(set(one.words) & set(other.words))
        return Sign.EMAIL if is_near else Sign.SHARED_EMAIL
    if not is_named_so:
        return None
    if one.digits and one.digits == other.digits:
        is_other_address = bool(one.address and other.address)
        return Sign.OTHER_EMAIL if is_other_address else Sign.NAME_AND_PHONE
    is_contradicted = (one.address and other.address) or (one.digits and other.digits)
    return None if is_contradicted else Sign.NAME


def alike(people: Sequence[Someone]) -> list[Alike]:
    """Each who looks like somebody before them, once. Whoever looks like one of two that differ waits.

    Only people of different organisations: two whom somebody wrote side by side are two. Time grows with
    the people who share a name or an address, not with all.
    """
    first: dict[int, list[Someone]] = {}
    heads: dict[object, list[int]] = {}
    found: list[Alike] = []
    for someone in people:
        keys = [key for key in (someone.address, someone.words) if key]
        near = dict.fromkeys(pk for key in keys for pk in heads.get(key, ()))
        head, sign = _likest(someone, [first[pk] for pk in near])
        if head and sign:
            found.append(Alike(head[0].pk, someone.pk, sign))
            if sign.is_sure:
                head.append(someone)
        if not (head and sign and sign.is_sure):
            head = first[someone.pk] = [someone]
        for key in keys:
            named = heads.setdefault(key, [])
            if head[0].pk not in named:
                named.append(head[0].pk)
    return found


def _likest(
    someone: Someone, groups: Iterable[list[Someone]]
) -> tuple[list[Someone] | None, Sign | None]:
    best: tuple[list[Someone] | None, Sign | None] = None, None
    order = list(Sign)
    for group in groups:
        sign = _sign_among(someone, group)
        if sign and (best[1] is None or order.index(sign) < order.index(best[1])):
            best = group, sign
    return best


def _sign_among(someone: Someone, group: Sequence[Someone]) -> Sign | None:
    """The best sign, if nobody of the group is somebody else."""
    signs = [sign_of(each, someone) for each in group]
    told = [sign for sign in signs if sign is not None]
    if len(told) < len(signs) or any(each.organisation == someone.organisation for each in group):
        return None
    return min(told, key=list(Sign).index)
