"""A letter in the outbox."""

from common.background.outbox import Recipient, queue_letter
from common.models import Letter
from tests.factories import NOW

LINK = "https://coalition.example/links/a&b"


def queue(key: str = "test:1", **fields) -> Letter:
    values = {
        "kind": "accounts/password_reset",
        "to": Recipient(address="ana@people.example", name="Ana Dunn, RN"),
        "context": {"link": LINK},
        "at": NOW,
        "tenant": None,
        "secrets": [LINK],
    }
    return queue_letter(key=key, **values | fields)
