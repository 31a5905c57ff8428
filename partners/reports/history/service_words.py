"""What history says of services, as the story of the one who runs them tells it."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.models import (
    Capacity,
    OtherList,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Vocabulary,
)
from partners.reports.history.events import Effect, State
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail
from partners.reports.history.story_tables import Model

PARTS: tuple[Model, ...] = (ServiceLocation, ServiceTerm, ServiceFunder)
ONE_OF = {
    OtherList.SERVICE: gettext_lazy("Kind of service"),
    Vocabulary.POPULATION: gettext_lazy("Population served"),
    Vocabulary.LANGUAGE: gettext_lazy("Language"),
}
SAYING = ("capacity", "capacity_note", "is_their_own_word", "capacity_by_id", "capacity_on")
NAMED = 3  # a sentence names this many fields; more are counted


def without_parts(effects: tuple[Effect, ...]) -> list[Effect]:
    """What came or went with its whole service needs no words of its own."""
    whole = {
        effect.pk
        for effect in effects
        if effect.model is Service and not (effect.before and effect.after)
    }
    return [
        effect
        for effect in effects
        if effect.model not in PARTS
        or (effect.after or effect.before or {})["service_id"] not in whole
    ]


def service_details(effect: Effect, names: Names) -> list[Detail]:
    label, many = _("Service"), _("Services")
    before, after = (state["name"] if state else "" for state in (effect.before, effect.after))
    if not (effect.before and effect.after):
        return [Detail(label=label, before=before, after=after, is_part=True, many=many)]
    said = _change_sentence(effect.before, effect.after)
    return [Detail(label=label, before=before, after=after, said=said)]


def part_details(effect: Effect, names: Names) -> list[Detail]:
    before, after = (
        _part_words(effect.model, state, names) if state else ""
        for state in (effect.before, effect.after)
    )
    state = effect.after or effect.before or {}
    owner = names.service(state["service_id"])
    label = _part_label(effect.model, state, names)
    return [Detail(label=label, before=before, after=after, is_part=True, owner=owner)]


def _part_label(model: Model, state: State, names: Names) -> str:
    if model is ServiceTerm:
        vocabulary = names.vocabulary(state["term_id"])
        return str(ONE_OF.get(vocabulary, _("Entry of a list")))  # type: ignore[call-overload]
    return _("Place") if model is ServiceLocation else _("Funder")


def _part_words(model: Model, state: State, names: Names) -> str:
    if model is ServiceTerm:
        return names.term(state["term_id"])
    if model is ServiceFunder:
        funder = state["funder_id"]
        return names.organisation(funder) if funder else state["name"]
    place = ServiceLocation(**{key: state[key] for key in state if key != "area_id"})
    area = names.term(state["area_id"]) if state["area_id"] else ""
    online = _("by phone or online") if state["is_virtual"] else ""
    return "; ".join(part for part in (str(place), area, online) if part)


def _change_sentence(before: State, after: State) -> str:
    """The most telling: over, goes on, takes people or not; else which things are said otherwise."""
    name = after["name"]
    if before["until_on"] != after["until_on"]:
        return _end_sentence(name, after["until_on"])
    if any(before[key] != after[key] for key in SAYING):
        return _standing_sentence(after)
    return _fields_sentence(before, after)


def _end_sentence(name: str, until: str | None) -> str:
    if until is None:
        return _("%s goes on") % name
    day = date_format(date.fromisoformat(until))
    return _("%(service)s until %(day)s") % {"service": name, "day": day}


def _standing_sentence(now: State) -> str:
    words = {"service": now["name"], "note": now["capacity_note"]}
    if not now["capacity"]:
        return _("%(service)s: not said whether it takes people") % words
    words["state"] = Capacity(now["capacity"]).label
    if now["capacity_note"]:
        return _("%(service)s: %(state)s (%(note)s)") % words
    return _("%(service)s: %(state)s") % words


def _fields_sentence(before: State, after: State) -> str:
    columns: Any = Service._meta.concrete_fields  # noqa: SLF001 - Django's own door
    fields = [
        str(field.verbose_name)
        for field in columns
        if before.get(field.column) != after.get(field.column)
    ]
    if before["name"] != after["name"]:
        words = {"now": after["name"], "then": before["name"]}
        return _("The service “%(then)s” is called “%(now)s” now") % words
    if len(fields) > NAMED:
        words = {"service": after["name"], "n": len(fields)}
        return (
            ngettext(
                "%(service)s: one thing changed", "%(service)s: %(n)d things changed", len(fields)
            )
            % words
        )
    told = {"service": after["name"], "what": get_text_list(fields, _("and"))}
    return _("%(service)s: %(what)s changed") % told
