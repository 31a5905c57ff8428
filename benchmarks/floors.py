"""The floor of a page: hand-written SQL for exactly the rows it shows, in a plain template.

No session, no permission, no layout: what PostgreSQL, psycopg2, a Django view and a template with as many
rows cost at the least, in the same server and the same run.
"""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines

from accounts.permissions import public

LISTING = """
SELECT o.id, o.name, o.kind, o.since_on, p.full_name,
  (SELECT string_agg(t.name, ', ') FROM partners_classification c
     JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'sector'
     WHERE c.organisation_id = o.id),
  (SELECT k.name FROM partners_contact k WHERE k.organisation_id = o.id ORDER BY k.id LIMIT 1)
FROM partners_organisation o LEFT JOIN accounts_person p ON p.id = o.owner_id
WHERE o.coalition_id = (SELECT id FROM accounts_coalition WHERE slug = 'bench') AND o.retired_on IS NULL
"""
ORDER = " ORDER BY o.sort_name, o.id LIMIT 50"
SEARCH = """ AND o.id IN (SELECT organisation_id FROM partners_searchentry
  WHERE names LIKE '%%' || plain_text(%s) || '%%')"""
DETAIL = """
SELECT o.name, o.description, o.website, p.full_name,
  (SELECT string_agg(t.name, ', ') FROM partners_classification c
     JOIN partners_term t ON t.id = c.term_id WHERE c.organisation_id = o.id),
  (SELECT string_agg(k.name || k.email, ', ') FROM partners_contact k WHERE k.organisation_id = o.id),
  (SELECT string_agg(n.number, ', ') FROM partners_phone n WHERE n.organisation_id = o.id),
  (SELECT string_agg(a.street, ', ') FROM partners_address a WHERE a.organisation_id = o.id)
FROM partners_organisation o LEFT JOIN accounts_person p ON p.id = o.owner_id WHERE o.id = %s
"""
PAGE = """<!doctype html><title>Floor</title><table>{% for row in rows %}<tr>{% for cell in row %}
<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"""


def answer(request: HttpRequest, sql: str, parameters: list[str]) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
    return HttpResponse(engines["django"].from_string(PAGE).render({"rows": rows}, request))


@public
def listing(request: HttpRequest) -> HttpResponse:
    return answer(request, LISTING + ORDER, [])


@public
def search(request: HttpRequest) -> HttpResponse:
    return answer(request, LISTING + SEARCH + ORDER, [request.GET["q"]])


@public
def detail(request: HttpRequest) -> HttpResponse:
    return answer(request, DETAIL, [request.GET["pk"]])


class CountQueries:
    """Tells in a header how many queries a page made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        count = 0

        def counting(execute, sql, params, many, context):  # noqa: ANN001, ANN202 - Django's own signature
            nonlocal count
            count += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(counting):
            response = self.get_response(request)
        response.headers["X-Queries"] = str(count)
        return response
