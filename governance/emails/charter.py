"""The letter that asks a partner to sign the charter."""

import zoneinfo
from datetime import datetime

from django.utils import timezone

from common.background.outbox import Recipient, queue_letter
from governance.models import CharterRequest


def charter_request(request: CharterRequest, *, language: str, at: datetime) -> None:
    """Once for each organisation and version, with a link that signs without a password."""
    coalition = request.version.coalition
    with timezone.override(zoneinfo.ZoneInfo(coalition.time_zone)):
        queue_letter(
            kind="governance/charter_request",
            key=request.outbox_key,
            to=Recipient(
                address=request.contact.email, name=request.contact.name, language=language
            ),
            context={
                "asked": request,
                "version": request.version,
                "organisation": request.organisation,
                "coalition": coalition,
                "sender": request.asked_by,
            },
            at=at,
            tenant=request.coalition_id,
            useful_until=request.answerable_until,
            headers={"Reply-To": request.asked_by.email} if request.asked_by else {},
            secrets=[request.link],
        )
