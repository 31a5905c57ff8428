"""What the sample's files say, as shapes. Weeks count backwards from the day the sample is made."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class CoalitionCard:
    name: str
    short_name: str
    tagline: str
    place: str
    problem_statement: str
    time_zone: str
    founded: int
    founded_by: str
    vocabularies: dict[str, list[str]]
    areas_within: dict[str, list[str]]
    broad_sectors: dict[str, str]  # what Sunnybrook says where the preset leaves it open
    own_fields: list[dict[str, Any]]
    views: list["ViewCard"]


@dataclass(frozen=True)
class ViewCard:
    """A view of the partner list that somebody shares; `query` is the list's address."""

    name: str
    description: str
    by: str
    weeks: int
    query: str


@dataclass(frozen=True)
class PersonCard:
    """A member, or with `invited` instead of `joined` somebody who has not answered yet."""

    key: str
    name: str
    email: str
    role: str
    joined: int | None = None
    left: int | None = None
    invited: int | None = None
    invited_by: str = ""
    represents: str = ""
    message: str = ""
    signs_in: bool = False


@dataclass(frozen=True)
class ContactCard:
    name: str
    role: str
    title: str = ""
    email: str = ""
    phone: str = ""
    channel: str = ""
    since: int | None = None
    left: int | None = None
    own: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """All that the coalition holds on one organisation at one time."""

    name: str
    kind: str
    description: str
    website: str
    email: str
    owner: str
    sectors: tuple[str, ...]
    populations: tuple[str, ...]
    areas: tuple[str, ...]
    determinants: tuple[str, ...]
    languages: tuple[str, ...]
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    phones: tuple[str, ...]
    addresses: tuple[str, ...]
    identifiers: tuple[str, ...]
    contacts: tuple[ContactCard, ...]
    retired: int | None
    retired_reason: str
    own: dict[str, Any]

    @property
    def contacts_left(self) -> int:
        """How many of the contacts are not there any more."""
        return sum(contact.left is not None for contact in self.contacts)


@dataclass(frozen=True)
class Revision:
    """What somebody changed in one week: `was` holds the fields as they stood before."""

    weeks: int
    by: str
    reason: str
    was: dict[str, Any]
    contact: str = ""


@dataclass(frozen=True)
class OrganisationCard:
    """An organisation as it stands today, and the changes that made it so."""

    profile: Profile
    joined: int
    revisions: tuple[Revision, ...]


def read_coalition() -> CoalitionCard:
    told = _read(DATA / "coalition.toml")
    views = [ViewCard(**entry) for entry in told.pop("views")]
    return CoalitionCard(**told, views=views)


def read_people() -> list[PersonCard]:
    return [PersonCard(**entry) for entry in _read(DATA / "people.toml")["person"]]


def read_organisations() -> list[OrganisationCard]:
    """Those of every file under `data/partners/`, file by file."""
    files = sorted((DATA / "partners").glob("*.toml"))
    return [_organisation(entry) for file in files for entry in _read(file)["organisation"]]


def _organisation(entry: dict[str, Any]) -> OrganisationCard:
    joined, changes = entry.pop("joined"), entry.pop("changes", [])
    contacts = tuple(ContactCard(**contact) for contact in entry.pop("contacts"))
    entry = DEFAULTS | entry
    profile = Profile(contacts=contacts, **{key: as_told(value) for key, value in entry.items()})
    return OrganisationCard(profile, joined, tuple(_revision(change) for change in changes))


def _revision(change: dict[str, Any]) -> Revision:
    was = {key: as_told(value) for key, value in change.pop("was", {}).items()}
    return Revision(was=was, **change)


def as_told(value: Any) -> Any:
    """Lists become tuples, so that a profile cannot change behind our back."""
    return tuple(value) if isinstance(value, list) else value


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


DEFAULTS: dict[str, Any] = {
    "kind": "partner",
    "website": "",
    "email": "",
    "populations": (),
    "areas": (),
    "determinants": (),
    "languages": (),
    "tags": (),
    "aliases": (),
    "phones": (),
    "addresses": (),
    "identifiers": (),
    "retired": None,
    "retired_reason": "",
    "own": {},
}
