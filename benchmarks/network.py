"""Who works with whom among 2,000 partners with 20,000 ties: the page, the data of its picture, the picture.

The floor is what the picture is made of as PostgreSQL gives it: partners with their first sector, all ties.
The picture is timed in a real browser, from the request to what is drawn: with nothing kept, then again.
"""

from collections.abc import Iterator

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse

from accounts.models import Coalition
from accounts.permissions import public
from benchmarks import dataset
from benchmarks.floors import ACTIVE, OURS, answer
from benchmarks.pages import CONNECTIONS, Page, compare
from benchmarks.pictures import Picture, screen
from benchmarks.server import Browser, running, signed_in
from benchmarks.table import Line
from partners.models import Relation

SIZE, TIES = 2000, 20_000
MAP = "/bench/partners/ties/map/"
PICTURE = Picture("network map", MAP, "[data-network][data-drawn]")
PAGES = (
    ("page", MAP),
    ("data of its picture", f"{MAP}picture/"),
    ("over time", f"{MAP}over-time/"),
)
TIE = """
INSERT INTO partners_tie
    (coalition_id, relation_id, first_id, second_id, level_first, level_second, since_on, evidence, note)
SELECT %(coalition)s, %(relation)s, one.id, other.id, 1 + step %% 5, 1 + (step + one.place) %% 5,
    current_date - (100 * step)::int, '', ''
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
        with screen(port, cookie) as shown:
            yield shown.first(PICTURE)
            yield shown.again(PICTURE)
        browsers = [Browser(port, cookie) for _number in range(CONNECTIONS)]
        cache.clear()
        for name, path in PAGES:
            first = browsers[0].get(path)  # what is computed once for a network
            yield Line(f"network map, {name}, first", first.seconds * 1000, first.seconds * 1000)
            yield compare(browsers, Page(f"network map, {name}", path, "/floor/network/"))


def tie(coalition: Coalition) -> None:
    relation = Relation.objects.create(coalition=coalition, name="Collaboration")
    told = {"coalition": coalition.pk, "relation": relation.pk, "size": SIZE, "each": TIES // SIZE}
    with connection.cursor() as cursor:
        cursor.execute(TIE, told)
