"""The cache holds counters of attempts and codes that were used. Without Redis each process counts alone."""

import logging
import time
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis import Redis
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as TooSlow

log = logging.getLogger(__name__)

# After a failure the server is left alone for so many seconds: a page asks it a dozen times.
PAUSE = 5.0
# So many counters a process keeps; beyond them the oldest go.
MOST = 10_000


class KeptClient(RedisCacheClient):
    """Django makes a new client for each question, which takes longer than asking it."""

    @cached_property
    def _only(self) -> Redis:
        return super().get_client(write=True)

    def get_client(self, key: Any = None, *, write: bool = False) -> Redis:
        return self._only


class ForgivingRedisCache(RedisCache):
    """While Redis is away, each process keeps the counters in its own memory, and a log line says so.

    The gate neither opens nor shuts: limits still hold, but for each web process apart, so that somebody
    who guesses has as many times the attempts as there are processes. To refuse everybody instead would
    let whoever can stop Redis lock the coalition out; not to count would leave six digits unprotected.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = KeptClient
        own = params | {"OPTIONS": {"MAX_ENTRIES": MOST}}
        self._meanwhile: BaseCache = LocMemCache(f"meanwhile:{server}", own)
        self._away_until = 0.0

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> bool:
        return self._ask("add", super().add, key, value, *args, **kwargs)

    def get(self, key: str, default: Any = None, *args: Any, **kwargs: Any) -> Any:
        return self._ask("get", super().get, key, default, *args, **kwargs)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> None:
        self._ask("set", super().set, key, value, *args, **kwargs)

    def delete(self, key: str, *args: Any, **kwargs: Any) -> bool:
        return self._ask("delete", super().delete, key, *args, **kwargs)

    def incr(self, key: str, delta: int = 1, *args: Any, **kwargs: Any) -> int:
        return self._ask("incr", super().incr, key, delta, *args, **kwargs)

    def _ask(self, name: str, question: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= self._away_until:
            try:
                return question(*args, **kwargs)
            except (Unreachable, TooSlow, OSError) as error:
                self._away_until = time.monotonic() + PAUSE
                log.warning("Redis is away, each process counts attempts alone: %s", error)
            except RedisError:
                log.exception("Redis refused a question of the cache")
        return getattr(self._meanwhile, name)(*args, **kwargs)
