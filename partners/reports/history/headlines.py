"""What a change comes to, in one sentence."""

from collections.abc import Iterable

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.models import Contact, Organisation, PartnerLetter
from partners.reports.history.events import Change, Effect, State
from partners.reports.history.sentences import Detail, sentences_of
from partners.reports.history.tie_words import ties_sentence

# Verbs that say more than the rows they wrote.
SENTENCES = {
    "contact.erased": gettext_lazy("%(who)s erased what was held about a person"),
    "contact.merged": gettext_lazy("%(who)s made two entries of one person one"),
    "contact.unmerged": gettext_lazy("%(who)s took two people apart again"),
    "profile.verified": gettext_lazy("%(who)s confirmed what is written of them"),
    "pipeline.prospect": gettext_lazy("%(who)s made them a prospect"),
    "pipeline.in_conversation": gettext_lazy("%(who)s began to talk with them"),
    "pipeline.invited": gettext_lazy("%(who)s invited them"),
    "pipeline.member": gettext_lazy("They became a member"),
    "pipeline.paused": gettext_lazy("They pause"),
    "pipeline.alumni": gettext_lazy("They left; they are alumni now"),
    "pipeline.declined": gettext_lazy("They do not take part for now"),
    "nomination.accepted": gettext_lazy("%(who)s took up a suggestion of them"),
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
KEEPER = Organisation._meta.get_field("owner").verbose_name  # noqa: SLF001 - Django's own door
LETTER = PartnerLetter._meta.verbose_name  # noqa: SLF001 - Django's own door
NAMED = 3  # a headline names this many things; more are counted


def headline(
    change: Change, details: tuple[Detail, ...], *, who: str, file: str, may_see_contacts: bool
) -> str:
    """The most telling sentence: what was meant first, then who came and went, then what changed."""
    words = {"who": who, "file": file, "reason": _named(change.context.get("reason", ""))}
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
        or _details_sentence(_meant(verb, details))
    )


def _meant(verb: str, details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """A letter that leaves is kept among the talks too, which need not be said beside it."""
    if verb.startswith("letter."):
        return tuple(one for one in details if one.label == capfirst(str(LETTER))) or details
    return details


def _named(reason: str) -> str:
    """Of several that were merged, the names as a sentence has them: “CLHC, Cedar and Oak Clinic”."""
    return get_text_list(reason.split("; "), _("and"))


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
    """Whether they were retired, or came back; whether the directory names them."""
    for before, after in _states(change, Organisation):
        was_here = not before.get("retired_on")
        is_here = not after.get("retired_on")
        if was_here and not is_here:
            return _("%(who)s retired them") % words
        if is_here and not was_here:
            return _("%(who)s took them back into the list") % words
        if before and _is_left_out(before) != _is_left_out(after):
            return (
                _("%(who)s left them out of the directory")
                if _is_left_out(after)
                else _("%(who)s let the directory name them again")
            ) % words
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


def _is_left_out(organisation: State) -> bool:
    """Versions from before there was a directory say nothing of it."""
    return bool(organisation.get("is_left_out_of_directory"))


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
    sentences = list(sentences_of(details))
    if len(sentences) > 1:
        return ties_sentence(details) or _labels_sentence(details)
    if details[0].said or _all_went_one_way(details):
        return sentences[0]
    if details[0].label == capfirst(str(KEEPER)):
        return _keeper_sentence(details[0])
    return _labels_sentence(details)


def _labels_sentence(details: tuple[Detail, ...]) -> str:
    """What it was about: “Name and website changed”, “Person and phone added”."""
    labels = labels_of(details)
    if len(labels) > NAMED:
        return ngettext("%(n)d thing changed", "%(n)d things changed", len(labels)) % {
            "n": len(labels)
        }
    words = {"what": get_text_list(labels, _("and"))}
    if _all_went_one_way(details):
        return (_("%(what)s added") if details[0].after else _("%(what)s removed")) % words
    if details[0].owner and len({detail.owner for detail in details}) == 1:
        return _owned_sentence(details)
    return _("%(what)s changed") % words


def _keeper_sentence(detail: Detail) -> str:
    if not detail.after:
        return _("Nobody looks after them now")
    return _("%(name)s looks after them now") % {"name": detail.after}


def _owned_sentence(details: tuple[Detail, ...]) -> str:
    """Of one person: “Nia Feldman: job title and phone changed”."""
    labels = list(dict.fromkeys(_within(detail.label) for detail in details))
    words = {"owner": details[0].owner, "what": get_text_list(labels, _("and"))}
    return _("%(owner)s: %(what)s changed") % words


def _all_went_one_way(details: tuple[Detail, ...]) -> bool:
    """Whether everything is a part that came, or everything one that went."""
    return all(detail.is_part and not detail.before for detail in details) or all(
        detail.is_part and not detail.after for detail in details
    )


def labels_of(details: Iterable[Detail]) -> list[str]:
    """Each label once; the first begins the sentence, the others stand within it."""
    labels = list(dict.fromkeys(detail.full_label for detail in details))
    return [label if position == 0 else _within(label) for position, label in enumerate(labels)]


def _within(label: str) -> str:
    """ "Website" is a website, "MOU signed on" stays as it is."""
    is_acronym = label[1:2].isupper()
    return label if is_acronym else label[:1].lower() + label[1:]
