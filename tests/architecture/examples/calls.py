"""Rows for the addresses of calls and applications."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from common.history.tracking import recording
from partners.models import Reviewer
from tests.architecture.examples.partners import organisation
from tests.architecture.examples.populated import Populated
from tests.factories import (
    ApplicationFactory,
    CallFactory,
    CriterionFactory,
    DecisionLetterFactory,
    OutreachFactory,
    ReviewerFactory,
)


def call(here: Populated) -> Any:
    return here.call


def draft_call(here: Populated) -> Any:
    return CallFactory(coalition=here.coalition, closes_on=date(2999, 1, 1))


def criterion(here: Populated) -> dict[str, int]:
    row = CriterionFactory(call=draft_call(here))
    return {"pk": row.call_id, "criterion": row.pk}


def outreach(here: Populated) -> dict[str, int]:
    row = OutreachFactory(call=here.call)
    return {"pk": row.call_id, "outreach": row.pk}


def reviewer(here: Populated) -> dict[str, int]:
    asked = {"call": here.call, "person": here.representation.membership.person}
    row = Reviewer.objects.filter(**asked).first() or ReviewerFactory(**asked)
    return {"pk": row.call_id, "reviewer": row.pk}


def application(here: Populated) -> dict[str, int]:
    """A partner reads for the call too, so that everybody who may review finds it."""
    reviewer(here)
    return {"pk": here.application.call_id, "application": here.application.pk}


def closed_application(here: Populated, **fields: Any) -> dict[str, int]:
    row = ApplicationFactory(call=CallFactory(coalition=here.coalition, closed=True), **fields)
    return {"pk": row.call_id, "application": row.pk}


def decision_letter(here: Populated) -> dict[str, int]:
    letter = DecisionLetterFactory(application__call__coalition=here.coalition)
    row = letter.application
    return {"pk": row.call_id, "application": row.pk, "letter": letter.pk}


def changed_call(here: Populated) -> dict[str, Any]:
    with recording("call.edited", by=here.call.written_by) as change:
        here.call.about = "Changed"
        here.call.save()
    return {"change": change}


def public_call(here: Populated) -> dict[str, str]:
    return {"home": here.coalition.slug, "slug": here.call.slug}


def application_token(here: Populated) -> dict[str, str]:
    here.application.sent_at = timezone.now() - timedelta(days=1)
    here.application.save()
    return {"token": here.application.link.rstrip("/").split("/")[-1]}


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "application": application_token,
    "application_withdraw": application_token,
    "call": public_call,
    "call_sent": public_call,
    "partners:application": application,
    "partners:application_conflict": application,
    "partners:application_decide": closed_application,
    "partners:application_erase": application,
    "partners:application_link": lambda here: {
        **closed_application(here, accepted=True),
        "organisation": here.organisation.pk,
    },
    "partners:application_score": application,
    "partners:application_scores": application,
    "partners:application_take_in": lambda here: closed_application(here, accepted=True),
    "partners:applications_of": organisation,
    "partners:call": call,
    "partners:call_applications": lambda here: {"pk": application(here)["pk"]},
    "partners:call_close": call,
    "partners:call_decide_anew": call,
    "partners:call_edit": call,
    "partners:call_finish": lambda here: {"pk": closed_application(here, accepted=True)["pk"]},
    "partners:call_preview": call,
    "partners:call_publish": draft_call,
    "partners:call_story": call,
    "partners:call_take_back": call,
    "partners:call_undo": changed_call,
    "partners:criterion": criterion,
    "partners:criterion_add": draft_call,
    "partners:criterion_remove": criterion,
    "partners:decision_letter": decision_letter,
    "partners:decision_letter_send": decision_letter,
    "partners:outreach": outreach,
    "partners:outreach_add": call,
    "partners:outreach_remove": outreach,
    "partners:reviewer_ask": call,
    "partners:reviewer_release": reviewer,
}
