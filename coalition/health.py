"""`/healthz`: the state of web, database, broker, worker and beat, for balancers and for `up`."""

import time
from collections.abc import Callable
from contextlib import closing
from threading import Lock

import psycopg2
import redis
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.permissions import public
from coalition.heartbeat import NAMES, signs_of_life

ADDRESS = "/healthz"
REMEMBERED = 2.0  # seconds: anybody may ask, and each answer costs a connection of the database


class State:
    """How everything is, looked at by one at a time; that all is well is remembered for two seconds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: dict[str, bool] = {}
        self._looked_at = float("-inf")  # seconds of the monotonic clock

    def now(self) -> dict[str, bool]:
        with self._lock:
            if time.monotonic() - self._looked_at >= REMEMBERED:
                self._found = {"database": _database_answers(), **_broker_and_its_users()}
                self._looked_at = time.monotonic() if all(self._found.values()) else float("-inf")
            return {"web": True, **self._found}


@public
@require_safe
@never_cache
def healthz(request: HttpRequest, state: State | None = None) -> HttpResponseBase:
    told = (state or State()).now()
    words = {name: "ok" if is_well else "down" for name, is_well in told.items()}
    return JsonResponse(words, status=200 if all(told.values()) else 503)


class HealthMiddleware:
    """First in the row: answers without session, sign-in or redirect to HTTPS, whatever else is down."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._state = State()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path == ADDRESS:
            return healthz(request, self._state)
        return self.get_response(request)


def _database_answers() -> bool:
    """By a connection of its own: the kept one may belong to a server that is gone."""
    parameters = connection.get_connection_params() | {
        "connect_timeout": 2,
        "options": "-c statement_timeout=1000",
    }
    try:
        with (
            closing(psycopg2.connect(**parameters)) as fresh,
            closing(fresh.cursor()) as cursor,
        ):
            cursor.execute("SELECT 1")
    except psycopg2.Error:
        return False
    return True


def _broker_and_its_users() -> dict[str, bool]:
    try:
        return {"broker": True, **signs_of_life()}
    except redis.RedisError:
        return dict.fromkeys(("broker", *NAMES), False)
