"""Pictures in a real browser: from the request until the page says that it is drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from django.core.cache import cache
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from benchmarks.table import Line, percentile
from tests.browser.chromium import find_chromium

FIRST, AGAIN = 5, 12


@dataclass(frozen=True)
class Picture:
    """`sign`: the selector of what stands in the page once it is drawn."""

    name: str
    path: str
    sign: str


@dataclass(frozen=True)
class Screen:
    chromium: Chromium
    here: str
    cookie: str

    def first(self, picture: Picture) -> Line:
        """Nothing is kept: neither by the server of this network, nor by the browser of its scripts."""
        taken = []
        for _each in range(FIRST):
            cache.clear()
            with self._tab() as tab:
                taken.append(self._draw(tab, picture))
        return _line(f"{picture.name}, first picture", taken)

    def again(self, picture: Picture) -> Line:
        """Somebody comes back to it: the first time is left out."""
        with self._tab() as tab:
            taken = [self._draw(tab, picture) for _each in range(AGAIN + 1)][1:]
        return _line(f"{picture.name}, picture again", taken)

    @contextmanager
    def _tab(self) -> Iterator[Tab]:
        name, _sign, value = self.cookie.partition("=")
        context = self.chromium.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": self.here}])
        yield context.new_page()
        context.close()

    def _draw(self, tab: Tab, picture: Picture) -> float:
        began = perf_counter()
        tab.goto(f"{self.here}{picture.path}")
        tab.wait_for_selector(picture.sign, timeout=60_000)
        return (perf_counter() - began) * 1000


@contextmanager
def screen(port: int, cookie: str) -> Iterator[Screen]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox"]
        )
        yield Screen(chromium, f"http://127.0.0.1:{port}", cookie)
        chromium.close()


def _line(operation: str, taken: list[float]) -> Line:
    return Line(operation=operation, p50=percentile(taken, 50), p95=percentile(taken, 95))
