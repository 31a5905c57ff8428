"""Pages over HTTP, signed in, each beside its floor in the same run."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from accounts.models import Membership
from benchmarks.dataset import rare_organisation
from benchmarks.server import Browser, running, signed_in
from benchmarks.table import Line, percentile

WARM_UP, ROUNDS = 8, 60


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    floor: str


def pages() -> list[Page]:
    pk = rare_organisation()
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


def measure(membership: Membership) -> Iterator[Line]:
    """The page and its floor in turn, so that a slow moment of the machine falls on both."""
    cookie = signed_in(membership.person)
    with running() as port:
        browser = Browser(port, cookie)
        for page in pages():
            yield compare(browser, page)


def compare(browser: Browser, page: Page) -> Line:
    ours, floors = [], []
    for turn in range(WARM_UP + ROUNDS):
        answer, floor = browser.get(page.path), browser.get(page.floor)
        if answer.status != 200 or floor.status != 200:
            raise RuntimeError(f"{page.path} answered {answer.status}, {page.floor} {floor.status}")
        if turn >= WARM_UP:
            ours.append(answer.seconds * 1000)
            floors.append(floor.seconds * 1000)
    p50 = percentile(ours, 50)
    return Line(
        operation=page.name,
        p50=p50,
        p95=percentile(ours, 95),
        queries=answer.queries,
        size=answer.size,
        ratio=p50 / percentile(floors, 50),
    )
