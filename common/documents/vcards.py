"""Visiting cards for address books: vCard 4.0 (RFC 6350), or 3.0 (RFC 2426) for older phones.

Written here and not by a library: the one that is kept in Python writes 3.0 alone, and what a card of ours
says fits on this page. Both versions escape alike, end lines with CR LF and fold them at 75 octets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from common.documents.rfc_lines import escaped, folded

Version = Literal["4.0", "3.0"]


@dataclass(frozen=True, kw_only=True)
class Place:
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""


@dataclass(frozen=True, kw_only=True)
class Card:
    """One person. `identity` is the same each time the card is written, so that a phone updates its own."""

    identity: str
    name: str
    organisation: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    place: Place | None = None


def written(card: Card, *, version: Version = "4.0") -> bytes:
    """The card as a file holds it, UTF-8."""
    return "".join(map(folded, _lines(card, version))).encode()


def _lines(card: Card, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    if version == "4.0":
        yield "KIND:individual"
    yield f"UID:urn:uuid:{uuid5(NAMESPACE_URL, card.identity)}"
    yield f"FN:{escaped(card.name)}"
    # The whole name stands as the given one: no rule tells where "Lucía de la Cruz Ortiz" divides.
    yield f"N:;{escaped(card.name)};;;"
    for name, value in (("ORG", card.organisation), ("TITLE", card.title)):
        if value:
            yield f"{name}:{escaped(value)}"
    if card.email:
        yield f"EMAIL;TYPE={_kind('work', 'internet', version)}:{escaped(card.email)}"
    if card.phone:
        yield f"TEL;TYPE={_kind('work', 'voice', version)}:{escaped(card.phone)}"
    if card.website:
        yield f"URL:{_one_line(card.website)}"
    if card.place:
        yield f"ADR;TYPE=work:{_address(card.place)}"
    yield "END:VCARD"


def _kind(first: str, second: str, version: Version) -> str:
    """A list of kinds; 4.0 knows no "internet", and wants quotes around a comma."""
    if version == "3.0":
        return f"{first},{second}"
    return first if second == "internet" else f'"{first},{second}"'


def _address(place: Place) -> str:
    """Post box; more; street; city; region; postal code; country."""
    parts = ("", "", place.street, place.city, place.region, place.postcode, "")
    return ";".join(map(escaped, parts))


def _one_line(address: str) -> str:
    """A URI is not escaped; nothing that ends a line may stand in it."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", "%20", address.strip())
