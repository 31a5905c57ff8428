"""The rows behind a figure of power: which seats, and which partners."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import RoleAssignment
from governance.reports.power.lens import LIVED, SECTOR, SIZE, Group, Power
from partners.models import Organisation

LEAD = "lead"
NAMED = 200  # partners of a group that are listed


@dataclass(frozen=True)
class Rows:
    title: str
    seats: list[RoleAssignment]
    partners: list[Organisation]
    number: int
    has_partners: bool

    @property
    def is_cut(self) -> bool:
        return self.number > len(self.partners)


def rows_behind(power: Power, asked: Mapping[str, str]) -> Rows:
    """As the address says: `?by=sector&group=12`, `?by=lived`, `?by=lead`; else every voting seat."""
    by = asked.get("by", "")
    if by == LIVED:
        return _only_seats(_("Seats for lived experience"), power.lived)
    if by == LEAD:
        return _only_seats(_("Seats of chairs and co-leads"), power.table.leading)
    group = _group(power, by, asked.get("group", ""))
    if group is None:
        return _only_seats(_("Voting seats that are held"), power.table.voting)
    found = Organisation.objects.filter(pk__in=group.members).select_related("coalition")
    partners = list(found.by_name()[:NAMED])
    return Rows(group.label, list(group.seats), partners, len(group.members), has_partners=True)


def _group(power: Power, by: str, key: str) -> Group | None:
    lenses = {SECTOR: power.sectors, SIZE: power.sizes}
    groups = lenses[by].groups if by in lenses else []
    return next((one for one in groups if one.key == key), None)


def _only_seats(title: str, seats: list[RoleAssignment] | tuple[RoleAssignment, ...]) -> Rows:
    return Rows(title, list(seats), [], 0, has_partners=False)


COLUMNS = (
    gettext_lazy("Sector"),
    gettext_lazy("Voting seats"),
    gettext_lazy("Share of seats"),
    gettext_lazy("Partners"),
    gettext_lazy("Share of partners"),
    gettext_lazy("Parity"),
)


def lines(power: Power) -> Iterator[list[object]]:
    """The table by sector for a spreadsheet; shares from 0 to 1."""
    for one in power.sectors.groups:
        yield [
            one.label,
            len(one.seats),
            _rounded(one.seat_share),
            len(one.members),
            _rounded(one.member_share),
            _rounded(one.parity),
        ]


def _rounded(value: float | None) -> float | str:
    return "" if value is None else round(value, 3)
