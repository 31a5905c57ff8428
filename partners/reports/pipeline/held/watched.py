"""What is watched about a partner that leaves, and what its people were to read or to decide."""

from datetime import date

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import (
    DiligenceAnswer,
    Incident,
    IncidentDecision,
    Representation,
    Reviewer,
)
from partners.reports.pipeline.rehoming import THEIRS, THING, Group, part

CHECKS = Group(
    "checks",
    _("Checks to look at again"),
    _("Nobody is reminded of them once they have gone."),
    "partners:risk",
    THEIRS,
    ("partners.DiligenceAnswer.organisation",),
)


def checks(pk: int, _on: date) -> QuerySet:
    """Of questions that are still asked, whether the day has come or not."""
    rows = DiligenceAnswer.objects.filter(
        organisation=pk, review_on__isnull=False, question__retired_on=None
    )
    owner, day = "answered_by__full_name", "review_on"
    return part("checks", rows, F("question__words"), owner=owner, day=day)


INCIDENTS = Group(
    "incidents",
    _("Incidents that are open"),
    _("Close them, or say who sees them through."),
    "partners:risk",
    THEIRS,
    ("partners.Incident.organisation",),
)


def incidents(pk: int, _on: date) -> QuerySet:
    rows = Incident.objects.filter(organisation=pk).open()
    return part("incidents", rows, F("title"), owner="opened_by__full_name", day="since_on")


DECISIONS = Group(
    "decisions",
    _("Decisions about them that wait"),
    _("Decide, or drop the question."),
    "partners:risk",
    THEIRS,
    ("partners.IncidentDecision.organisation",),
)


def decisions(pk: int, _on: date) -> QuerySet:
    rows = IncidentDecision.objects.filter(organisation=pk).waiting()
    return part("decisions", rows, F("question"), owner="decider__full_name", day="due_on")


READERS = Group(
    "readers",
    _("Calls whose applications their people read"),
    _("Ask somebody else to score them."),
    "partners:call",
    THING,
    ("partners.Reviewer.person",),
)


def readers(pk: int, _on: date) -> QuerySet:
    people = Representation.objects.filter(organisation=pk, membership__ended_on=None)
    rows = Reviewer.objects.at_work().filter(
        call__decided_at=None, person__in=people.values("membership__person")
    )
    return part("readers", rows, F("call__title"), owner="person__full_name", day="", pk="call_id")


HELD = ((CHECKS, checks), (INCIDENTS, incidents), (DECISIONS, decisions), (READERS, readers))
