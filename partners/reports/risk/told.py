"""What the story of an organisation tells of due diligence and incidents; of notes it tells nothing."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.models import DiligenceAnswer, Incident
from partners.reports.history.events import Effect, State
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail, cut


def diligence_details(effect: Effect, names: Names) -> list[Detail]:
    """ "Due diligence: A concern. Where does its money come from? – two funders sell tobacco"."""
    before, after = (
        _found(state, names) if state else "" for state in (effect.before, effect.after)
    )
    label = _("Due diligence")
    if not after:
        said = _("Due diligence taken back: %(found)s") % {"found": before}
        return [Detail(label=label, before=before, after="", is_part=True, said=said)]
    said = _("Due diligence: %(found)s") % {"found": after}
    return [Detail(label=label, before=before, after=after, is_part=not before, said=said)]


def _found(state: State, names: Names) -> str:
    finding = str(DiligenceAnswer.Finding(state["finding"]).label)
    told = {"finding": finding, "question": names.question(state["question_id"])}
    said = _("%(question)s – %(finding)s") % told
    return f"{said}: {cut(state['words'])}" if state["words"] else said


def incident_details(effect: Effect, _names: Names) -> list[Detail]:
    """One sentence for each thing that a step changed: known, said, listed, closed."""
    before, after = effect.before, effect.after
    label, title = _("Incident"), (after or before or {})["title"]
    if after is None:
        said = _("Incident taken back: %(title)s") % {"title": title}
        return [Detail(label=label, before=title, after="", is_part=True, said=said)]
    if before is None:
        return [_opened(label, after), *_listing(label, {}, after)]
    told = [
        *_known(label, before, after),
        *_statement(label, before, after),
        *_listing(label, before, after),
        *_closing(label, before, after),
    ]
    said = _("Incident changed: %(title)s") % {"title": title}
    return told or [Detail(label=label, before="", after=title, said=said)]


def _opened(label: str, after: State) -> Detail:
    severity = str(Incident.Severity(after["severity"]).label)
    said = _("Incident opened: %(title)s (%(severity)s)")
    told = {"title": after["title"], "severity": severity}
    return Detail(label=label, before="", after=after["title"], is_part=True, said=said % told)


def _known(label: str, before: State, after: State) -> list[Detail]:
    columns = ("title", "known", "since_on", "severity")
    if all(before[name] == after[name] for name in columns):
        return []
    said = _("What is known of “%(title)s”: %(known)s")
    told = {"title": after["title"], "known": cut(after["known"])}
    return [Detail(label=label, before=before["known"], after=after["known"], said=said % told)]


def _statement(label: str, before: State, after: State) -> list[Detail]:
    if before["holding"] == after["holding"]:
        return []
    if not after["holding"]:
        said = _("No holding statement any more")
        return [Detail(label=label, before=before["holding"], after="", said=said)]
    said = _("Holding statement: %(words)s") % {"words": cut(after["holding"])}
    return [Detail(label=label, before=before["holding"], after=after["holding"], said=said)]


def _listing(label: str, before: State, after: State) -> list[Detail]:
    was, now = bool(before.get("listing_paused_on")), bool(after["listing_paused_on"])
    if was == now:
        return []
    said = _("Their listing is paused") if now else _("They are listed again")
    return [Detail(label=label, before="", after=said, said=said)]


def _closing(label: str, before: State, after: State) -> list[Detail]:
    if before["closed_on"] == after["closed_on"]:
        return []
    told = {"title": after["title"], "outcome": cut(after["outcome"])}
    sentence = _("Incident closed: %(title)s. %(outcome)s")
    if not after["closed_on"]:
        sentence = _("Incident opened again: %(title)s")
    return [Detail(label=label, before="", after=after["title"], said=sentence % told)]


def decision_details(effect: Effect, names: Names) -> list[Detail]:
    before, after = effect.before, effect.after
    label, state = _("Decision"), after or before or {}
    about = {
        "question": state["question"],
        "person": names.person(state["decider_id"]),
        "day": date_format(date.fromisoformat(state["due_on"])),
    }
    if after is None:
        said = _("No decision needed any more: %(question)s") % about
        return [Detail(label=label, before=state["question"], after="", is_part=True, said=said)]
    if after["decided_on"] and not (before and before["decided_on"]):
        told = {**about, "decision": after["decision"], "reason": cut(after["reason"])}
        said = _("Decided: %(question)s – %(decision)s, because: %(reason)s") % told
        return [Detail(label=label, before="", after=after["decision"], said=said)]
    if before and before["decided_on"] and not after["decided_on"]:
        said = _("Not decided after all: %(question)s") % about
        return [Detail(label=label, before="", after=after["question"], said=said)]
    said = _("Decision needed: %(question)s (%(person)s, by %(day)s)") % about
    return [
        Detail(label=label, before="", after=after["question"], is_part=before is None, said=said)
    ]
