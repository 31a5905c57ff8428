"""The pipeline as a table, filtered by the address: the same rows as on the board, and those who went."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Value, When
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Choice, Filter, chosen_filter
from common.text.numbers import read_ids
from partners.models import Organisation, PipelineRules, Stage
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.pipeline.steps import GONE, TO_INVITE
from partners.reports.pages import Page
from partners.reports.pipeline.readiness import ready_ones
from partners.reports.pipeline.rows import FIELDS, Row, in_pipeline, rows_of, with_plan
from partners.reports.pipeline.stages import staged
from partners.reports.talks.listing import who_logs

A_PAGE = 50
READY, NOT_READY = "ready", "not_yet"
LATE, PLANNED, UNPLANNED = "late", "planned", "unplanned"


@dataclass(frozen=True)
class Listed:
    rows: list[Row]
    filters: list[Filter]
    page: Page


def listed(query: QueryDict, *, membership: Membership, on: date) -> Listed:
    """Without a filter all who have not gone. At most ten queries."""
    rules = PipelineRules.of(membership.coalition_id)
    number = Page.asked(query)
    begin = (number - 1) * A_PAGE
    here = Organisation.objects.visible_to(membership)
    rows = _asked(query, with_plan(staged(here)).exclude(stage=""), on=on)
    if query.get("hint") in (READY, NOT_READY):
        ready = ready_ones(membership.coalition_id, rules, on=on)
        before = rows.filter(stage__in=TO_INVITE)
        is_ready = query["hint"] == READY
        rows = before.filter(pk__in=ready) if is_ready else before.exclude(pk__in=ready)
    # All else that a line says is asked for the lines of the page alone.
    ids = list(rows.order_by(*_order()).values_list("pk", flat=True)[begin : begin + A_PAGE + 1])
    told = in_pipeline(here.filter(pk__in=ids[:A_PAGE])).values(*FIELDS)
    return Listed(
        rows=rows_of(sorted(told, key=lambda one: ids.index(one["pk"])), rules, on=on),
        filters=_filters(query, membership),
        page=Page(number, has_next=len(ids) > A_PAGE),
    )


def _order() -> tuple[Any, ...]:
    """As the columns of the board stand; within a stage by the day of the invitation, then by name."""
    places = [When(stage=stage, then=Value(place)) for place, stage in enumerate(Stage.values)]
    return (Case(*places), F("invite_by").asc(nulls_last=True), "sort_name", "pk")


def _asked(query: QueryDict, rows: OrganisationQuerySet, *, on: date) -> OrganisationQuerySet:
    stages = [stage for stage in query.getlist("stage") if stage in Stage.values]
    rows = rows.filter(stage__in=stages) if stages else rows.exclude(stage__in=GONE)
    if words := query.get("q", "").replace("\0", "").split():
        rows = rows.saying(words[:8], people_too=False)
    people = read_ids(query.getlist("who"))
    if people:
        kept = rows.filter(owner__in=people) | rows.filter(pipeline_plan__inviter__in=people)
        rows = kept
    return _due(rows, query.get("due", ""), on=on)


def _due(rows: OrganisationQuerySet, due: str, *, on: date) -> OrganisationQuerySet:
    if due == LATE:
        return rows.filter(stage__in=TO_INVITE, invite_by__lt=on)
    if due == PLANNED:
        return rows.filter(stage__in=TO_INVITE, invite_by__isnull=False)
    if due == UNPLANNED:
        return rows.filter(stage__in=TO_INVITE, invite_by__isnull=True)
    return rows


def _filters(query: QueryDict, membership: Membership) -> list[Filter]:
    people = [(str(one.pk), str(one)) for one in who_logs(membership)]
    ready = [(READY, _("Ready to be invited")), (NOT_READY, _("Not yet"))]
    due = [
        (LATE, _("Late")),
        (PLANNED, _("With a day")),
        (UNPLANNED, _("Without a day")),
    ]
    return [
        chosen_filter(
            name="stage",
            label=_("Stage"),
            choices=[(value, str(label)) for value, label in Stage.choices],
            values=query.getlist("stage"),
        ),
        chosen_filter(name="who", label=_("Who"), choices=people, values=query.getlist("who")),
        _single("hint", _("Readiness"), ready, query),
        _single("due", _("Invitation"), due, query),
    ]


def _single(name: str, label: str, choices: list[tuple[str, str]], query: QueryDict) -> Filter:
    chosen = query.get(name, "")
    told = tuple(Choice(value, text, value == chosen) for value, text in choices)
    return Filter(name, label, told, is_single=True)
