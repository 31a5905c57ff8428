"""When two spellings say the same of an organisation or a person, and how a person is said in a line."""

from partners.imports.values import paragraph, postcode, term_key
from partners.models import Address, Contact


def letters(name: str) -> str:
    """A name without spaces and marks: "Access Carroll, Inc." and "ACCESS CARROLL INC" are spelled alike."""
    return "".join(filter(str.isalnum, term_key(name))) or name


def same_letters(one: str, other: str) -> bool:
    return one.strip().lower() == other.strip().lower()


def alone(found: list[Contact], told: dict[str, str]) -> list[Contact]:
    """An address alone is a person only when the row has no other name for it: info@ serves many."""
    named_by_address = [c for c in found if same_letters(c.name, c.email)]
    return found if same_letters(told["name"], told["email"]) else named_by_address


def agreement(contact: Contact, told: dict[str, str]) -> int:
    """Of two people called the same it is rather the one of whom more is told alike. The first of equals."""
    return sum(
        same_letters(getattr(contact, key), told[key]) for key in ("title", "email", "phone")
    )


def same_paragraphs(one: str, other: str) -> bool:
    return paragraph(one) == paragraph(other)


def fits(address: Address, told: dict[str, str]) -> bool:
    """Whether the two contradict each other nowhere. "21215" and "21215-1234" agree."""
    return all(
        not ours or not theirs or place(name, ours) == place(name, theirs)
        for name, theirs in told.items()
        for ours in [getattr(address, name)]
    )


def place(name: str, text: str) -> str:
    return (
        postcode(text)[:5]
        if name == "postcode"
        else term_key(text).replace(".", "").replace(",", "")
    )


def introduced(person: dict[str, str]) -> str:
    return ", ".join(person[key] for key in ("name", "title", "email", "phone") if person[key])


def of(contact: Contact, value: str) -> str:
    return f"{contact.name}: {value}" if value else ""
