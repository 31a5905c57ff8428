"""What the address of the register, and of what is computed from it, asks for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from common.pages.filters import Filter, chosen_filter
from common.text.numbers import read_ids
from partners.models import (
    Capacity,
    Organisation,
    OtherList,
    Service,
    ServiceFunder,
    Term,
    Vocabulary,
)
from partners.models.services.queries import FRESH, STALE, UNSAID, ServiceQuerySet
from partners.reports.areas import Areas

NONE = "none"  # asks for the services that name no kind, or no area
LONGEST_KEY = 260
ORDERS = ("partner", "service", "said")


@dataclass(frozen=True)
class Question:
    """`?kind=4&kind=none&area=7&population=2&language=9&state=open&funder=%2317&partner=3&q=food`."""

    kinds: tuple[int, ...] = ()
    areas: tuple[int, ...] = ()
    populations: tuple[int, ...] = ()
    languages: tuple[int, ...] = ()
    states: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    partners: tuple[int, ...] = ()
    words: str = ""
    sort: str = "partner"
    wants_no_kind: bool = False
    wants_no_area: bool = False

    @classmethod
    def asked(cls, parameters: QueryDict) -> "Question":
        """What nobody can have meant is left out."""
        sort = parameters.get("sort", "")
        return cls(
            kinds=tuple(read_ids(parameters.getlist("kind"))),
            areas=tuple(read_ids(parameters.getlist("area"))),
            populations=tuple(read_ids(parameters.getlist("population"))),
            languages=tuple(read_ids(parameters.getlist("language"))),
            states=_known(parameters.getlist("state"), [*Capacity.values, UNSAID, STALE]),
            funders=tuple(key[:LONGEST_KEY] for key in parameters.getlist("funder") if key),
            partners=tuple(read_ids(parameters.getlist("partner"))),
            words=parameters.get("q", "").replace("\x00", "").strip()[:100],
            sort=sort if sort.removeprefix("-") in ORDERS else "partner",
            wants_no_kind=NONE in parameters.getlist("kind"),
            wants_no_area=NONE in parameters.getlist("area"),
        )


def reached(areas: Collection[int], *, coalition: int) -> frozenset[int]:
    """What a service may name that reaches people there: the areas, their parts, and what they lie in."""
    if not areas:
        return frozenset()
    lying = Areas.of(coalition)
    return lying.upwards(areas) | lying.downwards(areas)


def _known(told: list[str], known: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in told if one in known)


def services_asked(question: Question, *, membership: Membership, on: date) -> ServiceQuerySet:
    """The services that run on the day and that the address asks for."""
    rows = Service.objects.to_look_up(membership).running(on=on)
    rows = rows.taking_people(question.states, on=on)
    rows = rows.sorted_under(
        question.kinds, vocabulary=OtherList.SERVICE, or_none=question.wants_no_kind
    )
    areas = reached(question.areas, coalition=membership.coalition_id)
    rows = rows.somewhere(areas, or_none=question.wants_no_area)
    for terms in (question.populations, question.languages):
        rows = rows.carrying(terms) if terms else rows
    if question.funders:
        rows = rows.funded_by(question.funders)
    if question.partners:
        rows = rows.of_any(question.partners)
    return rows.saying(question.words)


# ---------------------------------------------------------------- the bar of filters


def filters_of(question: Question, membership: Membership) -> list[Filter]:
    """Four queries at most."""
    coalition = membership.coalition
    terms = _terms(coalition)
    kinds = [*terms[OtherList.SERVICE], (NONE, _("Without a kind"))]
    areas = [*terms[Vocabulary.AREA], (NONE, _("Without an area"))]
    bar = [
        _chosen("kind", _("Kind of service"), kinds, question.kinds, none=question.wants_no_kind),
        _chosen("area", _("Area"), areas, question.areas, none=question.wants_no_area),
        _chosen("population", _("Population"), terms[Vocabulary.POPULATION], question.populations),
        chosen_filter(
            name="state",
            label=_("Takes people"),
            choices=state_choices(),
            values=list(question.states),
        ),
        _chosen("language", _("Language"), terms[Vocabulary.LANGUAGE], question.languages),
    ]
    # They name whatever partner or funder the address asks for, which is not for everybody.
    is_free = membership.may(Permission.SEE_PARTNERS)
    return [*bar, *_rare_filters(question, coalition)] if is_free else bar


def state_choices() -> list[tuple[str, str]]:
    told = [(value, str(label)) for value, label in Capacity.choices]
    stale = _("Said more than %(n)d days ago") % {"n": FRESH.days}
    return [*told, (UNSAID, _("Not said")), (STALE, stale)]


def _terms(coalition: Coalition) -> dict[str, list[tuple[str, str]]]:
    lists: dict[str, list[tuple[str, str]]] = {
        vocabulary: []
        for vocabulary in (
            OtherList.SERVICE,
            Vocabulary.AREA,
            Vocabulary.POPULATION,
            Vocabulary.LANGUAGE,
        )
    }
    for term in Term.objects.of_coalition(coalition.pk).in_any(lists).for_choosing():
        lists[term.vocabulary].append((str(term.pk), term.name))
    return lists


def _chosen(
    name: str,
    label: str,
    choices: list[tuple[str, str]],
    chosen: Iterable[int],
    *,
    none: bool = False,
) -> Filter:
    values = [*map(str, chosen), *([NONE] if none else [])]
    return chosen_filter(name=name, label=label, choices=choices, values=values)


def _rare_filters(question: Question, coalition: Coalition) -> list[Filter]:
    """Only where they are set: a bar is no place to choose among hundreds."""
    bar = []
    if question.partners:
        rows = Organisation.objects.of_coalition(coalition.pk).filter(pk__in=question.partners)
        named = [(str(pk), name) for pk, name in rows.by_name().values_list("pk", "name")]
        bar.append(_chosen("partner", _("Partner"), named, question.partners))
    if question.funders:
        known = ServiceFunder.objects.of_coalition(coalition.pk).names_of(question.funders)
        told = [(key, known.get(key, key)) for key in question.funders]
        values = list(question.funders)
        bar.append(chosen_filter(name="funder", label=_("Funder"), choices=told, values=values))
    return bar
