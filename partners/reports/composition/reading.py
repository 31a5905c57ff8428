"""The report of a half-year: how the table stood at both ends, who came and left, which gaps moved."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Min
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.history.event_tables import events_of
from partners.models import (
    BroadSector,
    CompositionReport,
    CompositionSettings,
    Gap,
    NeededVoice,
    Organisation,
    Term,
    Vocabulary,
)
from partners.reports.areas import Areas
from partners.reports.composition.activity import Heard, Window, heard_and_in_touch
from partners.reports.composition.axes import entries_of, members, on_axis, terms_of
from partners.reports.composition.measures import new_voice_rate
from partners.reports.composition.page import effective_sectors, singles
from partners.reports.composition.periods import HalfYear
from partners.reports.composition.standing import Count, Standing
from partners.reports.composition.then import standings
from partners.reports.composition.voices import Covered, Stand, Voice, covered_by, voice_of
from partners.reports.listing.questions import BROAD


@dataclass(frozen=True)
class End:
    """One end of the half-year. What cannot be known is None."""

    day: date
    count: Count
    is_known: bool
    late: int
    covered: list[Covered]
    met: int
    effective: float | None
    singles: list[str]
    broad: dict[str, Count]

    @property
    def active(self) -> int | None:
        return self.count.active if self.is_known else None

    def figures(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "partners": self.count.nominal,
            "active": self.active,
            "met": self.met if self.is_known else None,
            "effective": None if self.effective is None else round(self.effective, 2),
            "singles": self.singles,
            "broad": {
                broad: count.active if self.is_known else None
                for broad, count in self.broad.items()
            },
            "covered": {one.axis: [len(one.nominal.there), one.nominal.of] for one in self.covered},
        }


@dataclass(frozen=True)
class Effort:
    """How often we were in touch with the partners of one area or population: days, each partner's apart."""

    term: Term
    partners: int
    reached: int
    entries: int


@dataclass(frozen=True)
class Line:
    label: str
    start: str
    end: str
    signed: str


@dataclass(frozen=True)
class Reading:
    """`is_over`: the half-year has ended, so that it will change no more."""

    period: HalfYear
    is_over: bool
    start: End
    end: End
    needed: int
    came: list[Organisation]
    left: list[Organisation]
    new_voices: float | None
    opened: list[Gap]
    filled: list[Gap]
    accepted: list[Gap]
    efforts: list[tuple[Any, list[Effort]]]
    missing: list[Voice]
    report: CompositionReport | None
    review_months: int

    @property
    def lines(self) -> list["Line"]:
        """The figures side by side, with what they were when the report was signed."""
        signed = self.report.figures["end"] if self.report else {}
        labels = {
            "partners": _("Partners on the list"),
            "active": _("Active partners"),
            "met": _("Needed voices at the table, of %(n)d") % {"n": self.needed},
            "effective": _("Effective sectors"),
            "singles": _("Populations with one voice so far"),
        }
        start, end = self.start.figures(), self.end.figures()
        lines = [
            Line(label, _told(start[key]), _told(end[key]), _told(signed.get(key)))
            for key, label in labels.items()
        ]
        return lines + [
            Line(
                _("Active partners, %(broad)s") % {"broad": BroadSector(broad).label},
                *(_told(each.get("broad", {}).get(broad)) for each in (start, end, signed)),
            )
            for broad in end["broad"]
        ]

    def figures(self) -> dict[str, Any]:
        """What is kept when the report is signed."""
        return {
            "start": self.start.figures(),
            "end": self.end.figures(),
            "needed": self.needed,
            "came": [one.name for one in self.came],
            "left": [one.name for one in self.left],
            "opened": len(self.opened),
            "filled": len(self.filled),
            "missing": [str(voice.needed) for voice in self.missing],
        }


def reading(membership: Membership, period: HalfYear, *, on: date) -> Reading:
    """In a fixed number of queries, however many partners there are."""
    coalition = membership.coalition
    settings = CompositionSettings.of(coalition.pk)
    last = min(period.last, on)
    began_on, report = _began_and_report(coalition.pk, period)
    whole = Window(period.before - timedelta(days=settings.active_days), last)
    signs, touches = heard_and_in_touch(coalition.pk, whole)
    lately = Window(period.before, last)
    terms = terms_of(coalition.pk)
    start, end = standings(
        coalition.pk,
        [_evening(period.before), _evening(last)],
        signs=signs,
        active_days=settings.active_days,
        began_on=began_on,
        lying=Areas.among(terms),
    )
    needed = list(NeededVoice.objects.of_coalition(coalition.pk).current().in_list_order())
    came, left = _moved(coalition.pk, start, end)
    gaps = _gaps(membership, period, last)
    voices = [voice_of(one, end) for one in needed]
    return Reading(
        period=period,
        is_over=on > period.last,
        start=_end(period.before, start, terms, needed),
        end=_end(last, end, terms, needed),
        needed=len(needed),
        came=came,
        left=left,
        new_voices=new_voice_rate(joined=len(came), at_start=len(start.seats)),
        opened=[gap for gap in gaps if period.first <= gap.opened_on <= last],
        filled=_closed(gaps, Gap.State.FILLED, period, last),
        accepted=_closed(gaps, Gap.State.ACCEPTED, period, last),
        efforts=_efforts([one for one in touches if lately.holds(one[1])], end, terms),
        missing=[voice for voice in voices if voice.is_gap] if end.is_known else [],
        report=report,
        review_months=settings.review_months,
    )


def _told(value: Any) -> str:
    """A figure in words; of names, how many."""
    if value is None:
        return _("not known")
    if isinstance(value, list):
        return str(len(value))
    return number_format(value, 1) if isinstance(value, float) else str(value)


def _evening(day: date) -> tuple[date, datetime]:
    midnight = datetime.combine(day + timedelta(days=1), time.min)
    return day, timezone.make_aware(midnight)


def _began_and_report(
    coalition: int, period: HalfYear
) -> tuple[date | None, CompositionReport | None]:
    """The day of the first thing that history knows, and the report if it was signed."""
    events = events_of(Organisation).filter(coalition=coalition)
    first = events.aggregate(first=Min("pgh_created_at"))["first"]
    report = CompositionReport.objects.newest_first().of_period(coalition, period.year, period.half)
    return (timezone.localdate(first) if first else None), report


def _end(day: date, standing: Standing, terms: list[Term], needed: Iterable[NeededVoice]) -> End:
    voices = [voice_of(one, standing) for one in needed]
    return End(
        day=day,
        count=standing.counted(standing.everybody),
        is_known=standing.is_known,
        late=len(standing.late),
        covered=covered_by(voices, is_known=standing.is_known),
        met=sum(voice.stand == Stand.THERE for voice in voices),
        effective=effective_sectors(standing, terms) if standing.is_known else None,
        singles=[term.name for term in singles(standing, terms)],
        broad={
            one.broad: standing.counted(members(one, terms, standing))
            for one in entries_of(BROAD, on_axis(BROAD, terms))
        },
    )


def _moved(
    coalition: int, start: Standing, end: Standing
) -> tuple[list[Organisation], list[Organisation]]:
    """Who is there at the end and was not at the start, and the other way round."""
    came, left = end.everybody - start.everybody, start.everybody - end.everybody
    rows = Organisation.including_merged.among(coalition, came | left).by_name()
    found = list(rows.select_related("coalition", "merged_into"))
    return (
        [one for one in found if one.pk in came],
        [one for one in found if one.pk in left],
    )


def _gaps(membership: Membership, period: HalfYear, last: date) -> list[Gap]:
    rows = Gap.objects.between(membership.coalition_id, start=period.first, end=last)
    return list(rows.with_needed())


def _closed(gaps: Iterable[Gap], state: str, period: HalfYear, last: date) -> list[Gap]:
    return [
        gap
        for gap in gaps
        if gap.state == state and gap.closed_on and period.first <= gap.closed_on <= last
    ]


def _efforts(
    talks: Iterable[Heard], standing: Standing, terms: Iterable[Term]
) -> list[tuple[Any, list[Effort]]]:
    """For each area and population: its partners, with how many of them we were in touch, and how often."""
    days = Counter(organisation for organisation, _day in talks)
    found = []
    for axis in (Vocabulary.AREA, Vocabulary.POPULATION):
        efforts = [
            _effort(term, standing.carrying.get(term.pk, frozenset()), days)
            for term in terms
            if term.vocabulary == axis and not term.retired_on
        ]
        if efforts:
            found.append((axis.label, efforts))
    return found


def _effort(term: Term, partners: frozenset[int], days: Mapping[int, int]) -> Effort:
    entries = [days[one] for one in partners if one in days]
    return Effort(term, len(partners), len(entries), sum(entries))
