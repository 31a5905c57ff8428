"""Who else has a form over the same record open now: marks in the cache that expire by themselves.

A page renews its mark while it is open. Two renewals at the same moment may drop one of them; it is back
with the next. While Redis is away each web process knows its own readers only, and nothing else changes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.core.cache import cache

SALT = "presence"
STALE_AFTER = timedelta(seconds=60)  # three renewals


@dataclass(frozen=True)
class Present:
    """Somebody who has the form open, and since when."""

    person: int
    name: str
    since: datetime
    seen: datetime


def sign(record: str, *, tenant: int) -> str:
    """Names a record in a page of those who may edit it: `sign("organisation:17", tenant=3)`."""
    return signing.dumps([tenant, record], salt=SALT)


def is_ours(signed: str, *, tenant: int) -> bool:
    try:
        return signing.loads(signed, salt=SALT)[0] == tenant
    except signing.BadSignature:
        return False


def arrive(signed: str, *, person: int, name: str, at: datetime) -> list[Present]:
    """Mark that a person has the form open, and return the others who have."""
    key = _key(signed)
    there = {each.person: each for each in _present(key, at=at)}
    since = there[person].since if person in there else at
    others = [each for each in there.values() if each.person != person]
    cache.set(key, [*others, Present(person, name, since, at)], STALE_AFTER.seconds)
    return sorted(others, key=lambda each: each.since)


def leave(signed: str, *, person: int, at: datetime) -> None:
    """They saved, or went away."""
    key = _key(signed)
    others = [each for each in _present(key, at=at) if each.person != person]
    cache.set(key, others, STALE_AFTER.seconds)


def _present(key: str, *, at: datetime) -> list[Present]:
    return [each for each in cache.get(key) or [] if at - each.seen < STALE_AFTER]


def _key(signed: str) -> str:
    tenant, record = signing.loads(signed, salt=SALT)
    return f"present:{tenant}:{record}"
