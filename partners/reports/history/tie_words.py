"""What history says of a tie, as the story of one of the two tells it."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.models.ties.own_levels import SIDES
from partners.reports.history.events import Effect, State
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail


def tie_detail(effect: Effect, names: Names) -> Detail:
    """One sentence for each tie: that it came or went, or what is told of it now."""
    before, after = (
        _words(state, names) if state else "" for state in (effect.before, effect.after)
    )
    label = _("Tie")
    if effect.before and effect.after:
        said = _change_sentence(effect.before, effect.after, names)
        return Detail(label=label, before=before, after=after, said=said)
    return Detail(label=label, before=before, after=after, is_part=True)


def ties_sentence(details: Sequence[Detail]) -> str:
    """“6 ties added”, where ties came or went and nothing else did; the lines beneath say which."""
    count = len(details)
    if all(one.is_part and one.label == _("Tie") and not one.before for one in details):
        return ngettext("%(n)d tie added", "%(n)d ties added", count) % {"n": count}
    if all(one.is_part and one.label == _("Tie") and not one.after for one in details):
        return ngettext("%(n)d tie removed", "%(n)d ties removed", count) % {"n": count}
    return ""


def _words(tie: State, names: Names) -> str:
    """ "Referral with Cedar Lane, level 3 as they see it"."""
    return ", ".join([_title(tie, names), *_levels(tie, names)])


def _title(tie: State, names: Names) -> str:
    return _("%(relation)s with %(name)s") % {
        "relation": names.relation(tie["relation_id"]),
        "name": names.organisation(tie["other_id"]),
    }


def _levels(tie: State, names: Names) -> list[str]:
    theirs, others = _sides(tie)
    told = [
        (IN_THEIR_OWN_WORD if _is_own_word(tie, theirs) else AS_THEY_SEE_IT, f"level_{theirs}"),
        (IN_THE_OTHERS_WORD if _is_own_word(tie, others) else AS_OTHER_SEES_IT, f"level_{others}"),
        (AS_WE_SEE_IT, "level_ours"),
    ]
    name = names.organisation(tie["other_id"])
    return [
        str(words) % {"n": tie[level], "name": name}
        for words, level in told
        if tie[level] is not None
    ]


def _sides(tie: State) -> tuple[str, str]:
    """By which the columns are named of how they see it, and of how the other one does."""
    return SIDES if tie["is_first"] else (SIDES[1], SIDES[0])


def _is_own_word(tie: State, side: str) -> bool:
    return bool(tie.get(f"own_word_{side}_on"))


def _change_sentence(before: State, after: State, names: Names) -> str:
    """The most telling: over, goes on, with another one, of another kind; else what is told of it now."""
    title = _title(after, names)
    if before["other_id"] != after["other_id"] or before["relation_id"] != after["relation_id"]:
        return _("%(now)s, before that %(then)s") % {"now": title, "then": _title(before, names)}
    if before["until_on"] != after["until_on"]:
        return _end_sentence(title, after["until_on"])
    if [before.get(name) for name in LEVELS] != [after[name] for name in LEVELS]:
        return _words(after, names) if _levels(after, names) else _("%s: no level now") % title
    changed = sum(1 for name in after if before.get(name) != after[name])
    sentence = ngettext("%(tie)s: one thing changed", "%(tie)s: %(n)d things changed", changed)
    return sentence % {"tie": title, "n": changed}


AS_THEY_SEE_IT = gettext_lazy("level %(n)s as they see it")
IN_THEIR_OWN_WORD = gettext_lazy("level %(n)s in their own word")
AS_OTHER_SEES_IT = gettext_lazy("level %(n)s as %(name)s sees it")
IN_THE_OTHERS_WORD = gettext_lazy("level %(n)s in the own word of %(name)s")
AS_WE_SEE_IT = gettext_lazy("level %(n)s as we see it")
LEVELS = (
    "level_first",
    "level_second",
    "level_ours",
    "own_word_first_on",
    "own_word_second_on",
)


def _end_sentence(title: str, until: str | None) -> str:
    if until is None:
        return _("%s goes on") % title
    return _("%(tie)s until %(day)s") % {
        "tie": title,
        "day": date_format(date.fromisoformat(until)),
    }
