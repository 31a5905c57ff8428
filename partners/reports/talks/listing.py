"""The talks of a whole coalition, filtered by the address, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from accounts.permissions import Permission, Role
from common.pages.filters import Filter, chosen_filter
from common.text.numbers import read_id, read_ids
from partners.models import Organisation, Touchpoint
from partners.models.talks.touchpoints import TouchpointQuerySet
from partners.reports.pages import Page

A_PAGE = 50
SOON = 14  # days within which a follow-up is near


@dataclass(frozen=True)
class Listed:
    talks: list[Touchpoint]
    filters: list[Filter]
    page: Page
    partner: Organisation | None


def listed_talks(query: QueryDict, *, membership: Membership, on: date) -> Listed:
    """Newest first; what is to follow up, the most urgent first."""
    people = who_logs(membership)
    number = Page.asked(query)
    begin = (number - 1) * A_PAGE
    partner = _partner(query, membership)
    rows = list(
        _asked(query, membership=membership, partner=partner, on=on).with_people()[
            begin : begin + A_PAGE + 1
        ]
    )
    return Listed(
        talks=rows[:A_PAGE],
        filters=_filters(query, people),
        page=Page(number, has_next=len(rows) > A_PAGE),
        partner=partner,
    )


def who_logs(membership: Membership) -> list[Person]:
    """Members who may have talked with a partner, and so may be named: those who log, in order."""
    roles = [role for role in Role if Permission.LOG_TALKS in role.permissions]
    members = Membership.objects.filter(coalition=membership.coalition_id, role__in=roles)
    rows = members.active().with_people().order_by("person__full_name", "pk")
    return list({row.person_id: row.person for row in rows}.values())


def _asked(
    query: QueryDict, *, membership: Membership, partner: Organisation | None, on: date
) -> TouchpointQuerySet:
    rows = Touchpoint.objects.visible_to(membership)
    if partner:
        rows = rows.of(partner)
    if words := query.get("q", ""):
        rows = rows.saying(words[:200])
    if kinds := query.getlist("kind"):
        rows = rows.of_kinds(kinds)
    if people := read_ids(query.getlist("who")):
        rows = rows.with_any_of(people)
    due = query.get("due", "")
    if due in DUE:
        until = {"due": on, "soon": on + timedelta(days=SOON)}.get(due)
        return rows.due(on=until) if until else rows.to_follow_up()
    return rows.newest_first()


DUE = ("due", "soon", "open")


def _filters(query: QueryDict, people: list[Person]) -> list[Filter]:
    due = [
        ("due", _("Due by today")),
        ("soon", _("Due within two weeks")),
        ("open", _("Any that is open")),
    ]
    chip = chosen_filter(
        name="due", label=_("Follow-up"), choices=due, values=query.getlist("due")[:1]
    )
    return [
        chosen_filter(
            name="kind",
            label=_("Kind"),
            choices=[(value, str(label)) for value, label in Touchpoint.Kind.choices],
            values=query.getlist("kind"),
        ),
        chosen_filter(
            name="who",
            label=_("Who"),
            choices=[(str(one.pk), str(one)) for one in people],
            values=query.getlist("who"),
        ),
        Filter(chip.name, chip.label, chip.choices, is_single=True),
    ]


def _partner(query: QueryDict, membership: Membership) -> Organisation | None:
    told = read_id(query.get("partner"))
    return Organisation.objects.visible_to(membership).filter(pk=told).first() if told else None
