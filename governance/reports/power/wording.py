"""A decision rule as sentences that one can read aloud at a meeting."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from governance.models import DecisionRule
from governance.models.power.rules import Block, Method, Participants

# The eight steps of agreement, in our words: Kaner, Facilitator's Guide to Participatory Decision-Making.
GRADIENTS = (
    gettext_lazy("I am all for it"),
    gettext_lazy("I am for it, with a small wish"),
    gettext_lazy("I support it, and have doubts"),
    gettext_lazy("I have no view on it"),
    gettext_lazy("I need more talk before I can say"),
    gettext_lazy("I do not like it, and will not stand in the way"),
    gettext_lazy("I do not agree, and will not help to carry it out"),
    gettext_lazy("I block it"),
)

HOW = {
    Method.CONSENT: gettext_lazy("By consent: it passes unless somebody objects."),
    Method.ADVICE: gettext_lazy(
        "By advice: one person asks those whom it affects and those who know of it, and then decides."
    ),
    Method.LEAD: gettext_lazy("The lead hears the others, and then decides and says why."),
    Method.AS_COALITION: gettext_lazy("As the whole coalition decides it."),
}
WHO = {
    Participants.VOTING_SEATS: gettext_lazy("Everybody with a voting seat takes part"),
    Participants.ALL_SEATS: gettext_lazy("Everybody with a seat takes part, voting or not"),
    Participants.PARTNERS: gettext_lazy("Every partner takes part, with one voice each"),
    Participants.AFFECTED: gettext_lazy("Those whom it affects take part"),
    Participants.LEADS: gettext_lazy("The chair and the co-leads take part"),
}
BLOCKED = {
    Block.STOPS: gettext_lazy("One block is enough: then it does not pass."),
    Block.RETURNS: gettext_lazy(
        "If somebody blocks, it is reworded and comes back at the next meeting."
    ),
    Block.RISES: gettext_lazy("If somebody blocks, the body above decides."),
    Block.NOTED: gettext_lazy("A block is noted, and the decision stands."),
}


@dataclass(frozen=True)
class RuleWords:
    """`how` is the short answer; the rest says it exactly."""

    how: str
    more: tuple[str, ...]


def in_words(rule: DecisionRule) -> RuleWords:
    more = (_who(rule), _quorum(rule), _block(rule), _notice(rule))
    return RuleWords(_how(rule), tuple(line for line in more if line))


def _how(rule: DecisionRule) -> str:
    if rule.method == Method.CONSENSUS:
        words = _(
            "By consensus: at least %(n)d of a hundred support it, on steps 1 to 3 of the eight steps."
        )
        return words % {"n": rule.threshold}
    if rule.method == Method.VOTE:
        return _("By vote: at least %(n)d of a hundred votes are for it.") % {"n": rule.threshold}
    return str(HOW[Method(rule.method)])


def _who(rule: DecisionRule) -> str:
    if not rule.participants:
        return ""
    who = str(WHO[Participants(rule.participants)])
    return f"{who}; {rule.who_else.rstrip('.')}." if rule.who_else else f"{who}."


def _quorum(rule: DecisionRule) -> str:
    if rule.quorum:
        return _("At least %(n)d of a hundred of them must take part.") % {"n": rule.quorum}
    return ""


def _block(rule: DecisionRule) -> str:
    if not rule.block:
        return ""
    said = str(BLOCKED[Block(rule.block)])
    if rule.block_needs_harm:
        return said + " " + _("A block counts only if it names the harm that would be done.")
    return said


def _notice(rule: DecisionRule) -> str:
    days = rule.notice_days
    if not days:
        return ""
    words = ngettext(
        "Everybody has the proposal one day before.",
        "Everybody has the proposal %(n)d days before.",
        days,
    )
    return words % {"n": days}
