"""The floor of a page: hand-written SQL for exactly the rows it shows, in a plain template.

No permission, no layout, no forms: what PostgreSQL, psycopg2, a Django view and a template with as many rows
cost at the least, in the same server and the same run. Each page has its own, one statement for each kind
of row it shows:

* home: the newest partners, those without people and those without a keeper, five of each, and the three
  numbers as far as they are told; what was promised and is due, to whom nobody spoke for too long, and whose
  profile is to be confirmed;
* list and search: the partners of the page, how many there are as far as it is told, what the menus of the
  filters offer, and beside it, where no more than 1,000 are found, how many each answer would leave;
* search for what is spelt wrongly: the same, with the nearest spellings for the partners found;
* detail: the organisation, its people, its small parts, what is known at a glance, and its last changes with
  what was there before.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines

from accounts.permissions import public
from partners.models.search.spelling import Misspelt

OURS = "coalition_id = (SELECT id FROM accounts_coalition WHERE slug = 'bench')"
ACTIVE = f"{OURS} AND merged_into_id IS NULL AND retired_on IS NULL"
SHORT = 2
COUNTED = "(SELECT count(*) FROM (SELECT 1 FROM {} LIMIT 1001) counted)"

LISTING = """
SELECT o.id, o.name, o.kind, o.since_on, p.full_name,
  (SELECT string_agg(t.name, ', ') FROM partners_classification c
     JOIN partners_term t ON t.id = c.term_id AND t.vocabulary = 'sector'
     WHERE c.organisation_id = o.id),
  (SELECT k.name FROM partners_contact k WHERE k.organisation_id = o.id ORDER BY k.id LIMIT 1)
FROM partners_organisation o LEFT JOIN accounts_person p ON p.id = o.owner_id
WHERE o.coalition_id = (SELECT id FROM accounts_coalition WHERE slug = 'bench')
  AND o.retired_on IS NULL AND o.merged_into_id IS NULL {}
ORDER BY o.sort_name, o.id LIMIT 50"""
SAYING = """ AND o.id IN (SELECT organisation_id FROM partners_searchentry
  WHERE names LIKE '%%' || plain_text(%(q)s) || '%%' OR people LIKE '%%' || plain_text(%(q)s) || '%%')"""
# Fewer than three letters are looked for where a word begins.
BEGINNING = SAYING.replace(
    "LIKE '%%' || plain_text(%(q)s) || '%%'", "~ plain_text('(^|[ \\n(/.@-])' || %(q)s)"
)
# What a misspelt word may mean is found by the page's own pattern.
NEAREST = LISTING.replace(
    "{}",
    """ AND o.id IN (SELECT organisation_id FROM partners_searchentry
  WHERE names ~ plain_text(%(meant)s) OR people ~ plain_text(%(meant)s))""",
).replace(
    "ORDER BY o.sort_name, o.id LIMIT 50",
    """ORDER BY (SELECT greatest(
  word_similarity(plain_text(%(q)s), names), word_similarity(plain_text(%(q)s), people))
  FROM partners_searchentry WHERE organisation_id = o.id) DESC LIMIT 10""",
)
NUMBER = "SELECT " + COUNTED.format(
    f"partners_organisation o WHERE {OURS.replace('coalition_id', 'o.coalition_id', 1)}"
    " AND o.retired_on IS NULL AND o.merged_into_id IS NULL {}"
)
MENUS = f"""
SELECT vocabulary, name, NULL FROM partners_term WHERE {OURS} UNION ALL
SELECT 'owner', p.full_name, NULL FROM accounts_membership m
  JOIN accounts_person p ON p.id = m.person_id WHERE m.{OURS}"""
COUNTED_MENUS = f"""
WITH found AS MATERIALIZED (SELECT o.id, o.kind, o.owner_id FROM partners_organisation o
  WHERE o.{ACTIVE.replace(" AND ", " AND o.")} {SAYING} LIMIT 1001)
SELECT t.vocabulary, t.name, (SELECT count(*) FROM found f JOIN partners_classification c
    ON c.organisation_id = f.id AND c.term_id = t.id)
  FROM partners_term t WHERE t.{OURS} UNION ALL
SELECT 'owner', p.full_name, (SELECT count(*) FROM found f WHERE f.owner_id = p.id)
  FROM accounts_membership m JOIN accounts_person p ON p.id = m.person_id WHERE m.{OURS} UNION ALL
SELECT 'kind', kind, count(*) FROM found GROUP BY kind UNION ALL
SELECT 'all', '', count(*) FROM found"""

NEWEST = f"""
SELECT name, created_at, {COUNTED.format(f"partners_organisation WHERE {ACTIVE}")}
FROM partners_organisation WHERE {ACTIVE} ORDER BY created_at DESC, id DESC LIMIT 5"""
WITHOUT_PEOPLE = f"""
SELECT o.name, o.since_on,
  {COUNTED.format(f"partners_searchentry WHERE {OURS} AND needs_people")}
FROM partners_searchentry s JOIN partners_organisation o ON o.id = s.organisation_id
WHERE s.{OURS} AND s.needs_people ORDER BY s.since_on, s.organisation_id LIMIT 5"""
WITHOUT_KEEPER = f"""
SELECT name, since_on,
  {COUNTED.format(f"partners_organisation WHERE {ACTIVE} AND kind = 'partner' AND owner_id IS NULL")}
FROM partners_organisation WHERE {ACTIVE} AND kind = 'partner' AND owner_id IS NULL
ORDER BY since_on, id LIMIT 5"""

FOLLOW_UPS = f"""
SELECT o.name, t.said, t.follow_up_on, p.full_name FROM partners_touchpoint t
JOIN partners_organisation o ON o.id = t.organisation_id JOIN accounts_person p ON p.id = t.follow_up_by_id
WHERE t.{OURS} AND t.follow_up_on <= current_date AND t.follow_up_done_on IS NULL
ORDER BY t.follow_up_on LIMIT 3"""
PROMISES = f"""
SELECT o.name, b.words, b.due_on
FROM partners_benefit b JOIN partners_organisation o ON o.id = b.organisation_id
WHERE b.{OURS} AND b.state IN ('promised', 'under_way') AND b.due_on <= current_date + 7
ORDER BY b.due_on LIMIT 5"""
QUIET = f"""
SELECT o.name, max(t."on") FROM partners_touchpoint t JOIN partners_organisation o ON o.id = t.organisation_id
WHERE t.{OURS} AND t.direction = 'two_way' AND o.retired_on IS NULL GROUP BY o.id
HAVING max(t."on") < current_date - 60 ORDER BY 2 LIMIT 4"""
UNCONFIRMED = f"""
SELECT o.name, coalesce(
  (SELECT max(v."on") FROM partners_verification v WHERE v.organisation_id = o.id), o.created_at::date)
FROM partners_organisation o
WHERE o.{ACTIVE.replace(" AND ", " AND o.")} AND o.kind = 'partner'
  AND (o.created_at::date <= current_date - 180
    OR o.id IN (SELECT organisation_id FROM partners_verification))
  AND NOT EXISTS (SELECT FROM partners_verification v
    WHERE v.organisation_id = o.id AND v."on" > current_date - 180)
ORDER BY 2 LIMIT 3"""

ORGANISATION = """
SELECT o.name, o.kind, o.description, o.website, o.email, o.since_on, p.full_name
FROM partners_organisation o LEFT JOIN accounts_person p ON p.id = o.owner_id WHERE o.id = %(pk)s"""
PEOPLE = """
SELECT name, title, role, email, phone, preferred_channel FROM partners_contact
WHERE organisation_id = %(pk)s ORDER BY left_on, id"""
PARTS = """
SELECT t.vocabulary, t.name FROM partners_classification c JOIN partners_term t ON t.id = c.term_id
  WHERE c.organisation_id = %(pk)s UNION ALL
SELECT 'phone', number FROM partners_phone WHERE organisation_id = %(pk)s UNION ALL
SELECT 'address', concat_ws(', ', street, city, region, postcode) FROM partners_address
  WHERE organisation_id = %(pk)s UNION ALL
SELECT 'alias', name FROM partners_alias WHERE organisation_id = %(pk)s UNION ALL
SELECT scheme, value FROM partners_externalidentifier WHERE organisation_id = %(pk)s"""
GLANCE = """
SELECT 'talk', max("on")::text FROM partners_touchpoint
  WHERE organisation_id = %(pk)s AND direction = 'two_way' UNION ALL
SELECT kind, state FROM partners_benefit WHERE organisation_id = %(pk)s UNION ALL
SELECT topic, text FROM partners_profileanswer WHERE organisation_id = %(pk)s UNION ALL
SELECT topic, words FROM partners_profilerow WHERE organisation_id = %(pk)s UNION ALL
SELECT 'tie', id::text FROM partners_tie WHERE %(pk)s IN (first_id, second_id)"""
CHANGES = """
WITH events AS (
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, name, description,
    lag(description) OVER (ORDER BY pgh_id) AS former
    FROM partners_organisationevent WHERE pgh_obj_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, name, title,
    lag(title) OVER (PARTITION BY pgh_obj_id ORDER BY pgh_id)
    FROM partners_contactevent WHERE organisation_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, number, label, NULL
    FROM partners_phoneevent WHERE organisation_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, street, city, NULL
    FROM partners_addressevent WHERE organisation_id = %(pk)s UNION ALL
  SELECT c.pgh_created_at, c.pgh_context_id, c.pgh_context, c.pgh_label, t.name, t.vocabulary, NULL
    FROM partners_classificationevent c JOIN partners_term t ON t.id = c.term_id
    WHERE c.organisation_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, said, kind, NULL
    FROM partners_touchpointevent WHERE organisation_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, words, state, NULL
    FROM partners_benefitevent WHERE organisation_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, text, topic, NULL
    FROM partners_profileanswerevent WHERE organisation_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, evidence, note, NULL
    FROM partners_tieevent WHERE first_id = %(pk)s UNION ALL
  SELECT pgh_created_at, pgh_context_id, pgh_context, pgh_label, evidence, note, NULL
    FROM partners_tieevent WHERE second_id = %(pk)s),
changes AS (
  SELECT coalesce(pgh_context_id::text, pgh_created_at::text) AS change, max(pgh_created_at) AS moment,
    count(*) OVER () AS total
  FROM events GROUP BY 1 ORDER BY 2 DESC LIMIT 8)
SELECT moment, total, pgh_label, events.name, description, former, p.full_name
FROM changes JOIN events ON coalesce(pgh_context_id::text, pgh_created_at::text) = change
LEFT JOIN accounts_person p ON p.id = (pgh_context->>'person')::bigint ORDER BY moment DESC"""

PAGE = engines["django"].from_string(
    """<!doctype html><title>Floor</title>{% for rows in tables %}<table>{% for row in rows %}<tr>
{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}"""
)


def answer(request: HttpRequest, statements: Sequence[str], **told: Any) -> HttpResponse:
    tables = []
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, told or None)
            tables.append(cursor.fetchall())
    return HttpResponse(PAGE.render({"tables": tables}, request))


@public
def home(request: HttpRequest) -> HttpResponse:
    return answer(
        request, [NEWEST, WITHOUT_PEOPLE, WITHOUT_KEEPER, FOLLOW_UPS, PROMISES, QUIET, UNCONFIRMED]
    )


@public
def listing(request: HttpRequest) -> HttpResponse:
    return answer(request, [LISTING.format(""), NUMBER.format(""), MENUS])


@public
def search(request: HttpRequest) -> HttpResponse:
    """`few` when the page tells how many each answer of a filter would leave."""
    saying = SAYING if len(request.GET["q"]) > SHORT else BEGINNING
    rows = [LISTING.format(saying)]
    others = [COUNTED_MENUS] if "few" in request.GET else [NUMBER.format(saying), MENUS]
    return answer(request, rows + others, q=request.GET["q"])


@public
def nearest(request: HttpRequest) -> HttpResponse:
    """Of a word that is spelt wrongly: that nothing is called so, and what is spelt nearly like it."""
    word = request.GET["q"]
    meant = Misspelt.word(word).pattern
    return answer(request, [COUNTED_MENUS, NEAREST], q=word, meant=meant)


@public
def detail(request: HttpRequest) -> HttpResponse:
    return answer(request, [ORGANISATION, PEOPLE, PARTS, GLANCE, CHANGES], pk=request.GET["pk"])


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
