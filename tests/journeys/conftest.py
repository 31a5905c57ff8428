"""A real Chromium in front of the real product, with a worker beside it.

`visit(person)` opens a browser of its own for a person who has signed in; `visit().sign_in(person)` does that
through the page, as they would.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from celery.contrib.testing.worker import start_worker
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from accounts.models import Membership, Person
from coalition.celery import app
from tests.browser.chromium import find_chromium

PASSWORD = "correct horse battery"
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# What is there is found at once; a machine that does ten things at a time is not a mistake of the page.
expect.set_options(timeout=20_000)
# Playwright runs an event loop in this thread; Django would refuse its ORM beside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield chromium
        chromium.close()


@dataclass(frozen=True)
class Visit:
    """One person at one browser."""

    page: Page
    site: str

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page

    def come_in(self, person: Person) -> "Visit":
        """Signed in by the same door, without a look at its pages: the answer's cookies are the browser's."""
        door = Client(headers={"user-agent": self.page.evaluate("navigator.userAgent")})
        answer = door.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        self.page.context.add_cookies(
            [
                {
                    "name": cookie.key,
                    "value": cookie.value,
                    "url": self.site,
                    "httpOnly": bool(cookie["httponly"]),
                }
                for cookie in door.cookies.values()
            ]
        )
        return self

    def sign_in(self, person: Person) -> "Visit":
        """Through the page, as they would."""
        self.open("/accounts/login/")
        self.page.get_by_label("E-mail").fill(person.email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(
            lambda url: "/accounts/login" not in url, wait_until="domcontentloaded"
        )
        return self


@pytest.fixture
def visit(browser: Browser, live_server, transactional_db) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def start(
        membership: Membership | None = None, *, viewport: dict[str, int] | None = None, **options
    ) -> Visit:
        usual = {"viewport": viewport or DESK, "locale": "en-US"}
        context = browser.new_context(**usual | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        there = Visit(page=page, site=live_server.url)
        return there.come_in(membership.person) if membership else there

    yield start
    for context in contexts:
        context.close()


@pytest.fixture
def worker(transactional_db) -> Iterator[None]:
    """A Celery worker in a thread, on the real broker; the queue is emptied before and after."""
    app.loader.import_default_modules()
    app.control.purge()
    with start_worker(app, perform_ping_check=False, shutdown_timeout=30):
        yield
    app.control.purge()


@pytest.fixture
def sample(transactional_db) -> None:
    """The sample coalition, as a first run prepares it."""
    call_command("sample", "prepare", verbosity=0)


# What is wrong, a readable line each. Colours on their way from one to the other are nobody's mistake. To
# describe what is right too would take axe twice the time; to say where something stands is work for every
# element, so that is asked only when something is wrong.
FIND = """async options => {
    await Promise.all(document.getAnimations()
        .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
        .map(one => one.finished.catch(() => undefined)));
    const asked = {resultTypes: ["violations"], ...options};
    const {violations: found} = await axe.run({...asked, selectors: false});
    if (!found.length) return [];
    const {violations: placed} = await axe.run(asked);
    const lines = placed.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target} ${one.help}`));
    return lines.length ? lines : found.map(one => `${one.id}: ${one.help}, gone at a second look`);
}"""


def violations(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What axe finds wrong on a page, by all of its rules or by a few."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(FIND, {"runOnly": {"type": "rule", "values": rules}} if rules else {})
