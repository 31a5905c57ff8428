"""What a change comes to, in one sentence."""

from collections.abc import Iterable

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.models import Contact, Organisation
from partners.reports.events import Change, Effect, State
from partners.reports.words import Detail

# Verbs that say more than the rows they wrote.
SENTENCES = {
    "contact.erased": gettext_lazy("%(who)s erased what was held about a person"),
    "organisation.put_back": gettext_lazy("%(who)s put them back to an earlier version"),
    "organisation.undone": gettext_lazy("%(who)s took a change back"),
    "partners.undone_together": gettext_lazy(
        "%(who)s took back what was changed of several together"
    ),
    "organisation.merged": gettext_lazy("%(who)s merged %(reason)s into them"),
    "organisation.unmerged": gettext_lazy("%(who)s took %(reason)s out of them again"),
    "partners.import_undone": gettext_lazy("%(who)s took the import of %(reason)s back"),
}
# The same changes as the one tells them that was merged, and is itself again.
OF_THE_MERGED = {
    "organisation.merged": gettext_lazy("%(who)s merged them into another organisation"),
    "organisation.unmerged": gettext_lazy("%(who)s took them out of the other organisation again"),
}
# What was said of them and another organisation.
OF_TWO = {
    "pair.told_apart": gettext_lazy("%(who)s said that they are not %(other)s"),
    "pair.put_back": gettext_lazy("%(who)s said that they may be %(other)s after all"),
}
TOGETHER = "partners.edited_together"
CONSENTS = {
    "not_asked": gettext_lazy("%(name)s was not asked about the directory after all"),
    "asked": gettext_lazy("%(name)s was asked about the directory"),
    "yes": gettext_lazy("%(name)s may be named in the directory"),
    "no": gettext_lazy("%(name)s will not be named in the directory"),
}
NAMED = 3  # a headline names this many things; more are counted


def headline(
    change: Change, details: tuple[Detail, ...], *, who: str, file: str, may_see_contacts: bool
) -> str:
    """The most telling sentence: what was meant first, then who came and went, then what changed."""
    words = {"who": who, "file": file, "reason": change.context.get("reason", "")}
    verb = change.context.get("verb", "")
    if change.is_about_two:
        return _sentence_of_two(verb, details, who=who)
    meant = (OF_THE_MERGED if _is_the_merged(change) else SENTENCES).get(verb)
    if meant:
        return str(meant) % words
    if change.is_the_first:
        return _("Came in with %(file)s") % words if file else _("Joined the list")
    return (
        _standing_sentence(change, words)
        or (_("%(file)s brought news of them") % words if file else "")
        or (_people_sentence(change) if may_see_contacts else "")
        or (_set_sentence(details) if change.context.get("verb") == TOGETHER else "")
        or _details_sentence(details)
    )


def together(sentence: str, *, others: int) -> str:
    """“Looked after by: Ana Ruiz, together with 46 others”; the sentence alone when it was one only."""
    if others < 1:
        return sentence
    words = {"sentence": sentence, "n": others}
    return (
        ngettext(
            "%(sentence)s, together with one other",
            "%(sentence)s, together with %(n)d others",
            others,
        )
        % words
    )


def _sentence_of_two(verb: str, details: tuple[Detail, ...], *, who: str) -> str:
    """Also when a merge of the other one, or an undo, has said it of another one."""
    if verb in OF_TWO and len(details) == 1:
        return str(OF_TWO[verb]) % {"who": who, "other": details[0].after or details[0].before}
    return _details_sentence(details)


def _is_the_merged(change: Change) -> bool:
    """Whether the change took them off the list for another's sake, or brought them back."""
    return any(
        before and before.get("merged_into_id") != after.get("merged_into_id")
        for before, after in _states(change, Organisation)
    )


def _standing_sentence(change: Change, words: dict[str, str]) -> str:
    """Whether they were retired, or came back."""
    for before, after in _states(change, Organisation):
        was_here = not before.get("retired_on")
        is_here = not after.get("retired_on")
        if was_here and not is_here:
            return _("%(who)s retired them") % words
        if is_here and not was_here:
            return _("%(who)s took them back into the list") % words
    return ""


def _people_sentence(change: Change) -> str:
    """Who speaks for them now, and who left: “Marisol Ortega speaks for them now; Dev Patel left”."""
    states = list(_states(change, Contact))
    said = [
        *(
            _("%(name)s speaks for them now") % after
            for before, after in states
            if _speaks(after) and not _speaks(before)
        ),
        *(
            _("%(name)s left") % before
            for before, after in states
            if _is_there(before) and not _is_there(after)
        ),
        *(
            _("%(name)s is back") % after
            for before, after in states
            if before and not _is_there(before) and _is_there(after) and not _speaks(after)
        ),
        *(
            str(CONSENTS[_consent(after)]) % after
            for before, after in states
            if before and after and _consent(before) != _consent(after)
        ),
        *(
            _("%(name)s wants no letters from us") % after
            for before, after in states
            if after.get("wants_no_letters") and before and not before.get("wants_no_letters")
        ),
        *(
            _("%(name)s takes letters from us again") % after
            for before, after in states
            if before.get("wants_no_letters") and after and not after.get("wants_no_letters")
        ),
    ]
    return "; ".join(said)


def _states(change: Change, model: type) -> Iterable[tuple[State, State]]:
    effects: Iterable[Effect] = (row for row in change.effects if row.model is model)
    return ((effect.before or {}, effect.after or {}) for effect in effects)


def _is_there(contact: State) -> bool:
    return bool(contact) and not contact["left_on"]


def _consent(contact: State) -> str:
    """Versions from before there was a directory say nothing of it."""
    return contact.get("listing_consent") or Contact.Consent.NOT_ASKED


def _speaks(contact: State) -> bool:
    return _is_there(contact) and contact["role"] == Contact.Role.REPRESENTATIVE


def _set_sentence(details: tuple[Detail, ...]) -> str:
    """What one field was set to, for all at once: “Looked after by: Ana Ruiz”."""
    if len(details) != 1 or details[0].is_part or not details[0].after:
        return ""
    return f"{details[0].label}: {details[0].after}"


def _details_sentence(details: tuple[Detail, ...]) -> str:
    if not details:
        return _("Something changed")
    only = details[0]
    if len(details) == 1 and only.is_part and not (only.before and only.after):
        return only.sentence
    labels = labels_of(details)
    if len(labels) > NAMED:
        return ngettext("%(n)d thing changed", "%(n)d things changed", len(labels)) % {
            "n": len(labels)
        }
    return _("%(what)s changed") % {"what": get_text_list(labels, _("and"))}


def labels_of(details: Iterable[Detail]) -> list[str]:
    """Each label once; the first begins the sentence, the others stand within it."""
    labels = list(dict.fromkeys(detail.label for detail in details))
    return [label if position == 0 else _within(label) for position, label in enumerate(labels)]


def _within(label: str) -> str:
    """ "Website" is a website, "MOU signed on" stays as it is."""
    is_acronym = label[1:2].isupper()
    return label if ":" in label or is_acronym else label[:1].lower() + label[1:]
