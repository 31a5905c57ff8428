"""What history says of gains and letters, in sentences."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Benefit, PartnerLetter, ValueStatement
from partners.reports.history.events import Effect, State
from partners.reports.history.sentences import Detail
from partners.reports.history.story_tables import Model
from partners.reports.value.amounts import written

LABELS: dict[Model, Any] = {
    Benefit: gettext_lazy("What they gain"),
    ValueStatement: gettext_lazy("What they gain, in words"),
    PartnerLetter: gettext_lazy("Letter"),
}
STATES = {
    "promised": gettext_lazy("Promised again: “%(words)s”"),
    "under_way": gettext_lazy("Under way: “%(words)s”"),
    "delivered": gettext_lazy("Delivered: “%(words)s”"),
    "withdrawn": gettext_lazy("Taken back: “%(words)s”"),
}
THEY_SAY = {
    "yes": gettext_lazy("They say that it came: “%(words)s”"),
    "not_yet": gettext_lazy("They say that it has not come yet: “%(words)s”"),
    "no": gettext_lazy("They say that it did not come: “%(words)s”"),
}
WE_HEARD = {
    "yes": gettext_lazy("As we heard, it came: “%(words)s”"),
    "not_yet": gettext_lazy("As we heard, it has not come yet: “%(words)s”"),
    "no": gettext_lazy("As we heard, it did not come: “%(words)s”"),
}
LETTER_STEPS = {
    "sent_at": gettext_lazy("Letter sent by mail: “%(subject)s”"),
    "printed_on": gettext_lazy("Letter handed over on paper: “%(subject)s”"),
    "discarded_at": gettext_lazy("Draft thrown away: “%(subject)s”"),
}


def value_details(effect: Effect, *, may_see_contacts: bool) -> list[Detail]:
    """Nothing of letters, which speak to people, for who may not see people's details."""
    if effect.model is Benefit:
        return _benefit_details(effect)
    if effect.model is ValueStatement:
        return _statement_details(effect)
    return _letter_details(effect) if may_see_contacts else []


def _said(model: Model, said: object) -> Detail:
    return Detail(str(LABELS[model]), "", str(said), is_part=True, said=str(said))


def _benefit_details(effect: Effect) -> list[Detail]:
    before, after = effect.before, effect.after
    if after is None:
        words = {"words": (before or {})["words"]}
        return [_said(Benefit, _("The promise is gone: “%(words)s”") % words)]
    if before is None:
        return [_said(Benefit, _promised(after))]
    told = []
    if before["state"] != after["state"]:
        told.append(str(STATES[after["state"]]) % after + _more_of(after))
    elif _counted(before) != _counted(after) or before["delivered_what"] != after["delivered_what"]:
        told.append(_("What they got: “%(words)s”") % after + _more_of(after))
    if (before["came"], before["came_words"]) != (after["came"], after["came_words"]):
        told.append(_answer(after))
    return [_said(Benefit, said) for said in (told or _edited(before, after))]


def _promised(benefit: State) -> str:
    if not benefit["due_on"]:
        return _("We promised them: “%(words)s”") % benefit
    day = date_format(date.fromisoformat(benefit["due_on"]))
    return _("We promised them, by %(day)s: “%(words)s”") % {**benefit, "day": day}


def _more_of(benefit: State) -> str:
    more = benefit["delivered_what"] or benefit["withdrawn_reason"]
    counted = _counted(benefit)
    return "".join(f" ({said})" for said in (more, counted) if said)


def _counted(benefit: State) -> str:
    if not benefit["amount"]:
        return ""
    unit = benefit["own_unit"] or Benefit.Unit(benefit["unit"]).label
    return f"{unit}: {written(Decimal(benefit['amount']))}"


def _answer(benefit: State) -> str:
    if not benefit["came"]:
        return _("Whether it came is open again: “%(words)s”") % benefit
    sentences = THEY_SAY if benefit["is_their_own_word"] else WE_HEARD
    own = f" ({benefit['came_words']})" if benefit["came_words"] else ""
    return str(sentences[benefit["came"]]) % benefit + own


def _edited(before: State, after: State) -> list[str]:
    """What was promised otherwise, a new day, or only something about it."""
    told = []
    if before["words"] != after["words"]:
        told.append(
            _("We promise otherwise: “%(after)s”, before that “%(before)s”")
            % {"after": after["words"], "before": before["words"]}
        )
    if before["due_on"] != after["due_on"]:
        told.append(_new_day(before, after))
    elif before["held_to_on"] and not after["held_to_on"]:
        told.append(_("They agreed to the new day: “%(words)s”") % after)
    return told or [_("Edited: “%(words)s”") % after]


def _new_day(before: State, after: State) -> str:
    words = {
        "words": after["words"],
        "after": _day(after["due_on"]),
        "before": _day(before["due_on"]),
    }
    if after["times_moved"] > before["times_moved"] and not after["held_to_on"]:
        said = _("“%(words)s” is promised by %(after)s now, as agreed; before by %(before)s")
        return said % words
    return _("“%(words)s” is promised by %(after)s now, before that by %(before)s") % words


def _day(told: str | None) -> str:
    return date_format(date.fromisoformat(told)) if told else _("no day")


def _statement_details(effect: Effect) -> list[Detail]:
    before, after = effect.before or {}, effect.after or {}
    told = []
    if before.get("statement", "") != after.get("statement", ""):
        told.append(_("What we say they gain was written anew"))
    if before.get("own_words", "") != after.get("own_words", ""):
        told.append(_("They wrote down what they gain, in their own words"))
    if before.get("hopes", "") != after.get("hopes", ""):
        told.append(_("They wrote down what they hope to gain"))
    return [_said(ValueStatement, said) for said in told]


def _letter_details(effect: Effect) -> list[Detail]:
    before, after = effect.before, effect.after
    if after is None:
        return [_said(PartnerLetter, _("Letter gone: “%(subject)s”") % (before or {}))]
    if before is None:
        return [_said(PartnerLetter, _("Letter drafted: “%(subject)s”") % after)]
    for column, said in LETTER_STEPS.items():
        if bool(before[column]) != bool(after[column]) and after[column]:
            return [_said(PartnerLetter, str(said) % after)]
    if before["discarded_at"] and not after["discarded_at"]:
        return [_said(PartnerLetter, _("Draft brought back: “%(subject)s”") % after)]
    return [_said(PartnerLetter, _("Draft written anew: “%(subject)s”") % after)]
