"""Letters to those who hold a seat or a function."""

import zoneinfo
from datetime import datetime

from django.utils import timezone

from accounts.models import Person
from common.background.outbox import Recipient, queue_letter
from governance.models import RoleLetter

KINDS = {
    RoleLetter.Asks.ACCEPT: "governance/role_accept",
    RoleLetter.Asks.CONFIRM: "governance/role_confirm",
}


def letter_to_holder(letter: RoleLetter, *, at: datetime) -> None:
    """Do you take it on, or is it still right? With the link by which they answer.

    An answer to the letter goes to whoever asks; when the calendar asks, to a coordinator.
    """
    role = letter.role
    coalition = role.coalition
    answers_to = _answers_to(letter)
    with timezone.override(zoneinfo.ZoneInfo(coalition.time_zone)):
        queue_letter(
            kind=KINDS[letter.asks],
            key=letter.outbox_key,
            to=Recipient(address=letter.contact.email, name=letter.contact.name),
            context={
                "letter": letter,
                "role": role,
                "coalition": coalition,
                "answers_to": answers_to,
            },
            at=at,
            tenant=letter.coalition_id,
            useful_until=letter.until,
            headers={"Reply-To": answers_to.email} if answers_to else {},
            secrets=[letter.link],
        )


def _answers_to(letter: RoleLetter) -> Person | None:
    if letter.asked_by:
        return letter.asked_by
    keeper = letter.role.coalition.members.keeping_governance().first()
    return keeper.person if keeper else None
