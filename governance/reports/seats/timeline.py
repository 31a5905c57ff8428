"""The terms of seats as a picture: a row for each seat, a bar for each term, gaps where nobody sits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from governance.models import RoleAssignment
from governance.reports.seats.standing import Standing
from governance.reports.seats.words import day

# What the picture shows at most, around today.
BACK, AHEAD = timedelta(days=3 * 365), timedelta(days=3 * 365)
# And at least, so that a coalition's first month is no bar from edge to edge.
LEAST_BACK, LEAST_AHEAD = timedelta(days=365), timedelta(days=365)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """The days that the picture shows, the first and the last included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def place(self, on: date) -> float:
        """Where the morning of a day stands, in percent of the width."""
        return 100 * (on - self.first).days / self.days

    def clipped(self, first: date, last: date) -> tuple[date, date] | None:
        """What of a span the picture shows; None when nothing."""
        start, end = max(first, self.first), min(last, self.last)
        return (start, end) if start <= end else None


@dataclass(frozen=True)
class Bar:
    """A piece of a row. `x` and `width` are percent of the picture, written as SVG wants them."""

    kind: str  # past, now, coming, vacant, open
    left: float
    size: float
    name: str
    words: str

    @property
    def x(self) -> str:
        return f"{self.left:.2f}%"

    @property
    def width(self) -> str:
        return f"{self.size:.2f}%"

    @property
    def has_room(self) -> bool:
        """For a name: so narrow a bar is told by its row alone."""
        return self.size > 7  # noqa: PLR2004 - percent; about five letters at 1,000 pixels


@dataclass(frozen=True)
class Row:
    standing: Standing
    bars: list[Bar]

    @property
    def words(self) -> str:
        """The whole row in a sentence, for who cannot see it."""
        return "; ".join(bar.words for bar in self.bars)


@dataclass(frozen=True)
class Tick:
    label: str
    x: str
    left: float


@dataclass(frozen=True)
class Timeline:
    window: Window
    today: str
    ticks: list[Tick]
    rows: list[Row]


def timeline(standings: Iterable[Standing], *, on: date) -> Timeline:
    """Pure: no query. The window reaches as far as the terms do, at most three years to either side."""
    standings = list(standings)
    window = _window(standings, on)
    return Timeline(
        window=window,
        today=f"{window.place(on):.2f}%",
        ticks=_ticks(window),
        rows=[Row(one, list(_bars(one, window))) for one in standings],
    )


def _window(standings: list[Standing], on: date) -> Window:
    terms = [term for one in standings for term in one.terms]
    first = min((term.starts_on for term in terms), default=on)
    last = max((term.ends_on for term in terms if term.ends_on), default=on)
    return Window(
        first=min(max(first, on - BACK), on - LEAST_BACK),
        last=max(min(last, on + AHEAD), on + LEAST_AHEAD),
    )


def _ticks(window: Window) -> list[Tick]:
    """The first of January of each year that the picture shows."""
    years = range(window.first.year + 1, window.last.year + 1)
    places = [(year, window.place(date(year, 1, 1))) for year in years]
    return [Tick(str(year), f"{place:.2f}%", place) for year, place in places]


def _bars(standing: Standing, window: Window) -> Iterator[Bar]:
    """Terms, and between and after them what is vacant: so far, or still to be filled."""
    free_from = min(
        (term.starts_on for term in standing.terms), default=standing.seat.body.opened_on
    )
    for term in standing.terms:
        yield from _gap(free_from, term.starts_on - ONE_DAY, standing.on, window)
        yield from _term(term, standing.on, window)
        if term.ends_on is None:
            return
        free_from = term.ends_on + ONE_DAY
    yield from _gap(free_from, window.last, standing.on, window, is_last=True)


def _term(term: RoleAssignment, on: date, window: Window) -> Iterator[Bar]:
    kind = _when(term, on)
    shown = window.clipped(term.starts_on, term.ends_on or window.last)
    if shown:
        name = str(term.contact or term.organisation)
        yield _bar(kind, shown, window, name=name, words=term_words(term))


def _when(term: RoleAssignment, on: date) -> str:
    if term.is_in_force(on=on):
        return "now"
    return "coming" if term.starts_on > on else "past"


def _gap(
    first: date, last: date, on: date, window: Window, *, is_last: bool = False
) -> Iterator[Bar]:
    """What was vacant until today, and what is open from then on."""
    told = {"start": day(first), "end": day(last)}
    vacant = window.clipped(first, min(last, on))
    if vacant:
        goes_on = is_last or last >= on
        words = _("vacant since %(start)s") if goes_on else _("vacant %(start)s – %(end)s")
        yield _bar("vacant", vacant, window, name=_("vacant"), words=words % told)
    still_open = window.clipped(max(first, on + ONE_DAY), last)
    if still_open:
        words = _("open from %(start)s") % {"start": day(still_open[0])}
        yield _bar("open", still_open, window, name="", words=words)


def _bar(kind: str, shown: tuple[date, date], window: Window, *, name: str, words: str) -> Bar:
    left = window.place(shown[0])
    return Bar(kind, left, window.place(shown[1] + ONE_DAY) - left, name, words)


def term_words(term: RoleAssignment) -> str:
    """“Rosa Diaz, Northside Clinic, 1 March 2025 – 28 February 2027”."""
    if term.ends_on is None:
        return _("%(who)s, since %(start)s") % {"who": term.holder, "start": day(term.starts_on)}
    told = {"who": term.holder, "start": day(term.starts_on), "end": day(term.ends_on)}
    return _("%(who)s, %(start)s – %(end)s") % told
