"""An incident from the first news to the day on which it is closed; each step can be undone."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Incident, IncidentDecision, Organisation


@dataclass(frozen=True)
class News:
    """What somebody tells of an incident."""

    title: str
    known: str
    since_on: date
    severity: str


@dataclass(frozen=True)
class Asked:
    """What has to be decided, by whom and by when."""

    question: str
    decider: Person
    due_on: date
    options: str = ""


@transaction.atomic
def open_incident(
    organisation: Organisation, news: News, *, pauses: bool, on: date, by: Person
) -> Incident:
    """From now on it stands on their page; with `pauses` they are also in nothing that we hand out."""
    home = Organisation.objects.locked(organisation.pk)
    with recording("incident.opened", by=by):
        return Incident.objects.create(
            coalition_id=home.coalition_id,
            organisation=home,
            title=news.title,
            known=news.known,
            since_on=news.since_on,
            severity=news.severity,
            opened_on=on,
            opened_by=by,
            listing_paused_on=on if pauses else None,
        )


@transaction.atomic
def tell_more(incident: Incident, news: News, *, by: Person) -> Incident:
    """More is known now; what was known before stays in history."""
    incident = _open(incident)
    with recording("incident.edited", by=by):
        incident.title, incident.known = news.title, news.known
        incident.since_on, incident.severity = news.since_on, news.severity
        incident.save(update_fields=["title", "known", "since_on", "severity"])
    return incident


@transaction.atomic
def hold(incident: Incident, *, statement: str, on: date, by: Person) -> Incident:
    """From now on this is what everybody says; without words nothing is agreed."""
    incident = _open(incident)
    with recording("incident.statement_agreed", by=by):
        incident.holding_on = (on if statement != incident.holding else incident.holding_on) or on
        incident.holding = statement
        if not statement:
            incident.holding_on = None
        incident.save(update_fields=["holding", "holding_on"])
    return incident


@transaction.atomic
def pause_listing(incident: Incident, *, on: date, by: Person) -> Incident:
    """They are in nothing that we hand out until this ends. Twice keeps the first day."""
    incident = _open(incident)
    with recording("incident.listing_paused", by=by):
        incident.listing_paused_on = incident.listing_paused_on or on
        incident.save(update_fields=["listing_paused_on"])
    return incident


@transaction.atomic
def resume_listing(incident: Incident, *, by: Person) -> Incident:
    """As far as this incident goes they may be named again."""
    incident = _open(incident)
    with recording("incident.listing_resumed", by=by):
        incident.listing_paused_on = None
        incident.save(update_fields=["listing_paused_on"])
    return incident


@transaction.atomic
def close(incident: Incident, *, outcome: str, on: date, by: Person) -> Incident:
    """It is over: the listing comes back. Refuses while a decision is still awaited."""
    incident = _open(incident)
    if incident.decisions.filter(decided_on__isnull=True).exists():
        raise Refusal(
            _("A decision is still awaited. Take it, or take the question back, before you close.")
        )
    with recording("incident.closed", by=by):
        incident.outcome, incident.closed_on, incident.closed_by = outcome, on, by
        incident.listing_paused_on = None
        incident.save(update_fields=["outcome", "closed_on", "closed_by", "listing_paused_on"])
    return incident


@transaction.atomic
def reopen(incident: Incident, *, by: Person) -> Incident:
    """It was not over after all. Whether they are listed is decided anew."""
    incident = Incident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
    if incident.is_open:
        return incident
    with recording("incident.reopened", by=by, reason=incident.outcome):
        incident.outcome, incident.closed_on, incident.closed_by = "", None, None
        incident.save(update_fields=["outcome", "closed_on", "closed_by"])
    return incident


# ---------------------------------------------------------------- decisions


@transaction.atomic
def ask_for_decision(incident: Incident, asked: Asked, *, on: date, by: Person) -> IncidentDecision:
    """Refuses a decider who may not see incidents: they could not know what they decide."""
    incident = _open(incident)
    _refuse_decider(incident.coalition_id, asked.decider)
    with recording("incident.decision_needed", by=by):
        return IncidentDecision.objects.create(
            coalition_id=incident.coalition_id,
            organisation_id=incident.organisation_id,
            incident=incident,
            question=asked.question,
            options=asked.options,
            decider=asked.decider,
            due_on=asked.due_on,
            asked_by=by,
            asked_on=on,
        )


@transaction.atomic
def ask_otherwise(decision: IncidentDecision, asked: Asked, *, by: Person) -> IncidentDecision:
    """Another day, another person, other options, while nothing is decided."""
    decision = _untaken(decision)
    if asked.decider.pk != decision.decider_id:
        _refuse_decider(decision.coalition_id, asked.decider)
    with recording("incident.decision_changed", by=by):
        decision.question, decision.options = asked.question, asked.options
        decision.decider, decision.due_on = asked.decider, asked.due_on
        decision.save(update_fields=["question", "options", "decider", "due_on"])
    return decision


@transaction.atomic
def decide(
    decision: IncidentDecision, *, what: str, reason: str, on: date, by: Person
) -> IncidentDecision:
    """Refuses when somebody has decided it meanwhile: a decision is changed by undoing it."""
    decision = _untaken(decision)
    _open(decision.incident)
    with recording("incident.decided", by=by):
        decision.decision, decision.reason = what, reason
        decision.decided_on, decision.decided_by = on, by
        decision.save(update_fields=["decision", "reason", "decided_on", "decided_by"])
    return decision


@transaction.atomic
def drop_decision(decision: IncidentDecision, *, by: Person) -> None:
    """Nothing has to be decided after all."""
    decision = _untaken(decision)
    with recording("incident.decision_dropped", by=by):
        decision.delete()


def may_decide(decision: IncidentDecision, membership: Membership) -> bool:
    """Whoever was asked, and whoever keeps partners: they write down what a meeting has decided."""
    return membership.may(Permission.EDIT_PARTNERS) or (
        decision.decider_id == membership.person_id and membership.may(Permission.SEE_RISK)
    )


def _open(incident: Incident) -> Incident:
    found = Incident.objects.select_for_update(of=("self",)).filter(pk=incident.pk).first()
    if found is None:
        raise Refusal(_("Somebody has taken this incident back meanwhile."))
    if not found.is_open:
        raise Refusal(_("This incident is closed. Open it again first."))
    return found


def _untaken(decision: IncidentDecision) -> IncidentDecision:
    rows = IncidentDecision.objects.select_for_update(of=("self",)).select_related("incident")
    found = rows.filter(pk=decision.pk).first()
    if found is None:
        raise Refusal(_("Somebody has taken this question back meanwhile."))
    if found.is_taken:
        raise Refusal(_("This is decided already."))
    return found


def _refuse_decider(coalition: int, person: Person) -> None:
    members = Membership.objects.filter(coalition=coalition).active().of(person)
    if not any(member.may(Permission.SEE_RISK) for member in members):
        raise Refusal(_("%(person)s may not see incidents here.") % {"person": person})
