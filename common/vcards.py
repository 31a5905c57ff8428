"""Visiting cards for address books: vCard 4.0 (RFC 6350), or 3.0 (RFC 2426) for older phones.

Written here and not by a library: the one that is kept in Python writes 3.0 alone, and what a card of ours
says fits on this page. Both versions escape alike, end lines with CR LF and fold them at 75 octets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

Version = Literal["4.0", "3.0"]

_FOLDED_AT = 75  # octets of a line without its end
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


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
    return "".join(_folded(line) for line in _lines(card, version)).encode()


def _lines(card: Card, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    if version == "4.0":
        yield "KIND:individual"
    yield f"UID:urn:uuid:{uuid5(NAMESPACE_URL, card.identity)}"
    yield f"FN:{_escaped(card.name)}"
    # The whole name stands as the given one: no rule tells where "Lucía de la Cruz Ortiz" divides.
    yield f"N:;{_escaped(card.name)};;;"
    for name, value in (("ORG", card.organisation), ("TITLE", card.title)):
        if value:
            yield f"{name}:{_escaped(value)}"
    if card.email:
        yield f"EMAIL;TYPE={_kind('work', 'internet', version)}:{_escaped(card.email)}"
    if card.phone:
        yield f"TEL;TYPE={_kind('work', 'voice', version)}:{_escaped(card.phone)}"
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
    return ";".join(map(_escaped, parts))


def _escaped(text: str) -> str:
    """Backslash, comma, semicolon and line end: "A, B" is "A\\, B"."""
    text = _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for mark in ("\\", ",", ";"):
        text = text.replace(mark, "\\" + mark)
    return text.replace("\n", "\\n")


def _one_line(address: str) -> str:
    """A URI is not escaped; nothing that ends a line may stand in it."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", "%20", address.strip())


def _folded(line: str) -> str:
    """Lines of 75 octets; those that go on begin with a blank. No letter is cut in two."""
    folded, width = [], 0
    for character in line:
        octets = len(character.encode())
        if width + octets > _FOLDED_AT:
            folded.append("\r\n ")
            width = 1
        folded.append(character)
        width += octets
    return "".join(folded) + "\r\n"
