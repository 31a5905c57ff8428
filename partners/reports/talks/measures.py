"""How a coalition and one partner speak with each other: four measures, each with what it rests on.

Pure arithmetic over rows. Where there are too few rows a measure has no value and says "not enough data":
no data is never zero. Windows and thresholds: see `WINDOW`, `TalkRules` and the constants below; those
that no publication backs are ours, and the page says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import TalkRules, Touchpoint
from partners.models.talks.touchpoints import GIVING

WINDOW = 365  # days before the day asked about
LEAST_FOR_BALANCE = 8  # one-way messages, theirs and ours together
BROADCASTING = 0.15  # share of theirs below which we only send
MONDAY_TO_FRIDAY = 5
A_WEEK = 7


@dataclass(frozen=True)
class Fact:
    """What one touchpoint says to the measures. `answered_on` is the first day that something answered it."""

    pk: int
    on: date
    kind: str
    direction: str
    asks: bool
    answered_on: date | None = None


@dataclass(frozen=True)
class Measure:
    """One figure in words, and the touchpoints it rests on. `value` is None when there is not enough data."""

    key: str
    title: str
    value: float | None
    figure: str
    sentence: str
    formula: str
    rows: tuple[int, ...]
    needs_someone: bool = False


def working_days(begin: date, end: date) -> int:
    """Days from Monday to Friday after `begin`, up to and with `end`; 0 when `end` is not later.

    >>> working_days(date(2026, 5, 1), date(2026, 5, 4))  # Friday to Monday
    1
    """
    if end <= begin:
        return 0
    weeks, rest = divmod((end - begin).days, A_WEEK)
    odd = (begin + timedelta(days=step) for step in range(1, rest + 1))
    return weeks * MONDAY_TO_FRIDAY + sum(day.weekday() < MONDAY_TO_FRIDAY for day in odd)


def recency(facts: Sequence[Fact], *, allowed: int, tier: str, on: date) -> Measure:
    """R = days since the last contact in which both spoke, against the days that their tier allows."""
    talks = [fact for fact in facts if fact.direction == Touchpoint.Direction.TWO_WAY]
    last = max(talks, key=lambda fact: (fact.on, fact.pk), default=None)
    formula = _("Days since the last contact in which both spoke. %(tier)s: at most %(days)d.") % {
        "tier": tier,
        "days": allowed,
    }
    title = _("Last talk")
    if last is None:
        said = _("No call, visit or meeting in which both spoke is logged.")
        return Measure("recency", title, None, NOT_ENOUGH(), said, formula, ())
    days = (on - last.on).days
    return Measure(
        key="recency",
        title=title,
        value=days,
        figure=days_ago(days),
        sentence=_recency_sentence(days, allowed, last.on),
        formula=formula,
        rows=(last.pk,),
        needs_someone=days > allowed,
    )


def replies(facts: Sequence[Fact], rules: TalkRules, *, on: date) -> Measure:
    """Our questions answered within `answer_within` working days / our questions, `asked_at_least` of them.

    A question that is open still, within its time, does not count yet.
    """
    asked = [
        fact for fact in facts if fact.asks and fact.direction != Touchpoint.Direction.FROM_THEM
    ]
    within = rules.answer_within
    judged = [fact for fact in asked if fact.answered_on or working_days(fact.on, on) > within]
    in_time = [fact for fact in judged if _took(fact) is not None and _took(fact) <= within]  # type: ignore[operator]
    formula = _(
        "Our questions answered within %(days)d working days, out of our questions in a year."
        " Judged from %(least)d on; a question that still has time does not count yet."
    ) % {"days": within, "least": rules.asked_at_least}
    rows = tuple(fact.pk for fact in judged)
    title, n = _("Answers"), len(judged)
    if n < rules.asked_at_least:
        said = _of_too_few(n, rules.asked_at_least)
        return Measure("replies", title, None, NOT_ENOUGH(), said, formula, rows)
    took = [days for fact in judged if (days := _took(fact)) is not None]
    figure = _("%(k)d of %(n)d") % {"k": len(in_time), "n": n}
    return Measure("replies", title, len(in_time) / n, figure, _reply_sentence(took), formula, rows)


def balance(facts: Sequence[Fact]) -> Measure:
    """Theirs / (theirs + ours), of what went one way only; judged from eight on."""
    theirs = [fact for fact in facts if fact.direction == Touchpoint.Direction.FROM_THEM]
    ours = [fact for fact in facts if fact.direction == Touchpoint.Direction.FROM_US]
    n, title = len(theirs) + len(ours), _("Who writes to whom")
    formula = _(
        "What came from them, out of all that went one way in a year. Below %(share)d %% we only"
        " send. Judged from %(least)d on."
    ) % {"share": round(BROADCASTING * 100), "least": LEAST_FOR_BALANCE}
    rows = tuple(fact.pk for fact in facts if fact.direction != Touchpoint.Direction.TWO_WAY)
    if n < LEAST_FOR_BALANCE:
        said = _of_too_few(n, LEAST_FOR_BALANCE)
        return Measure("balance", title, None, NOT_ENOUGH(), said, formula, rows)
    share = len(theirs) / n
    return Measure(
        key="balance",
        title=title,
        value=share,
        figure=_("%(k)d of %(n)d from them") % {"k": len(theirs), "n": n},
        sentence=_("We send, and hear nothing back. Ask them something, or visit.")
        if share < BROADCASTING
        else _("Both sides speak up."),
        formula=formula,
        rows=rows,
        needs_someone=share < BROADCASTING,
    )


def giving(facts: Sequence[Fact]) -> Measure:
    """Asks made / helpful acts offered, for prospects; above 1 before an invitation we ask too soon."""
    ours = [fact for fact in facts if fact.direction != Touchpoint.Direction.FROM_THEM]
    asks = [fact for fact in ours if fact.kind == Touchpoint.Kind.ASK]
    gives = [fact for fact in ours if fact.kind in GIVING]
    formula = _(
        "Asks made, out of what we gave: help offered, a hand lent, information shared, their events"
        " attended. Above 1 before they are invited, trust comes first."
    )
    title = _("Asked and given")
    rows = tuple(fact.pk for fact in facts if fact in asks or fact in gives)
    if not rows:
        said = _("Neither an ask nor a help is logged yet.")
        return Measure("giving", title, None, NOT_ENOUGH(), said, formula, ())
    is_too_much = len(asks) > len(gives)
    return Measure(
        key="giving",
        title=title,
        value=len(asks) / len(gives) if gives else None,
        figure=_("%(asks)d asked, %(gives)d given") % {"asks": len(asks), "gives": len(gives)},
        sentence=_("We have asked more than we gave. Offer something before you invite them.")
        if is_too_much
        else _("We gave at least as much as we asked."),
        formula=formula,
        rows=rows,
        needs_someone=is_too_much,
    )


def NOT_ENOUGH() -> str:  # noqa: N802 - the words of one place, in the reader's language
    return _("Not enough data")


def days_ago(days: int) -> str:
    if days == 0:
        return _("Today")
    return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}


def _took(fact: Fact) -> int | None:
    """Working days from the question to its first answer."""
    return working_days(fact.on, fact.answered_on) if fact.answered_on else None


def _of_too_few(n: int, least: int) -> str:
    words = {"n": n, "least": least}
    return _("%(n)d so far; %(least)d are needed before this says anything.") % words


def _recency_sentence(days: int, allowed: int, on: date) -> str:
    words = {"day": date_format(on), "days": days - allowed}
    if days > allowed:
        late = ngettext(
            "On %(day)s: one day longer than they should wait.",
            "On %(day)s: %(days)d days longer than they should wait.",
            days - allowed,
        )
        return late % words
    return _("On %(day)s. That is recent enough.") % words


def _reply_sentence(took: list[int]) -> str:
    if not took:
        return _("Nothing was answered.")
    days = round(median(took))
    if days == 0:
        return _("When they answer, they do it on the same day, as a rule.")
    return ngettext(
        "When they answer, it takes one working day, as a rule.",
        "When they answer, it takes %(n)d working days, as a rule.",
        days,
    ) % {"n": days}
