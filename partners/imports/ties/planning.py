"""From what the rows say to what would become of the ties: found, new, changed, or refused with a reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from partners.imports.options import Lists
from partners.imports.planning import BATCH, Drift, Planned
from partners.imports.values import term_key
from partners.models import ImportRow, ImportRun, Organisation, Relation, Tie
from partners.models.ties.own_levels import SIDES
from partners.reports.called import called, numbered

Outcome = ImportRow.Outcome
Side = dict[str, str]
Key = tuple[int, int, str]  # the smaller id, the greater one, the kind of tie by `term_key`
WORDS = ("evidence", "note")
DAYS = ("since_on", "until_on")
SIDED = {f"level_{side}": side for side in SIDES}
LEVELS = (*SIDED, "level_ours")


class Unknown(Exception):  # noqa: N818 - it is what is wrong with the row, for its owner
    """A row names somebody whom we cannot tell."""


@dataclass
class State:
    """One tie as it would be after the rows so far. Ids below 0 are of prospects that are not there yet."""

    tie: Tie
    relation: str
    is_new: bool
    is_changed: bool = False
    said: set[str] = field(default_factory=set)  # what a row of this file has filled


@dataclass
class TiePlanner:
    """Walks through one run. With `applies`, an outcome that the person has not seen stops it."""

    run: ImportRun
    applies: bool
    states: dict[Key, State] = field(default_factory=dict)
    prospects: dict[str, int] = field(default_factory=dict)  # name by `term_key` → id below 0
    names: dict[int, str] = field(default_factory=dict)  # of prospects, as the file spells them

    def __post_init__(self) -> None:
        self.lists = Lists.of(self.run.coalition)
        self.adds_unknown = self.run.options.get("unknown_organisations") == "prospects"
        relations = Relation.objects.of_coalition(self.run.coalition_id)
        self.relations = {term_key(one.name): one for one in relations}

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
        known = self._known(rows)
        ends: dict[int, tuple[int, int]] = {}
        reasons: dict[int, str] = {}
        for row in rows:
            try:
                ends[row.number] = self._ends(row, known)
            except Unknown as reason:
                reasons[row.number] = str(reason)
        self._load(ends.values())
        for row in rows:
            before = (row.outcome, row.changes)
            if row.number in reasons:
                self._refuse(row, reasons[row.number])
            else:
                self._tell(row, *ends[row.number])
            if self.applies and (row.outcome, row.changes) != before:
                raise Drift(row.values["name"])

    # ------------------------------------------------------------ who

    def _known(self, rows: list[ImportRow]) -> dict[str, dict[str, set[int]]]:
        """By number first, then by name."""
        sides: list[Side] = [row.values[side] for row in rows for side in ("from", "to")]
        coalition = self.run.coalition_id
        numbers = list(dict.fromkeys(side["id"] for side in sides if side["id"]))
        names = list(dict.fromkeys(side["name"] for side in sides if side["name"]))
        scheme = self.run.options.get("scheme", "")
        return {"id": numbered(coalition, numbers, scheme=scheme), "name": called(coalition, names)}

    def _ends(self, row: ImportRow, known: dict[str, dict[str, set[int]]]) -> tuple[int, int]:
        one, other = (self._who(row.values[side], known) for side in ("from", "to"))
        if one == other:
            raise Unknown(_("It ties an organisation to itself."))
        return one, other

    def _who(self, side: Side, known: dict[str, dict[str, set[int]]]) -> int:
        for key in ("id", "name"):
            found = known[key].get(side[key], set())
            if len(found) == 1:
                return next(iter(found))
            if len(found) > 1 and not (key == "id" and side["name"]):
                raise Unknown(_("Several partners are called “%s”.") % side[key])
        if self.adds_unknown and side["name"]:
            return self._prospect(side["name"])
        raise Unknown(_("No partner is called “%s”.") % (side["name"] or side["id"]))

    def _prospect(self, name: str) -> int:
        key = term_key(name)
        pk = self.prospects.setdefault(key, -len(self.prospects) - 1)
        self.names.setdefault(pk, name)
        return pk

    # ------------------------------------------------------------ what

    def _load(self, pairs: Iterable[tuple[int, int]]) -> None:
        """The ties of these pairs as they stand, unless an earlier batch has loaded them."""
        wanted = {tuple(sorted(pair)) for pair in pairs}
        rows = Tie.objects.of_coalition(self.run.coalition_id).among_pairs(wanted)  # type: ignore[arg-type]
        rows = rows.select_related("relation")
        for tie in rows.select_for_update(of=("self",)) if self.applies else rows:
            pair = tuple(sorted((tie.first_id, tie.second_id)))
            if pair in wanted:
                name = tie.relation.name
                self.states.setdefault((*pair, term_key(name)), State(tie, name, is_new=False))  # type: ignore[arg-type]

    @staticmethod
    def _refuse(row: ImportRow, reason: str) -> None:
        row.outcome, row.reason, row.changes = Outcome.REJECTED, reason, []

    def _tell(self, row: ImportRow, one: int, other: int) -> None:
        changes: list[list[str]] = []
        are_new = False
        row.notes = []
        for said in row.values["ties"]:
            state = self._state(one, other, said["relation"])
            is_first_word = state.is_new and not state.is_changed
            before = "" if is_first_word else words_of(state.tie)
            if self._fill(state, row, said, one):
                are_new |= is_first_word
                changes.append([state.relation, before, words_of(state.tie)])
        row.organisation_id = one if one > 0 else None
        row.changes, row.reason = changes, ""
        row.outcome = Outcome.NEW if are_new else Outcome.UPDATE if changes else Outcome.UNCHANGED

    def _state(self, one: int, other: int, relation: str) -> State:
        key = (min(one, other), max(one, other), term_key(relation))
        if key not in self.states:
            known = self.relations.get(key[2])
            tie = Tie(coalition_id=self.run.coalition_id, first_id=one, second_id=other)
            name = known.name if known else relation
            self.states[key] = State(tie, name, is_new=True)
        return self.states[key]

    def _fill(self, state: State, row: ImportRow, said: dict[str, Any], one: int) -> bool:
        """Write what the row says into the tie; what an earlier row of the file has said stays."""
        is_same_way = state.tie.first_id == one
        sides = (said["level_from"], said["level_to"])
        told = dict(
            zip(LEVELS, [*(sides if is_same_way else sides[::-1]), said["level"]], strict=True)
        )
        told |= {name: row.values[name] or None for name in WORDS}
        told |= {name: _day(row.values[name]) for name in DAYS}
        changed = state.is_new and not state.is_changed
        for name, value in told.items():
            if value is None or getattr(state.tie, name) == value:
                continue
            if words := _stays(state, name):
                row.notes = [*row.notes, [state.relation, words]]
                continue
            setattr(state.tie, name, value)
            changed = True
        state.said |= {name for name, value in told.items() if value is not None}
        state.is_changed |= changed
        return changed


def _stays(state: State, name: str) -> str:
    """Why a file does not write over it; empty where it may."""
    if name in state.said:
        return _("An earlier row of the file says something else, and that stays.")
    if name in SIDED and state.tie.is_own_word(SIDED[name]):
        return _("They have told another level themselves, and that stays.")
    return ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def words_of(tie: Tie) -> str:
    """ "4 and 2", "3", or "told" where nobody has said how closely."""
    sides = [str(level) for level in (tie.level_first, tie.level_second) if level is not None]
    if sides:
        return _(" and ").join(sides)
    return str(tie.level_ours) if tie.level_ours is not None else _("told")


def save(plan: TiePlanner) -> int:
    """Write all that the rows came to; return how many ties that were. Prospects and kinds of ties first."""
    new = [state for state in plan.states.values() if state.is_new and state.is_changed]
    changed = [state for state in plan.states.values() if state.is_changed and not state.is_new]
    ids = _add_prospects(plan)
    relations = _add_relations(plan, new)
    for state in new:
        state.tie.first_id = ids.get(state.tie.first_id, state.tie.first_id)
        state.tie.second_id = ids.get(state.tie.second_id, state.tie.second_id)
        state.tie.relation = relations[term_key(state.relation)]
    _hold({pk for state in new for pk in (state.tie.first_id, state.tie.second_id)})
    Tie.objects.bulk_create([state.tie for state in new], batch_size=BATCH)
    Tie.objects.bulk_update(
        [state.tie for state in changed], [*LEVELS, *WORDS, *DAYS], batch_size=BATCH
    )
    return len(new) + len(changed)


def _hold(ids: set[int]) -> None:
    """Nobody merges them before we are done; one that was merged meanwhile stops us."""
    rows = Organisation.objects.filter(pk__in=ids).order_by("pk")
    held = set(rows.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    if held != ids:
        raise Drift(Organisation.including_merged.filter(pk__in=ids - held).first() or "")


def _add_prospects(plan: TiePlanner) -> dict[int, int]:
    """Beside each id below 0 the one that the database has given. Only those whom a tie needs."""
    needed = {pk for state in plan.states.values() if state.is_changed for pk in _ends(state.tie)}
    wanted = sorted((pk for pk in plan.names if pk in needed), reverse=True)
    made = Organisation.objects.bulk_create(
        Organisation(
            coalition_id=plan.run.coalition_id,
            name=plan.names[pk],
            kind=Organisation.Kind.PROSPECT,
        )
        for pk in wanted
    )
    return dict(zip(wanted, (one.pk for one in made), strict=True))


def _ends(tie: Tie) -> tuple[int, int]:
    return tie.first_id, tie.second_id


def _add_relations(plan: TiePlanner, new: list[State]) -> dict[str, Relation]:
    names = {term_key(state.relation): state.relation for state in new}
    missing = [key for key in names if key not in plan.relations]
    if not missing:
        return plan.relations
    first = Relation.objects.of_coalition(plan.run.coalition_id).next_position()
    made = Relation.objects.bulk_create(
        Relation(coalition_id=plan.run.coalition_id, name=names[key], position=position)
        for position, key in enumerate(missing, start=first)
    )
    return plan.relations | dict(zip(missing, made, strict=True))
