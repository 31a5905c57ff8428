"""Who takes part in which phase of the work: sectors against define, plan, act and decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from governance.models import Body, BodyPhase, Phase, RoleAssignment
from governance.models.power.phases import PHASE_WORDS
from governance.reports.power.table import bodies_seen_by, partners_of, read_sectors, seats_held
from partners.reports.composition.matrix import shade_of

NOT_SAID = "none"


@dataclass(frozen=True)
class Cell:
    """The organisations of a sector that sit in a body of that phase.

    `is_gap`: the sector takes part in other phases and not in this one, in which some body does.
    """

    row: str
    phase: str
    phase_label: str
    organisations: int
    shade: int
    is_gap: bool
    url: str


@dataclass(frozen=True)
class Row:
    key: str
    label: str
    partners: int
    cells: list[Cell]


@dataclass(frozen=True)
class Matrix:
    rows: list[Row]
    phases: list[tuple[str, str, str, int]]  # value, name, what it asks, number of bodies

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def is_said(self) -> bool:
        """Whether anything is said of the phases of any body."""
        return any(number for _value, _name, _words, number in self.phases)

    @property
    def gaps(self) -> int:
        return sum(cell.is_gap for cell in self.cells)


@dataclass(frozen=True)
class _Facts:
    bodies: dict[int, Body]
    phases_of: dict[int, set[str]]
    held: list[RoleAssignment]
    names: dict[str, str]
    keys_of: Mapping[int, tuple[str, ...]]
    partners: frozenset[int]

    def seated(self, key: str, phase: str) -> list[RoleAssignment]:
        return [
            one
            for one in self.held
            if phase in self.phases_of.get(one.seat.body_id if one.seat else 0, ())
            and key in self.keys(one.organisation_id)
        ]

    def keys(self, organisation: int) -> tuple[str, ...]:
        return self.keys_of.get(organisation) or (NOT_SAID,)

    def members(self, key: str) -> int:
        return sum(1 for pk in self.partners if key in self.keys(pk))

    def number_in(self, phase: str) -> int:
        return sum(1 for phases in self.phases_of.values() if phase in phases)


def _facts(membership: Membership, *, on: date) -> _Facts:
    """Six queries."""
    bodies = {body.pk: body for body in bodies_seen_by(membership)}
    phases_of: dict[int, set[str]] = {}
    for row in BodyPhase.objects.of_coalition(membership.coalition_id).filter(body__in=bodies):
        phases_of.setdefault(row.body_id, set()).add(row.phase)
    sectors, sectors_of = read_sectors(membership.coalition_id)
    return _Facts(
        bodies=bodies,
        phases_of=phases_of,
        held=seats_held(membership, on=on),
        names={**{str(term.pk): term.name for term in sectors}, NOT_SAID: _("Not said")},
        keys_of={pk: tuple(map(str, terms)) for pk, terms in sectors_of.items()},
        partners=frozenset(
            partners_of(membership.coalition_id).order_by().values_list("pk", flat=True)
        ),
    )


@dataclass(frozen=True)
class PhasesPage:
    matrix: Matrix
    bodies: list[tuple[Body, list[str]]]


def phases_page(membership: Membership, *, on: date) -> PhasesPage:
    facts, slug = _facts(membership, on=on), membership.coalition.slug
    numbers = {
        (key, phase): len({one.organisation_id for one in facts.seated(key, phase)})
        for key in facts.names
        for phase in Phase.values
    }
    most = max(numbers.values(), default=0)
    rows = [_row(facts, key, numbers, most, slug) for key in facts.names]
    matrix = Matrix(
        rows=[row for row in rows if row.partners or any(one.organisations for one in row.cells)],
        phases=[
            (phase.value, str(phase.label), str(PHASE_WORDS[phase]), facts.number_in(phase))
            for phase in Phase
        ],
    )
    return PhasesPage(matrix, [(body, _named(facts, body)) for body in facts.bodies.values()])


def _named(facts: _Facts, body: Body) -> list[str]:
    return [str(phase.label) for phase in Phase if phase in facts.phases_of.get(body.pk, ())]


def _row(
    facts: _Facts, key: str, numbers: Mapping[tuple[str, str], int], most: int, slug: str
) -> Row:
    partners = facts.members(key)
    takes_part = key != NOT_SAID and any(numbers[key, phase] for phase in Phase.values)
    cells = [
        Cell(
            row=facts.names[key],
            phase=phase.value,
            phase_label=str(phase.label),
            organisations=numbers[key, phase],
            shade=shade_of(numbers[key, phase], most=most),
            is_gap=takes_part and not numbers[key, phase] and bool(facts.number_in(phase)),
            url=_url(slug, key, phase),
        )
        for phase in Phase
    ]
    return Row(key, facts.names[key], partners, cells)


def _url(slug: str, key: str, phase: str) -> str:
    address = reverse("governance:phase_rows", args=[slug])
    return f"{address}?{urlencode({'sector': key, 'phase': phase})}"


@dataclass(frozen=True)
class PhaseRows:
    """The seats behind one cell, and the bodies of that phase."""

    sector: str
    phase: str
    seats: list[RoleAssignment]
    bodies: list[Body]


def rows_of_cell(membership: Membership, asked: Mapping[str, str], *, on: date) -> PhaseRows | None:
    """None when the address names no sector or phase of ours."""
    facts = _facts(membership, on=on)
    key, phase = asked.get("sector", ""), asked.get("phase", "")
    if key not in facts.names or phase not in Phase.values:
        return None
    return PhaseRows(
        sector=facts.names[key],
        phase=str(Phase(phase).label),
        seats=facts.seated(key, phase),
        bodies=[
            body for body in facts.bodies.values() if phase in facts.phases_of.get(body.pk, ())
        ],
    )
