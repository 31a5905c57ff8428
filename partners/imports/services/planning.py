"""From what the rows say to what would become of the services: found, new, changed, or refused."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from partners.imports.options import Lists, Options
from partners.imports.planning import BATCH, Drift, Planned
from partners.imports.services.states import LISTS, Found, Payer, State
from partners.imports.values import term_key
from partners.models import Contact, ImportRow, ImportRun, Service, Term, Vocabulary
from partners.reports.called import called, numbered

Outcome = ImportRow.Outcome
Key = tuple[int, str]  # a partner, and by what its service is known


class Unknown(Exception):  # noqa: N818 - it is what is wrong with the row, for its owner
    """A row names a partner whom we cannot tell."""


@dataclass
class ServicePlanner:
    """Walks through one run. With `applies`, an outcome that the person has not seen stops it."""

    run: ImportRun
    applies: bool
    states: list[State] = field(default_factory=list)
    by_name: dict[Key, State] = field(default_factory=dict)
    by_number: dict[Key, State] = field(default_factory=dict)
    loaded: set[int] = field(default_factory=set)
    prospects: dict[str, int] = field(default_factory=dict)  # name by `term_key` → id below 0
    names: dict[int, str] = field(default_factory=dict)  # of prospects, as the file spells them
    contacts: dict[Key, tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lists = Lists.of(self.run.coalition)
        self.adds_unknown = self.run.options.get("unknown_organisations") == "prospects"
        self.options = Options(unknown=self.run.options.get("unknown") or "add")
        self.on = self.run.coalition.day(at=self.run.created_at)
        self.by = self.run.asked_by_id

    def batches(self) -> Iterator[Planned]:
        rows = self.run.rows.exclude(outcome=Outcome.REJECTED).order_by("number")
        if self.applies:
            shown = self.run.rows.with_outcome(Outcome.REJECTED).exclude(values={})
            rows = (rows | shown).order_by("number")
        numbers = list(rows.values_list("pk", flat=True))
        for start in range(0, len(numbers), BATCH):
            batch = list(self.run.rows.filter(pk__in=numbers[start : start + BATCH]))
            batch.sort(key=lambda row: row.number)
            self._plan(batch)
            yield Planned(rows=batch)

    def _plan(self, rows: list[ImportRow]) -> None:
        known, funders = self._known(rows), self._funders(rows)
        partners: dict[int, int] = {}
        reasons: dict[int, str] = {}
        for row in rows:
            try:
                partners[row.number] = self._who(row.values, known)
            except Unknown as reason:
                reasons[row.number] = str(reason)
        self._load(partners.values())
        for row in rows:
            before = (row.outcome, row.changes)
            if row.number in reasons:
                row.outcome, row.changes = Outcome.REJECTED, []
                row.reason = reasons[row.number]
            else:
                self._tell(row, partners[row.number], funders)
            if self.applies and (row.outcome, row.changes) != before:
                raise Drift(row.values["name"])

    # ------------------------------------------------------------ who

    def _known(self, rows: list[ImportRow]) -> dict[str, dict[str, set[int]]]:
        """By number first, then by name."""
        numbers = _told(row.values["organisation_id"] for row in rows)
        names = _told(row.values["organisation_name"] for row in rows)
        scheme, coalition = self.run.options.get("scheme", ""), self.run.coalition_id
        return {
            "organisation_id": numbered(coalition, numbers, scheme=scheme),
            "organisation_name": called(coalition, names),
        }

    def _who(self, told: dict[str, Any], known: dict[str, dict[str, set[int]]]) -> int:
        for key in ("organisation_id", "organisation_name"):
            found = known[key].get(told[key], set())
            if len(found) == 1:
                return next(iter(found))
            if len(found) > 1 and not (key == "organisation_id" and told["organisation_name"]):
                raise Unknown(_("Several partners are called “%s”.") % told[key])
        if self.adds_unknown and told["organisation_name"]:
            return self._prospect(told["organisation_name"])
        name = told["organisation_name"] or told["organisation_id"]
        raise Unknown(_("No partner is called “%s”.") % name)

    def _prospect(self, name: str) -> int:
        pk = self.prospects.setdefault(term_key(name), -len(self.prospects) - 1)
        self.names.setdefault(pk, name)
        return pk

    def _funders(self, rows: list[ImportRow]) -> dict[str, Payer]:
        names = _told(name for row in rows for name in row.values["funder"])
        found = called(self.run.coalition_id, names)
        return {
            name: Payer(name, next(iter(found[name])) if len(found[name]) == 1 else None)
            for name in names
        }

    # ------------------------------------------------------------ what

    def _load(self, partners: Iterable[int]) -> None:
        """The services of these partners as they stand, unless an earlier batch has loaded them."""
        wanted = {pk for pk in partners if pk > 0} - self.loaded
        self.loaded |= wanted
        rows = Service.objects.of_any(wanted).told().order_by("pk")
        for service in rows.select_for_update(of=("self",)) if self.applies else rows:
            self._keep(State.standing(service), service.organisation_id)
        for contact in Contact.objects.at(wanted).current():
            key = (contact.organisation_id, term_key(contact.name))
            self.contacts.setdefault(key, (contact.pk, contact.name))

    def _keep(self, state: State, partner: int) -> None:
        self.states.append(state)
        self.by_name.setdefault((partner, term_key(state.service.name)), state)
        if state.service.number:
            self.by_number.setdefault((partner, state.service.number), state)

    def _tell(self, row: ImportRow, partner: int, funders: dict[str, Payer]) -> None:
        told = row.values
        state = self._state(partner, told)
        is_first_word = state.is_new and not state.said and not state.is_changed
        taken = state.take(told, self._found(partner, told, funders), on=self.on, by=self.by)
        state.is_changed |= state.is_new
        row.organisation_id = partner if partner > 0 else None
        row.reason, row.notes = "", _merged(row.notes, taken.notes)
        row.changes = [] if is_first_word else taken.changes
        if is_first_word:
            row.outcome = Outcome.NEW
        else:
            row.outcome = Outcome.UPDATE if taken.changes else Outcome.UNCHANGED

    def _state(self, partner: int, told: dict[str, Any]) -> State:
        """By its number if the file and we know one, then by its name."""
        number, name = told["number"], told["name"]
        found = self.by_number.get((partner, number)) if number else None
        found = found or self._of_name(partner, name, number)
        if found:
            return found
        service = Service(
            coalition_id=self.run.coalition_id, organisation_id=partner, name=name, number=number
        )
        self._keep(State(service, is_new=True), partner)
        return self.states[-1]

    def _of_name(self, partner: int, name: str, number: str) -> State | None:
        return self.by_name.get((partner, term_key(name)))

    def _found(self, partner: int, told: dict[str, Any], funders: dict[str, Payer]) -> Found:
        return Found(
            terms={name: self._terms(vocabulary, told[name]) for name, vocabulary in LISTS.items()},
            areas={
                place["area"]: self._term(Vocabulary.AREA, place["area"])
                for place in told["places"]
                if place["area"]
            },
            funders=[funders[name] for name in told["funder"]],
            contact=self.contacts.get((partner, term_key(told["contact"]))),
        )

    def _terms(self, vocabulary: str, words: Iterable[str]) -> list[Term]:
        found = (self._term(vocabulary, word) for word in words)
        return [term for term in found if term is not None]

    def _term(self, vocabulary: str, word: str) -> Term | None:
        return self.lists.meant(vocabulary, word, options=self.options)


def _told(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


def _merged(before: list[list[str]], new: list[list[str]]) -> list[list[str]]:
    """What the reading noted stays; what an earlier look at the row noted is not said twice."""
    return [*before, *(note for note in new if note not in before)]
