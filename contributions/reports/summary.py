"""What partners give and ask for, in one line each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contributions.models import Contribution, SupportRequest


@dataclass(frozen=True)
class Giving:
    """`promised` is what is still to come; `support` what was asked for and is not settled."""

    given: int = 0
    promised: int = 0
    overdue: int = 0
    support: tuple[SupportRequest, ...] = ()

    @property
    def sentence(self) -> str:
        """ "Given: 3, still to come: 1, one late"; empty when nothing is on record."""
        if not (self.given or self.promised):
            return ""
        words = {"given": self.given, "promised": self.promised}
        said = [_("given: %(given)d, still to come: %(promised)d") % words]
        if self.overdue:
            said.append(ngettext("one late", "%(n)d late", self.overdue) % {"n": self.overdue})
        return ", ".join(said)


def givings_of(organisations: Iterable[int], *, on: date) -> dict[int, Giving]:
    """For each id its line, in two queries; for one of whom nothing is on record an empty one."""
    wanted = list(organisations)
    rows: dict[int, list[Contribution]] = defaultdict(list)
    for row in Contribution.objects.of(wanted):
        rows[row.organisation_id].append(row)
    asked: dict[int, list[SupportRequest]] = defaultdict(list)
    for request in SupportRequest.objects.of(wanted).open().most_urgent_first():
        asked[request.organisation_id].append(request)
    return {pk: _giving(rows[pk], asked[pk], on=on) for pk in wanted}


def _giving(rows: list[Contribution], asked: list[SupportRequest], *, on: date) -> Giving:
    return Giving(
        given=sum(one.is_delivered for one in rows),
        promised=sum(one.is_open for one in rows),
        overdue=sum(one.is_overdue(on=on) for one in rows),
        support=tuple(asked),
    )
