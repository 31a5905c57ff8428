"""Is somebody ready to be invited? A hint that advises: three signs, each with what it rests on.

The thresholds are the coalition's own (`PipelineRules`); no study backs them, and the page says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Nomination, Organisation, PipelineRules, Touchpoint
from partners.models.pipeline.steps import TO_INVITE
from partners.models.talks.touchpoints import GIVING
from partners.reports.pipeline.doors import Door, doors_to
from partners.reports.pipeline.stages import staged
from partners.reports.talks.measures import WINDOW


@dataclass(frozen=True)
class Signs:
    """What lies behind the hint: talks in which both spoke, what we gave and asked, within a year."""

    talks: int = 0
    gives: int = 0
    asks: int = 0
    doors: tuple[Door, ...] = ()
    introducers: tuple[str, ...] = ()

    @property
    def has_warm_path(self) -> bool:
        return bool(self.doors or self.introducers)


@dataclass(frozen=True)
class Sign:
    """One of the three: whether it is there, and in a sentence what there is of it."""

    key: str
    title: str
    is_met: bool
    sentence: str
    needs_someone: bool = False


@dataclass(frozen=True)
class Hint:
    signs: tuple[Sign, ...]

    @property
    def met(self) -> int:
        return sum(sign.is_met for sign in self.signs)

    @property
    def is_ready(self) -> bool:
        return self.met == len(self.signs)

    @property
    def needs_someone(self) -> bool:
        """We have asked of them more than we gave: an invitation would be one more ask."""
        return any(sign.needs_someone for sign in self.signs)

    @property
    def words(self) -> str:
        if self.is_ready:
            return _("Ready to be invited")
        if self.needs_someone:
            return _("Asked more than given")
        return _("%(n)d of %(all)d signs are there") % {"n": self.met, "all": len(self.signs)}

    @property
    def missing(self) -> list[Sign]:
        return [sign for sign in self.signs if not sign.is_met]


def signs_of(organisations: Iterable[int], *, on: date) -> dict[int, Signs]:
    """Four queries, however many organisations."""
    ids = list(organisations)
    return _signs(ids, Nomination.objects.introducers_to(ids), on=on)


def signs_of_one(pk: int, nominations: Iterable[Nomination], *, on: date) -> Signs:
    """Of one whose suggestions are at hand: three queries."""
    names = dict.fromkeys(one.suggested_by.full_name for one in nominations if one.introduces)
    return _signs([pk], {pk: tuple(names)}, on=on)[pk]


def _signs(ids: list[int], offered: dict[int, tuple[str, ...]], *, on: date) -> dict[int, Signs]:
    doors, told = doors_to(ids, on=on), _talked(ids, on=on)
    return {
        pk: Signs(*told.get(pk, (0, 0, 0)), doors=tuple(doors[pk]), introducers=offered.get(pk, ()))
        for pk in ids
    }


def _talked(ids: list[int], *, on: date) -> dict[int, tuple[int, int, int]]:
    """As the page of talks counts: an ask and a give are ours, a talk is one in which both spoke."""
    rows = Touchpoint.objects.filter(organisation__in=ids).up_to(on)
    year = rows.since(on - timedelta(days=WINDOW)).order_by().values_list("organisation")
    ours = ~Q(direction=Touchpoint.Direction.FROM_THEM)
    both = Q(direction=Touchpoint.Direction.TWO_WAY)
    counted = year.annotate(
        talks=Count("pk", filter=both),
        gives=Count("pk", filter=ours & Q(kind__in=GIVING)),
        asks=Count("pk", filter=ours & Q(kind=Touchpoint.Kind.ASK)),
    )
    return {pk: (talks, gives, asks) for pk, talks, gives, asks in counted}


def hint_of(signs: Signs, rules: PipelineRules) -> Hint:
    return Hint((_talks(signs, rules), _gives(signs, rules), _door(signs)))


def _talks(signs: Signs, rules: PipelineRules) -> Sign:
    words = {"n": signs.talks, "least": rules.talks_needed}
    said = ngettext(
        "We spoke with each other once in a year; %(least)d are wished for.",
        "We spoke with each other %(n)d times in a year; %(least)d are wished for.",
        signs.talks,
    )
    if not signs.talks:
        said = _("No talk in which both spoke in a year; %(least)d are wished for.")
    return Sign(
        key="talks",
        title=_("Talks"),
        is_met=signs.talks >= rules.talks_needed,
        sentence=said % words,
    )


def _gives(signs: Signs, rules: PipelineRules) -> Sign:
    is_too_much = signs.asks > signs.gives
    words = {"asks": signs.asks, "gives": signs.gives, "least": rules.gives_needed}
    if is_too_much:
        said = _("Asked: %(asks)d, given: %(gives)d. Offer something first.")
    else:
        said = _("Given: %(gives)d, asked: %(asks)d. Wished for is to give %(least)d.")
    return Sign(
        key="gives",
        title=_("Given"),
        is_met=signs.gives >= rules.gives_needed and not is_too_much,
        sentence=said % words,
        needs_someone=is_too_much,
    )


def _door(signs: Signs) -> Sign:
    return Sign(
        key="doors", title=_("Warm path"), is_met=signs.has_warm_path, sentence=_who_knows(signs)
    )


def _who_knows(signs: Signs) -> str:
    """Partners who are tied to them, and whoever suggested them and would introduce us."""
    told = [_partners_who_know(signs)] if signs.doors or not signs.introducers else []
    if signs.introducers:
        names = get_text_list(list(signs.introducers), _("and"))
        told.append(_("Offered to introduce us: %(names)s.") % {"names": names})
    return " ".join(told)


def _partners_who_know(signs: Signs) -> str:
    if not signs.doors:
        return _("No active partner of ours is tied to them.")
    words = {"name": signs.doors[0].name, "n": len(signs.doors) - 1}
    if not words["n"]:
        return _("%(name)s knows them.") % words
    said = ngettext(
        "%(name)s and one other partner know them.",
        "%(name)s and %(n)d other partners know them.",
        len(signs.doors) - 1,
    )
    return said % words


def ready_ones(coalition: int, rules: PipelineRules, *, on: date) -> set[int]:
    """Of those not yet invited the ids of who is ready: five queries."""
    rows = staged(Organisation.objects.of_coalition(coalition).active())
    ids = list(rows.filter(stage__in=TO_INVITE).order_by().values_list("pk", flat=True))
    found = signs_of(ids, on=on)
    return {pk for pk in ids if hint_of(found[pk], rules).is_ready}
