"""One service as it would be after the rows so far, and what each row adds to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from partners.imports.services.columns import label_of
from partners.imports.values import term_key
from partners.models import Capacity, OtherList, Service, ServiceLocation, Term, Vocabulary

TEXTS = ("number", "description", "eligibility", "fees", "how_to_refer", "phone", "email", "page")
DAYS = ("since_on", "until_on")
STANDING = ("capacity", "capacity_on", "capacity_note", "capacity_by_id", "is_their_own_word")
COLUMNS = (*TEXTS, *DAYS, "contact_id", *STANDING)
LISTS = {
    "kind": OtherList.SERVICE.value,
    "population": Vocabulary.POPULATION.value,
    "language": Vocabulary.LANGUAGE.value,
}
MOST_SHOWN = 120  # letters of a value that the dry run shows
Place = tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What the words of a row mean: entries of lists, areas by their words, funders, a contact."""

    terms: Mapping[str, list[Term]]
    areas: Mapping[str, Term | None]
    funders: list["Payer"]
    contact: tuple[int, str] | None = None


@dataclass(frozen=True)
class Payer:
    """A funder: an organisation of the list by its id, or a name."""

    name: str
    pk: int | None = None

    @property
    def key(self) -> str:
        return f"#{self.pk}" if self.pk else term_key(self.name)


@dataclass
class State:
    """`said`: what a row of this file has filled already; `new_…`: what hangs on it through this file."""

    service: Service
    is_new: bool
    is_changed: bool = False
    said: set[str] = field(default_factory=set)
    terms: set[tuple[str, str]] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    funders: set[str] = field(default_factory=set)
    new_terms: list[Term] = field(default_factory=list)
    new_places: list[tuple[Mapping[str, Any], Term | None]] = field(default_factory=list)
    new_funders: list[Payer] = field(default_factory=list)

    @classmethod
    def standing(cls, service: Service) -> "State":
        """As the database has it, with its parts loaded."""
        return cls(
            service,
            is_new=False,
            terms={_key(one.term) for one in service.carried.all()},
            places={place_key(place.__dict__, place.area) for place in service.places.all()},
            funders={Payer(one.name, one.funder_id).key for one in service.funders.all()},
        )

    def take(self, told: Mapping[str, Any], found: Found, *, on: date, by: int | None) -> "Taken":
        """Fill in what a row says. What an earlier row of the file has said stays."""
        taken = Taken()
        for name in (*TEXTS, *DAYS):
            self._fill(name, _value(name, told[name]), taken)
        if found.contact:
            self._point(found.contact, taken)
        self._stand(told, taken, on=on, by=by)
        for name, terms in found.terms.items():
            self._add(name, terms, self.terms, self.new_terms, _key, str, taken)
        self._place(told["places"], found, taken)
        self._add(
            "funder",
            found.funders,
            self.funders,
            self.new_funders,
            lambda payer: payer.key,
            lambda payer: payer.name,
            taken,
        )
        self.is_changed |= bool(taken.changes)
        return taken

    def _fill(self, name: str, value: Any, taken: "Taken") -> None:
        before = getattr(self.service, name)
        if not value or before == value:
            self.said |= {name} if value else set()
            return
        if name in self.said:
            taken.note(name, _("An earlier row of the file says something else, and that stays."))
            return
        taken.tell(name, _shown(before), _shown(value))
        setattr(self.service, name, value)
        self.said.add(name)

    def _point(self, contact: tuple[int, str], taken: "Taken") -> None:
        pk, name = contact
        if self.service.contact_id == pk or "contact" in self.said:
            return
        taken.tell("contact", "", name)
        self.service.contact_id = pk
        self.said.add("contact")

    def _stand(self, told: Mapping[str, Any], taken: "Taken", *, on: date, by: int | None) -> None:
        """What was said later than the file was written stays."""
        state = told["capacity"]
        if not state or "capacity" in self.said:
            return
        said_on = date.fromisoformat(told["capacity_on"]) if told["capacity_on"] else on
        service, note = self.service, told["capacity_note"]
        if (service.capacity, service.capacity_note) == (state, note) and told["capacity_on"] in (
            None,
            service.capacity_on and service.capacity_on.isoformat(),
        ):
            return
        if service.capacity_on and service.capacity_on > said_on:
            taken.note("capacity", _("Something newer was said since, and that stays."))
            return
        taken.tell("capacity", _state(service.capacity), _state(state))
        values = (state, said_on, note, by, False)
        for name, value in zip(STANDING, values, strict=True):
            setattr(service, name, value)
        self.said.add("capacity")

    def _place(self, places: Iterable[Mapping[str, Any]], found: Found, taken: "Taken") -> None:
        told = [(place, found.areas.get(place["area"])) for place in places]
        # A word that was left out of the list leaves nothing behind.
        told = [(place, area) for place, area in told if area or _says_more(place)]
        self._add(
            "place",
            told,
            self.places,
            self.new_places,
            lambda one: place_key(*one),
            _place_words,
            taken,
        )

    def _add(
        self,
        name: str,
        told: Iterable[Any],
        known: set[Any],
        new: list[Any],
        key: Callable[[Any], Any],
        words: Callable[[Any], str],
        taken: "Taken",
    ) -> None:
        """Lists only grow: what the file does not name stays."""
        for one in told:
            if key(one) not in known:
                known.add(key(one))
                new.append(one)
                taken.tell(name, "", words(one))


@dataclass
class Taken:
    """What a row has changed, as [label, before, after], and what it said in vain."""

    changes: list[list[str]] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)

    def tell(self, name: str, before: str, after: str) -> None:
        short = Truncator(after).chars(MOST_SHOWN)
        self.changes.append([label_of(name), Truncator(before).chars(MOST_SHOWN), short])

    def note(self, name: str, words: str) -> None:
        self.notes.append([label_of(name), words])


def place_key(place: Mapping[str, Any], area: Term | None) -> Place:
    names = ("name", "street", "city", "region", "postcode")
    texts = tuple(term_key(place[name]) for name in names)
    return (*texts, term_key(area.name) if area else "", str(bool(place["is_virtual"])))


def _says_more(place: Mapping[str, Any]) -> bool:
    return any(value for name, value in place.items() if name != "area")


def _place_words(told: tuple[Mapping[str, Any], Term | None]) -> str:
    place, area = told
    texts = {name: place[name] for name in ("name", "street", "city", "region", "postcode")}
    words = [str(ServiceLocation(**texts)), area.name if area else ""]
    return "; ".join(filter(None, words)) or str(_("by phone or online"))


def _key(term: Term) -> tuple[str, str]:
    return term.vocabulary, term_key(term.name)


def _value(name: str, told: Any) -> Any:
    return date.fromisoformat(told) if told and name in DAYS else told


def _shown(value: Any) -> str:
    return date_format(value) if isinstance(value, date) else str(value or "")


def _state(value: str) -> str:
    return str(Capacity(value).label) if value else ""
