"""Letters about coming in: to a buddy, to a newcomer, to whoever asked at the open door."""

import zoneinfo
from datetime import datetime

from django.utils import timezone

from accounts.models import Person
from common.background.outbox import Recipient, queue_letter
from governance.models import Buddy, JoinRequest, Onboarding, OpenDoor
from partners.models import Contact


def asked_as_buddy(buddy: Buddy, *, by: Person, at: datetime) -> None:
    """Would you walk along with them? With a link that says yes or no; none to who has no address."""
    if not buddy.email:
        return
    with timezone.override(zoneinfo.ZoneInfo(buddy.coalition.time_zone)):
        queue_letter(
            kind="governance/asked_as_buddy",
            key=f"governance/buddy:{buddy.pk}:asked",
            to=_of_buddy(buddy),
            context={
                "buddy": buddy,
                "newcomer": buddy.onboarding,
                "coalition": buddy.coalition,
                "sender": by,
            },
            at=at,
            tenant=buddy.coalition_id,
            headers={"Reply-To": by.email},
            secrets=[buddy.link],
        )


def buddy_found(buddy: Buddy, *, at: datetime) -> None:
    """To the newcomer: this is your buddy, and how you reach them. Answers go to the buddy."""
    to = _of_newcomer(buddy.onboarding)
    if to is None:
        return
    queue_letter(
        kind="governance/buddy_found",
        key=f"governance/buddy:{buddy.pk}:found",
        to=to,
        context={"buddy": buddy, "newcomer": buddy.onboarding, "coalition": buddy.coalition},
        at=at,
        tenant=buddy.coalition_id,
        headers={"Reply-To": buddy.email} if buddy.email else {},
    )


def _of_buddy(buddy: Buddy) -> Recipient:
    return Recipient(address=buddy.email, name=buddy.name, language=buddy.language)


def _of_newcomer(onboarding: Onboarding) -> Recipient | None:
    """The member; of a partner the first person who speaks for it, or its own address. None without any."""
    if onboarding.membership:
        person = onboarding.membership.person
        return Recipient(address=person.email, name=person.full_name, language=person.language)
    organisation = onboarding.organisation
    speakers = Contact.objects.first_speakers([onboarding.organisation_id])  # type: ignore[list-item]
    speaker = speakers.first()
    if speaker and speaker.email:
        return Recipient(address=speaker.email, name=speaker.name)
    address = organisation.email if organisation else ""
    return Recipient(address=address) if address else None


# ---------------------------------------------------------------- the open door


def join_request_received(request: JoinRequest, door: OpenDoor, *, at: datetime) -> None:
    """To whoever asked: we have it, and a person answers."""
    queue_letter(
        kind="governance/join_request_received",
        key=f"governance/join_request:{request.pk}:received",
        to=_asker(request),
        context={"asked": request, "coalition": door.coalition, "host": door.answered_by},
        at=at,
        tenant=request.coalition_id,
        headers={"Reply-To": door.answered_by.email},
    )


def join_request_answered(request: JoinRequest, *, by: Person, at: datetime) -> None:
    """Exactly what the coordinator wrote, with an answer going to them."""
    queue_letter(
        kind="governance/join_request_answered",
        key=f"governance/join_request:{request.pk}:answered",
        to=_asker(request),
        context={"asked": request, "coalition": request.coalition, "sender": by},
        at=at,
        tenant=request.coalition_id,
        headers={"Reply-To": by.email},
    )


def _asker(request: JoinRequest) -> Recipient:
    return Recipient(address=request.email, name=request.contact_name, language=request.language)
