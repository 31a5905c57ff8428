"""Who works with whom among 2,000 partners with 20,000 ties: the page, the data of its picture, the picture.

The floor is what the picture is made of as PostgreSQL gives it: partners with their first sector, all ties.
The picture is timed in a real browser, from the request to what is drawn.
"""

from collections.abc import Iterator
from time import perf_counter

from django.db import connection
from django.http import HttpRequest, HttpResponse
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from accounts.models import Coalition
from accounts.permissions import public
from benchmarks import dataset
from benchmarks.floors import ACTIVE, OURS, answer
from benchmarks.pages import CONNECTIONS, Page, compare
from benchmarks.server import Browser, running, signed_in
from benchmarks.table import Line, percentile
from partners.models import Relation
from tests.browser.chromium import find_chromium

SIZE, TIES = 2000, 20_000
PICTURES = 12
MAP = "/bench/partners/ties/map/"
TIE = """
INSERT INTO partners_tie
    (coalition_id, relation_id, first_id, second_id, level_first, level_second, evidence, note)
SELECT %(coalition)s, %(relation)s, one.id, other.id, 1 + step %% 5, 1 + (step + one.place) %% 5, '', ''
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM partners_organisation
      WHERE coalition_id = %(coalition)s) one
CROSS JOIN generate_series(1, %(each)s) step
JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM partners_organisation
      WHERE coalition_id = %(coalition)s) other
    ON other.place = 1 + (one.place + step * step * 7) %% %(size)s"""
NODES = f"""
SELECT o.id, o.name, (SELECT t.name FROM partners_classification c JOIN partners_term t ON t.id = c.term_id
    WHERE c.organisation_id = o.id AND t.vocabulary = 'sector' ORDER BY t.position LIMIT 1)
FROM partners_organisation o WHERE o.{ACTIVE.replace(" AND ", " AND o.")}"""
EDGES = f"SELECT first_id, second_id, level_first, level_second FROM partners_tie WHERE {OURS}"


@public
def floor(request: HttpRequest) -> HttpResponse:
    return answer(request, [NODES, EDGES])


def measure() -> Iterator[Line]:
    membership = dataset.load(SIZE)
    tie(membership.coalition)
    dataset.settle()
    cookie = signed_in(membership.person)
    with running() as port:
        browsers = [Browser(port, cookie) for _number in range(CONNECTIONS)]
        for name, path in (("page", MAP), ("data of its picture", f"{MAP}picture/")):
            first = browsers[0].get(path)  # measures and places are computed once for a network
            yield Line(f"network map, {name}, first", first.seconds * 1000, first.seconds * 1000)
            yield compare(browsers, Page(f"network map, {name}", path, "/floor/network/"))
        yield drawn(port, cookie)


def tie(coalition: Coalition) -> None:
    relation = Relation.objects.create(coalition=coalition, name="Collaboration")
    told = {"coalition": coalition.pk, "relation": relation.pk, "size": SIZE, "each": TIES // SIZE}
    with connection.cursor() as cursor:
        cursor.execute(TIE, told)


def drawn(port: int, cookie: str) -> Line:
    """From the request until the browser has drawn the picture, the first time left out."""
    name, _sign, value = cookie.partition("=")
    here = f"http://127.0.0.1:{port}"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox"]
        )
        context = chromium.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": here}])
        tab = context.new_page()
        taken = [_draw(tab, f"{here}{MAP}") for _picture in range(PICTURES + 1)][1:]
        chromium.close()
    return Line(
        operation="network map, until it is drawn",
        p50=percentile(taken, 50),
        p95=percentile(taken, 95),
    )


def _draw(tab: Tab, url: str) -> float:
    began = perf_counter()
    tab.goto(url)
    tab.wait_for_selector("[data-network][data-drawn]", timeout=60_000)
    return (perf_counter() - began) * 1000
