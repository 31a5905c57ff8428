"""Saying how widely a lead must be shared, and letting it be otherwise for a reason that everybody sees."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Body, LeadershipOverride, LeadershipRule
from governance.models.power.leadership import breaking_the_rule
from governance.reports.power.leadership import Lead, lead_of, leads_in

MEND_IN = timedelta(days=180)  # a default of ours, where nobody says when to look again


@transaction.atomic
def check_co_leads(
    body: Body, *, on: date, by: Person, reason: str = "", before: Lead | None = None
) -> LeadershipOverride | None:
    """Judge who leads a body after something was written; what stands against the rule is answered.

    Raises Refusal when the body breaks the rule and no reason is given, unless an earlier reason covers it,
    or the change has brought it nearer to the rule than it was `before`, or has not touched who leads.
    When the rule is kept again, the earlier reason is taken off.
    """
    now = lead_of(body, on=on)
    if not now.is_broken:
        _heal([now.override] if now.override else [], on=on)
        return None
    if before is not None and not _is_worse(now, before):
        return now.override
    if now.override and now.found >= now.override.sectors_found:
        return now.override
    if not reason:
        raise Refusal(_refused([now]))
    return _allow(now, reason=reason, mend_by=on + MEND_IN, on=on, by=by)


def _is_worse(now: Lead, before: Lead) -> bool:
    """Others lead than did, for no more sectors; or the rule asks for more here than it did."""
    is_led_otherwise = now.organisations != before.organisations and now.found <= before.found
    return is_led_otherwise or now.asked > before.asked


def _refused(broken: Iterable[Lead]) -> str:
    told = [
        ngettext(
            "%(body)s: one sector asked for, %(found)d found",
            "%(body)s: %(n)d different sectors asked for, %(found)d found",
            lead.asked,
        )
        % {"body": lead.body.name, "n": lead.asked, "found": lead.found}
        for lead in broken
    ]
    return _(
        "The lead would not be shared as your rule asks (%(bodies)s). Choose otherwise, or give the reason"
        " why it must be so for now; everybody will see it."
    ) % {"bodies": get_text_list(told, _("and"))}


@transaction.atomic
def allow_break(
    body: Body, *, reason: str, mend_by: date, on: date, by: Person
) -> LeadershipOverride:
    """A body may be led by fewer sectors than asked for now. Raises Refusal when it keeps the rule."""
    Body.objects.select_for_update().get(pk=body.pk)
    now = lead_of(body, on=on)
    if not now.is_broken:
        raise Refusal(_("This body keeps the rule, so there is nothing to give a reason for."))
    return _allow(now, reason=reason, mend_by=mend_by, on=on, by=by)


def _allow(lead: Lead, *, reason: str, mend_by: date, on: date, by: Person) -> LeadershipOverride:
    """A reason that is given while another one stands takes its place."""
    override = lead.override or LeadershipOverride(
        coalition_id=lead.body.coalition_id, body=lead.body, allowed_on=on
    )
    with recording("leadership.allowed", by=by, reason=reason):
        override.reason, override.mend_by, override.allowed_by = reason, mend_by, by
        override.sectors_asked, override.sectors_found = lead.asked, lead.found
        override.save()
    return override


def _heal(overrides: Iterable[LeadershipOverride], *, on: date) -> int:
    healed = list(overrides)
    for override in healed:
        with recording("leadership.healed"):
            override.healed_on = max(on, override.allowed_on)
            override.save()
    return len(healed)


@transaction.atomic
def heal_overrides(*, at: datetime) -> int:
    """Take off every reason whose body keeps the rule again, each by its coalition's day; how many.

    Everywhere on earth it is one of three days at most, so as few questions find them for all coalitions
    as for one. Each coalition in which something heals has a change of its own: taking it back is theirs.
    """
    standing = LeadershipOverride.objects.standing()
    count = 0
    for day, coalitions in Coalition.objects.by_day(standing.coalitions(), at=at).items():
        for ids in standing.of_coalitions(coalitions).healed_by(on=day).ids_by_coalition():
            with recording("leadership.healed"):
                count += standing.heal(ids, on=day)
    return count


@transaction.atomic
def set_rule(
    coalition: Coalition,
    values: Mapping[str, Any],
    *,
    body: Body | None = None,
    on: date,
    by: Person,
    reason: str = "",
) -> LeadershipRule:
    """From how many sectors co-leads must come, in the coalition or in one body.

    Raises Refusal, and nothing is saved, when a body breaks it now and no reason is given for that.
    """
    Coalition.objects.lock(coalition.pk)
    with recording("leadership.ruled", by=by):
        rule, _is_new = LeadershipRule.objects.update_or_create(
            coalition=coalition, body=body, defaults=dict(values)
        )
        _judge_all(coalition, body, reason=reason, on=on, by=by)
    return rule


@transaction.atomic
def drop_own_rule(body: Body, *, on: date, by: Person, reason: str = "") -> None:
    """The coalition's rule holds in this body from now on."""
    Coalition.objects.lock(body.coalition_id)
    with recording("leadership.ruled", by=by):
        LeadershipRule.objects.filter(body=body).delete()
        _judge_all(body.coalition, body, reason=reason, on=on, by=by)


def _judge_all(
    coalition: Coalition, body: Body | None, *, reason: str, on: date, by: Person
) -> None:
    """Every body that the rule may concern: reasons that are needed no more are taken off."""
    standing = Body.objects.of_coalition(coalition.pk).standing()
    bodies = standing.filter(pk=body.pk) if body else standing
    _heal(LeadershipOverride.objects.filter(body__in=bodies).healed_by(on=on), on=on)
    broken = [
        lead
        for lead in leads_in(breaking_the_rule(bodies, on=on), on=on)
        if lead.override is None or lead.found < lead.override.sectors_found
    ]
    if broken and not reason:
        raise Refusal(_refused(broken))
    for lead in broken:
        _allow(lead, reason=reason, mend_by=on + MEND_IN, on=on, by=by)
