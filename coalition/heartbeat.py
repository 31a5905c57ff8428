"""Signs of life of worker and beat: keys in the broker that vanish by themselves when nobody renews them."""

import contextlib
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import redis
from celery.beat import PersistentScheduler
from celery.signals import heartbeat_sent
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

EVERY = 15.0  # seconds between two signs
SILENCE = 50  # seconds after which somebody who gave none is taken for dead
NAMES = ("worker", "beat")


@dataclass
class Pulse:
    """One who gives signs of life, at most every 15 seconds. A dead broker is no reason to stop."""

    name: str
    last: float = float("-inf")  # seconds of the monotonic clock

    def give(self) -> None:
        if time.monotonic() - self.last < EVERY:
            return
        with contextlib.suppress(redis.RedisError), _broker() as broker:
            broker.set(_key(self.name), 1, ex=SILENCE)
            self.last = time.monotonic()


class Scheduler(PersistentScheduler):
    """Celery's own beat, which also gives signs of life."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.pulse = Pulse("beat")
        super().__init__(*args, **kwargs)

    def tick(self, *args: Any, **kwargs: Any) -> float:
        self.pulse.give()
        return super().tick(*args, **kwargs)


def signs_of_life() -> Mapping[str, bool]:
    """Who gave a sign lately. Raises redis.RedisError when the broker does not answer in a second."""
    with _broker() as broker:
        found = broker.mget([_key(name) for name in NAMES])
    return {name: value is not None for name, value in zip(NAMES, found, strict=True)}


def listen_to_worker() -> None:
    """Celery's worker announces its heartbeat every two seconds, however busy its tasks are."""
    pulse = Pulse("worker")
    heartbeat_sent.connect(lambda **_: pulse.give(), weak=False, dispatch_uid="commonweal.worker")


def _broker() -> redis.Redis:
    return redis.Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=1,
        socket_connect_timeout=1,
        retry=Retry(NoBackoff(), 0),
    )


def _key(name: str) -> str:
    return f"commonweal:alive:{name}"
