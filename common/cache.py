"""The cache fails open: it holds only counters of attempts, and without them people can still sign in."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as TooSlow

log = logging.getLogger(__name__)

# After a failure the server is left alone for so many seconds: a page asks it a dozen times.
PAUSE = 5.0

YES, NO = True, False


class ForgivingRedisCache(RedisCache):
    """While Redis is away, nothing is remembered, every question is answered "no", and a log line says so.

    The price: attempts at passwords are not counted for as long as it lasts. Argon2 still makes each
    of them slow, and refusing everybody would let whoever can stop Redis lock the coalition out.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._away_until = 0.0

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> bool:
        return self._ask(YES, super().add, key, value, *args, **kwargs)

    def get(self, key: str, default: Any = None, *args: Any, **kwargs: Any) -> Any:
        return self._ask(default, super().get, key, default, *args, **kwargs)

    def set(self, key: str, value: Any, *args: Any, **kwargs: Any) -> None:
        self._ask(None, super().set, key, value, *args, **kwargs)

    def delete(self, key: str, *args: Any, **kwargs: Any) -> bool:
        return self._ask(NO, super().delete, key, *args, **kwargs)

    def incr(self, key: str, delta: int = 1, *args: Any, **kwargs: Any) -> int:
        return self._ask(delta, super().incr, key, delta, *args, **kwargs)

    def _ask(self, otherwise: Any, question: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() < self._away_until:
            return otherwise
        try:
            return question(*args, **kwargs)
        except (Unreachable, TooSlow, OSError) as error:
            self._away_until = time.monotonic() + PAUSE
            log.warning("Redis is away, attempts are not counted: %s", error)
        except RedisError:
            log.exception("Redis refused a question of the cache")
        return otherwise
