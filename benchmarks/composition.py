"""Who is at the table of 2,000 partners with all four lists: matrix, areas, cell, voices and half-year.

The floor is the matrix alone as PostgreSQL counts it: partners that carry both terms, for every pair.
"""

from collections.abc import Iterator

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.models import Coalition
from accounts.permissions import public
from benchmarks import dataset
from benchmarks.floors import ACTIVE, OURS, answer
from benchmarks.pages import CONNECTIONS, Page, compare
from benchmarks.pictures import Picture, screen
from benchmarks.server import Browser, running, signed_in
from benchmarks.table import Line
from partners.models import NeededVoice, Term
from partners.reports.composition.periods import HalfYear

SIZE = 2000
HERE = "/bench/partners/composition/"
# The matrix and the boxes come with the page; their last line stands when they are drawn.
PICTURES = (
    Picture("composition, matrix", HERE, ".heat-table tr:last-child td.all"),
    Picture("composition, areas", f"{HERE}areas/", "#places > li:last-child"),
)
LISTS = {"population": 12, "area": 15, "determinant": 14}

# Each partner serves two populations, works in two areas and improves two conditions.
CARRY = """
INSERT INTO partners_classification (coalition_id, organisation_id, term_id)
SELECT DISTINCT o.coalition_id, o.id, (%(terms)s::bigint[])[1 + (o.id * step + step) %% %(number)s]
FROM partners_organisation o, generate_series(1, 2) step WHERE o.coalition_id = %(coalition)s"""
MATRIX = f"""
SELECT r.name, k.name, count(*) FROM partners_organisation o
JOIN partners_classification a ON a.organisation_id = o.id
JOIN partners_term r ON r.id = a.term_id AND r.vocabulary = 'sector'
JOIN partners_classification b ON b.organisation_id = o.id
JOIN partners_term k ON k.id = b.term_id AND k.vocabulary = 'population'
WHERE o.{ACTIVE.replace(" AND ", " AND o.")} AND o.kind = 'partner' GROUP BY 1, 2"""
TERMS = f"SELECT vocabulary, name FROM partners_term WHERE {OURS}"


@public
def floor(request: HttpRequest) -> HttpResponse:
    return answer(request, [MATRIX, TERMS])


def measure() -> Iterator[Line]:
    membership = dataset.load(SIZE)
    classify(membership.coalition)
    dataset.settle()
    half = HalfYear.of(timezone.localdate())
    pages = [
        Page("composition, 2,000 partners", HERE, "/floor/composition/"),
        Page("composition, one cell", f"{HERE}cell/?sector=Faith", "/floor/composition/"),
        Page("composition, areas", f"{HERE}areas/", "/floor/composition/"),
        Page("composition, needed voices", f"{HERE}needed/", "/floor/composition/"),
        Page(
            "composition, half-year",
            f"{HERE}readings/{half.year}-{half.half}/",
            "/floor/composition/",
        ),
    ]
    cookie = signed_in(membership.person)
    with running() as port:
        browsers = [Browser(port, cookie) for _number in range(CONNECTIONS)]
        for page in pages:
            yield compare(browsers, page)
        with screen(port, cookie) as shown:
            for picture in PICTURES:
                yield shown.first(picture)


def classify(coalition: Coalition) -> None:
    for vocabulary, number in LISTS.items():
        terms = Term.objects.bulk_create(
            Term(coalition=coalition, vocabulary=vocabulary, name=f"{vocabulary} {n}", position=n)
            for n in range(number)
        )
        NeededVoice.objects.bulk_create(
            NeededVoice(coalition=coalition, **{vocabulary: term}) for term in terms
        )
        with connection.cursor() as cursor:
            told = {"terms": [term.pk for term in terms], "number": number}
            cursor.execute(CARRY, {**told, "coalition": coalition.pk})
