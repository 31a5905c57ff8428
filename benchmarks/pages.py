"""Pages over HTTP, signed in, each beside its floor in the same run; and how they grow with the coalition."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from time import monotonic
from urllib.parse import quote

from accounts.models import Membership
from benchmarks import dataset
from benchmarks.server import Answer, Browser, running, signed_in
from benchmarks.table import Line, percentile

CONNECTIONS = 4
# Enough for every thread of the server to have opened its connection and planned its statements.
WARM_UP = 25  # pages a connection
ROUNDS = 60  # pages on one connection
BURSTS, BURST = 10, 5  # pages a connection, on all of them at once
PATIENCE = 20  # seconds for each of the three; a slow page is asked less often, but never less than
LEAST = 3  # times
SHARES = (1, 10, 100)  # percent


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    floor: str


def pages() -> list[Page]:
    pk = dataset.rare_organisation()
    search, floor = "/bench/partners/?q={0}", "/floor/search/?q={0}"
    few = f"{floor}&few"
    return [
        Page("home", "/bench/", "/floor/home/"),
        Page("list, first page", "/bench/partners/", "/floor/list/"),
        Page("search, rare word", search.format("quetzal"), few.format("quetzal")),
        Page("search, common word", search.format("health"), floor.format("health")),
        Page("search, two letters", search.format("el"), floor.format("el")),
        Page("search, misspelt", search.format("quetzla"), "/floor/nearest/?q=quetzla"),
        Page("search, accents", search.format(quote("Quétzal")), few.format("quetzal")),
        Page("detail", f"/bench/partners/{pk}/", f"/floor/detail/?pk={pk}"),
    ]


def measure(membership: Membership, *, only: str = "") -> Iterator[Line]:
    cookie = signed_in(membership.person)
    with running() as port:
        browsers = [Browser(port, cookie) for _number in range(CONNECTIONS)]
        for page in pages():
            if only in page.name:
                yield compare(browsers, page)


def grow(size: int, *, only: str = "") -> Iterator[Line]:
    """The same pages at 1 %, 10 % and 100 % of the rows, and how many times the first each takes."""
    first: dict[str, float] = {}
    for share in SHARES:
        rows = size * share // 100
        membership = dataset.load(rows)
        dataset.settle()
        for line in measure(membership, only=only):
            least = first.setdefault(line.operation, line.p50)
            named = f"{line.operation}, {rows:,} partners"
            yield replace(line, operation=named, growth=line.p50 / least)


def compare(browsers: list[Browser], page: Page) -> Line:
    """The page and its floor in turn, so that a slow moment of the machine falls on both."""
    paths = page.path, page.floor
    for _time in patiently(WARM_UP):
        for path in paths:
            together(browsers, path, 1)
    alone: dict[str, list[Answer]] = {path: [] for path in paths}
    for _round in patiently(ROUNDS):
        for path in paths:
            alone[path].append(browsers[0].get(path))
    at_once: dict[str, list[Answer]] = {path: [] for path in paths}
    for _burst in patiently(BURSTS):
        for path in paths:
            at_once[path] += together(browsers, path, BURST)
    floor, floor_at_4 = middle(alone[page.floor], 50), middle(at_once[page.floor], 95)
    p50, p95_at_4 = middle(alone[page.path], 50), middle(at_once[page.path], 95)
    answer = alone[page.path][-1]
    return Line(
        operation=page.name,
        p50=p50,
        p95=middle(alone[page.path], 95),
        queries=answer.queries,
        size=answer.size,
        floor=floor,
        ratio=p50 / floor,
        p95_at_4=p95_at_4,
        ratio_at_4=p95_at_4 / floor_at_4,
    )


def patiently(times: int) -> Iterator[int]:
    """So many times, or as often as PATIENCE allows."""
    until = monotonic() + PATIENCE
    for time in range(times):
        if time >= LEAST and monotonic() > until:
            return
        yield time


def together(browsers: list[Browser], path: str, times: int) -> list[Answer]:
    """Every connection asks so many times, all of them at once."""

    def ask(browser: Browser) -> list[Answer]:
        return [browser.get(path) for _time in range(times)]

    with ThreadPoolExecutor(len(browsers)) as pool:
        return [answer for answers in pool.map(ask, browsers) for answer in answers]


def middle(answers: list[Answer], share: int) -> float:
    return percentile([answer.seconds * 1000 for answer in answers], share)
