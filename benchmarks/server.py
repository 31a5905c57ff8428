"""The real server: gunicorn as `manage.py up` runs it, and one signed-in browser's worth of headers."""

import http
import http.client
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from importlib import import_module
from time import monotonic, perf_counter, sleep

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from accounts.models import Person

PATIENCE = 120  # seconds until the server must answer
BETWEEN = 0.05  # seconds between two looks
A_BREATH = (
    0.002  # seconds before a page is asked for: nobody asks while the last is still being closed
)


@dataclass(frozen=True)
class Answer:
    seconds: float
    queries: int
    size: int


class Browser:
    """One kept-alive connection of a signed-in person, with the cookies that pages set."""

    def __init__(self, port: int, cookie: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.cookies = SimpleCookie(cookie)

    def get(self, path: str) -> Answer:
        try:
            return self._get(path)
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server closes what has been idle for some seconds; a browser comes again.
            self.connection.close()
            return self._get(path)

    def _get(self, path: str) -> Answer:
        sleep(A_BREATH)
        headers = {"Cookie": self._cookie(), "Accept-Encoding": "gzip", "Accept-Language": "en"}
        started = perf_counter()
        self.connection.request("GET", path, headers=headers)
        response = self.connection.getresponse()
        body = response.read()
        seconds = perf_counter() - started
        for cookie in response.headers.get_all("Set-Cookie", []):
            self.cookies.load(cookie)
        if response.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{path} answered {response.status}.")
        return Answer(
            seconds=seconds,
            queries=int(response.headers.get("X-Queries", "0")),
            size=len(body),
        )

    def _cookie(self) -> str:
        return "; ".join(f"{name}={each.value}" for name, each in self.cookies.items())


@contextmanager
def running() -> Iterator[int]:
    """The port of a server that answers."""
    port = free_port()
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "coalition.wsgi",
        "--config=python:coalition.web_server",
        "--log-level=error",
    ]
    server = subprocess.Popen([*command, "--bind", f"127.0.0.1:{port}"], env=environment)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(BETWEEN)
            continue
        return
    raise TimeoutError(f"Nothing answers on port {port}.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def signed_in(person: Person) -> str:
    """The cookie of a session, made as sign-in makes it."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
