"""What partners gain, in one line each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Benefit

NAMED = 3  # kinds that the line names


@dataclass(frozen=True)
class Gain:
    """`promised` counts all that was not taken back, `unanswered` what awaits the partner's word."""

    kinds: tuple[str, ...] = ()
    promised: int = 0
    delivered: int = 0
    overdue: int = 0
    doubted: int = 0
    unanswered: int = 0

    @property
    def sentence(self) -> str:
        """ "Being seen and money: 1 of 3 delivered, one late"; empty when nothing was promised."""
        if not self.promised:
            return ""
        said = [
            _("%(kinds)s: %(delivered)d of %(promised)d delivered")
            % {
                "kinds": get_text_list(list(self.kinds[:NAMED]), _("and")),
                "delivered": self.delivered,
                "promised": self.promised,
            }
        ]
        if self.overdue:
            said.append(ngettext("one late", "%(n)d late", self.overdue) % {"n": self.overdue})
        if self.doubted:
            words = ngettext("one in doubt", "%(n)d in doubt", self.doubted)
            said.append(words % {"n": self.doubted})
        return ", ".join(said)


def gains_of(organisations: Iterable[int], *, on: date) -> dict[int, Gain]:
    """For each id its line, in one query; for one of whom nothing was promised an empty one."""
    rows: dict[int, list[Benefit]] = defaultdict(list)
    wanted = list(organisations)
    for benefit in Benefit.objects.of(wanted).order_by("promised_on", "pk"):
        rows[benefit.organisation_id].append(benefit)
    return {pk: _gain(rows[pk], on=on) for pk in wanted}


def _gain(benefits: list[Benefit], *, on: date) -> Gain:
    living = [one for one in benefits if not one.is_withdrawn]
    return Gain(
        kinds=tuple(dict.fromkeys(str(one.get_kind_display()) for one in living)),
        promised=len(living),
        delivered=sum(one.is_delivered for one in living),
        overdue=sum(one.is_overdue(on=on) for one in living),
        doubted=sum(one.is_doubted for one in living),
        unanswered=sum(one.is_delivered and not one.came for one in living),
    )
