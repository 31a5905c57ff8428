"""One function per letter that leaves for people at partner organisations."""

from datetime import datetime

from accounts.models import Person
from common.outbox import Recipient, queue_letter
from partners.models import PartnerLetter


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
