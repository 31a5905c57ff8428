"""One function per letter that leaves for people at partner organisations."""

import zoneinfo
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from accounts.models import Person
from common.background.outbox import Recipient, queue_letter
from common.pages.signed_links import absolute
from partners.models import Application, DecisionLetter, Nomination, PartnerLetter, Reviewer


def letter_to_partner(letter: PartnerLetter, *, by: Person, at: datetime) -> None:
    """Exactly as it was drafted, with an answer going to whoever sends it."""
    contact = letter.contact
    queue_letter(
        kind="partners/letter",
        key=letter.outbox_key,
        to=Recipient(address=contact.email, name=contact.name, language=letter.language),
        context={"letter": letter, "coalition": letter.organisation.coalition, "sender": by},
        at=at,
        tenant=letter.coalition_id,
        headers={"Reply-To": by.email},
    )


def application_received(application: Application, *, at: datetime) -> None:
    """To whoever applied: we have it, and here is the link by which it is read, changed, withdrawn."""
    _to_applicant("partners/application_received", application, key="received", at=at)


def application_again(application: Application, *, at: datetime) -> None:
    """Somebody sent the same once more: what stands is the first one. At most one such letter a day."""
    key = f"again:{application.call.coalition.day(at=at)}"
    _to_applicant("partners/application_again", application, key=key, at=at)


def _to_applicant(kind: str, application: Application, *, key: str, at: datetime) -> None:
    call = application.call
    with timezone.override(zoneinfo.ZoneInfo(call.coalition.time_zone)):
        queue_letter(
            kind=kind,
            key=f"partners/application:{application.pk}:{key}",
            to=_applicant(application),
            context={"application": application, "call": call, "coalition": call.coalition},
            at=at,
            tenant=application.coalition_id,
            headers={"Reply-To": call.written_by.email},
            secrets=[application.link],
        )


def asked_to_review(reviewer: Reviewer, *, by: Person, at: datetime) -> None:
    """To a member: please read what was applied for. Asked anew after a release, it leaves anew."""
    person, call = reviewer.person, reviewer.call
    queue_letter(
        kind="partners/asked_to_review",
        key=f"partners/reviewer:{reviewer.pk}:{at.isoformat()}",
        to=Recipient(address=person.email, name=person.full_name, language=person.language),
        context={
            "call": call,
            "coalition": call.coalition,
            "sender": by,
            "url": absolute(call.applications_url),
        },
        at=at,
        tenant=reviewer.coalition_id,
        headers={"Reply-To": by.email},
    )


def suggestion_answered(nomination: Nomination, *, by: Person, at: datetime) -> None:
    """To whoever suggested a partner: what became of it. Answered anew, it leaves anew."""
    person, coalition = nomination.suggested_by, nomination.coalition
    queue_letter(
        kind="partners/suggestion_answered",
        key=f"partners/suggestion:{nomination.pk}:{at.isoformat()}",
        to=Recipient(address=person.email, name=person.full_name, language=person.language),
        context={
            "nomination": nomination,
            "coalition": coalition,
            "sender": by,
            "url": absolute(reverse("partners:my_suggestions", args=[coalition.slug])),
        },
        at=at,
        tenant=nomination.coalition_id,
        headers={"Reply-To": by.email},
    )


def decision_on_application(letter: DecisionLetter, *, by: Person, at: datetime) -> None:
    """Exactly as it was drafted, with an answer going to whoever sends it."""
    application = letter.application
    queue_letter(
        kind="partners/decision_on_application",
        key=f"partners/decision_letter:{letter.pk}",
        to=_applicant(application),
        context={"letter": letter, "coalition": application.call.coalition, "sender": by},
        at=at,
        tenant=letter.coalition_id,
        headers={"Reply-To": by.email},
    )


def _applicant(application: Application) -> Recipient:
    return Recipient(
        address=application.email,
        name=application.contact_name,
        language=application.language,
    )
