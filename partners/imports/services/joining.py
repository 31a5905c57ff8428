"""The tables of a directory joined into one: a row for each service at each of its places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from partners.imports.services.tables import Record, Tables

HEADINGS = (
    "organization id",
    "organization",
    "service id",
    "service",
    "category",
    "category in detail",
    "population",
    "description",
    "eligibility",
    "fees",
    "application process",
    "phone",
    "email",
    "url",
    "language",
    "languages in words",
    "funding",
    "place",
    "street",
    "city",
    "state",
    "postal code",
    "service area",
)
SEPARATOR = "; "
NOTHING: Record = {}
# Situations of the Open Eligibility taxonomy that tell of the service rather than of people.
NO_POPULATION = frozenset({"insurance accepted", "documents needed", "special hours"})
TONGUES = "languages"
# What is no more is left out: it is for a directory's own history.
GONE = frozenset({"inactive", "defunct"})


@dataclass(frozen=True)
class Word:
    """An entry of a taxonomy, with the entry at the top of its branch."""

    name: str
    top: str
    is_situation: bool


class Taxonomy:
    """Entries go by their number or by their code; parents are named by either."""

    def __init__(self, rows: Iterable[Record]) -> None:
        rows = list(rows)
        self.by_id = {row["id"]: row for row in rows if row.get("id")}
        self.by_code = {code: row for row in rows if (code := _first(row, "taxonomy_id", "code"))}

    def word(self, key: str, *, is_code: bool = False) -> Word | None:
        places = (self.by_code, self.by_id) if is_code else (self.by_id, self.by_code)
        row = places[0].get(key) or places[1].get(key)
        if row is None or not row.get("name"):
            return None
        top = self._top(row)
        is_situation = row.get("type", "").lower() == "situation"
        return Word(row["name"], top.get("name", row["name"]), is_situation)

    def _top(self, row: Record) -> Record:
        """A branch that leads back to itself ends where it began to."""
        seen = set[str]()
        while (parent := row.get("parent_id", "")) and parent not in seen:
            seen.add(parent)
            above = self.by_code.get(parent) or self.by_id.get(parent)
            if above is None:
                return row
            row = above
        return row


class Joined:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.taxonomy = Taxonomy(tables.of("terms"))
        self.organizations = {row["id"]: row for row in tables.of("organizations") if "id" in row}
        self.locations = {row["id"]: row for row in tables.of("locations") if "id" in row}

    def rows(self) -> Iterator[list[str]]:
        for service in self.tables.of("services"):
            if service.get("status", "").lower() in GONE:
                continue
            for location in self._places(service) or [NOTHING]:
                told = self._row(service, location)
                yield [told.get(heading, "") for heading in HEADINGS]

    def _places(self, service: Record) -> list[Record]:
        """Where the service says it is, or where a table between the two says so."""
        ids = [service.get("location_id", "")]
        ids += [site.get("location_id", "") for site in self._sites.get(service.get("id", ""), [])]
        return [self.locations[pk] for pk in dict.fromkeys(ids) if pk in self.locations]

    def _row(self, service: Record, location: Record) -> Mapping[str, str]:
        pk = service.get("id", "")
        owner = _first(service, "organization_id") or _first(location, "organization_id")
        address = next(iter(self._addresses.get(location.get("id", ""), [])), NOTHING)
        street = [_first(address, "address_1", "street"), _first(address, "address_2")]
        return {
            "organization id": owner,
            "organization": self.organizations.get(owner, NOTHING).get("name", ""),
            "service id": pk,
            "service": service.get("name", ""),
            **self._sorted_under(service),
            "description": service.get("description", ""),
            "eligibility": _first(service, "eligibility", "eligibility_description"),
            "fees": _first(service, "fees", "fees_description"),
            "application process": service.get("application_process", ""),
            "phone": self._phone(pk),
            "email": service.get("email", ""),
            "url": _first(service, "url", "website"),
            "languages in words": service.get("languages", ""),
            "funding": SEPARATOR.join(
                [
                    *filter(None, [service.get("funding_sources", "")]),
                    *_values(self._funding.get(pk, []), "source"),
                ]
            ),
            "place": _unless_same(location.get("name", ""), service.get("name", "")),
            "street": ", ".join(filter(None, street)),
            "city": address.get("city", ""),
            "state": _first(address, "state_province", "region"),
            "postal code": address.get("postal_code", ""),
            "service area": SEPARATOR.join(_values(self._areas.get(pk, []), "name")),
        }

    def _sorted_under(self, service: Record) -> dict[str, str]:
        words = list(self._words(service))
        kinds = [word for word in words if not word.is_situation]
        people = [word for word in words if word.is_situation]
        tongues = [word.name for word in people if word.top.lower() == TONGUES]
        tongues += _values(self._languages.get(service.get("id", ""), []), "name", "language")
        ours = [w.name for w in people if w.top.lower() not in NO_POPULATION | {TONGUES}]
        return {
            "category": _listed(word.top for word in kinds),
            "category in detail": _listed(word.name for word in kinds),
            "population": _listed(ours),
            "language": _listed(tongues),
        }

    def _words(self, service: Record) -> Iterator[Word]:
        """By the service's own codes, and by the tables that tie services to entries."""
        for code in service.get("taxonomy_ids", "").replace(";", ",").split(","):
            if word := self.taxonomy.word(code.strip(), is_code=True):
                yield word
        pk = service.get("id", "")
        for link in [*self._links_by_service.get(pk, []), *self._links_by_any.get(pk, [])]:
            key = _first(link, "taxonomy_term_id", "category_id", "taxonomy_id", "term_id")
            if word := self.taxonomy.word(key):
                yield word

    def _phone(self, service: str) -> str:
        """The first line on which one can speak."""
        lines = self._phones.get(service, [])
        spoken = [one for one in lines if _first(one, "number_type", "type").lower() != "fax"]
        return next((one["number"] for one in spoken if one.get("number")), "")

    # ------------------------------------------------------------ tables by their keys

    @cached_property
    def _sites(self) -> dict[str, list[Record]]:
        return self.tables.by("sites", "service_id")

    @cached_property
    def _addresses(self) -> dict[str, list[Record]]:
        return self.tables.by("addresses", "location_id")

    @cached_property
    def _phones(self) -> dict[str, list[Record]]:
        return self.tables.by("phones", "service_id")

    @cached_property
    def _funding(self) -> dict[str, list[Record]]:
        return self.tables.by("funding", "service_id")

    @cached_property
    def _areas(self) -> dict[str, list[Record]]:
        return self.tables.by("areas", "service_id")

    @cached_property
    def _languages(self) -> dict[str, list[Record]]:
        return self.tables.by("languages", "service_id")

    @cached_property
    def _links_by_service(self) -> dict[str, list[Record]]:
        return self.tables.by("links", "service_id")

    @cached_property
    def _links_by_any(self) -> dict[str, list[Record]]:
        """HSDS ties an entry to a row of any table."""
        return self.tables.by("links", "link_id")


def _first(row: Record, *keys: str) -> str:
    return next((row[key] for key in keys if row.get(key)), "")


def _values(rows: Iterable[Record], *keys: str) -> list[str]:
    return [value for row in rows if (value := _first(row, *keys))]


def _listed(words: Iterable[str]) -> str:
    return SEPARATOR.join(dict.fromkeys(word.replace(";", ",") for word in words))


def _unless_same(place: str, service: str) -> str:
    """A place that is called like its service tells nothing."""
    return "" if place.lower() == service.lower() else place
