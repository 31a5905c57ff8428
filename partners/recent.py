"""The partners that a member opened last, kept in the cache: a comfort that may be forgotten any time."""

from django.core.cache import cache

from accounts.models import Membership

MOST = 12
A_MONTH = 60 * 60 * 24 * 30


def opened(membership: Membership, organisation: int) -> None:
    """Note that a member has just looked at an organisation."""
    known = recent(membership)
    if known[:1] == [organisation]:
        return
    others = [each for each in known if each != organisation]
    cache.set(_key(membership), [organisation, *others][:MOST], A_MONTH)


def recent(membership: Membership) -> list[int]:
    """Ids, the last first. They may have been retired or hidden since: ask `visible_to`."""
    return cache.get(_key(membership)) or []


def _key(membership: Membership) -> str:
    return f"recent:{membership.pk}"
