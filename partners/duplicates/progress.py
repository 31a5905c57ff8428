"""How far a search is, told beside its transaction, which nobody sees before its end."""

from django.core.cache import cache

KEPT_SECONDS = 24 * 60 * 60


def report(coalition: int, done: int, total: int) -> None:
    cache.set(_key(coalition), (done, total), KEPT_SECONDS)


def progress(coalition: int) -> tuple[int, int] | None:
    """Pairs compared and to compare; None while no worker has begun."""
    return cache.get(_key(coalition))


def forget(coalition: int) -> None:
    cache.delete(_key(coalition))


def _key(coalition: int) -> str:
    return f"duplicate-search-{coalition}"
