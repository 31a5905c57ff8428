"""Of which person of a row a column tells: "Contact 2 phone", "Secondary contact", "Second e-mail"."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from partners.imports.fields import Field, normal_heading

ORDINALS = {
    "primary": "1",
    "principal": "1",
    "first": "1",
    "primer": "1",
    "primero": "1",
    "primario": "1",
    "second": "2",
    "secondary": "2",
    "segundo": "2",
    "secundario": "2",
    "third": "3",
    "tercer": "3",
    "tercero": "3",
}
NUMBERS = frozenset("1234")
# What a heading without "contact" in it says of the person who is counted alike in another heading.
OF_THE_PERSON = {
    "email": "contact_email",
    "contact_email": "contact_email",
    "phone": "contact_phone",
    "contact_phone": "contact_phone",
    "contact_title": "contact_title",
}


class Told(Protocol):
    """A column as the guess sees it."""

    @property
    def position(self) -> int: ...
    @property
    def heading(self) -> str: ...
    @property
    def filled(self) -> list[str]: ...


def counted(plain: str) -> str:
    """ "secondary contact name" is that of contact 2; what tells of no contact stays as it is."""
    if not re.search(r"contact", plain):
        return plain
    words = plain.split()
    return " ".join(
        ORDINALS.get(word, word) if ORDINALS.get(word) != "1" else word for word in words
    )


def number_in(plain: str) -> int:
    """2 in "contact 2 name"; 0 where there is none or it counts something else, as in "address 2"."""
    match = re.search(r"\b([1-4])\b", plain)
    is_person = re.search(r"contact|person|rep|first name|last name|title", plain)
    return int(match[1]) if match and is_person else 0


def numbered(known: Field, number: int) -> str:
    """ "Contact 2 phone" is about a person even where "phone" alone is not."""
    key = known.key
    return f"{key}#{number}" if number > 1 and known.is_about_contact else key


def counted_alike(
    samples: Sequence[Told], mapping: Mapping[int, str], *, headings: Mapping[str, str]
) -> dict[int, str]:
    """ "Primary contact, Primary e-mail, Secondary contact, Secondary e-mail": whose each address is."""
    people = {
        ordinal: mapping[one.position].removeprefix("contact_name")
        for one in samples
        if mapping.get(one.position, "").partition("#")[0] == "contact_name"
        and (ordinal := _parted(one.heading)[0])
    }
    found: dict[int, str] = {}
    for one in samples:
        ordinal, rest = _parted(one.heading)
        base = OF_THE_PERSON.get(headings.get(rest, ""))
        if not base or ordinal not in people or not one.filled:
            continue
        key = base + people[ordinal]
        if key not in {*mapping.values(), *found.values()}:
            found[one.position] = key
    return found


def _parted(heading: str) -> tuple[str, str]:
    """The number in a heading and the rest, "2" and "e mail"; without one, nothing and all of it."""
    words = normal_heading(heading).split()
    for at, word in enumerate(words):
        ordinal = ORDINALS.get(word, word)
        if ordinal in NUMBERS:
            return ordinal, " ".join(words[:at] + words[at + 1 :])
    return "", " ".join(words)
