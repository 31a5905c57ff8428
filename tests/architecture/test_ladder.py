"""What import-linter cannot see: keys, templates and tasks that would climb the ladder."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

# Apps on one rung do not know of each other.
RUNGS = {
    "common": 0,
    "accounts": 1,
    "partners": 2,
    "goals": 3,
    "governance": 3,
    "contributions": 4,
    "dashboard": 5,
    "coalition": 6,
}
TEMPLATES = Path(settings.BASE_DIR) / "templates"
OUR_MODELS = [model for model in apps.get_models() if model._meta.app_label in RUNGS]


def climbs(app: str, to: str) -> bool:
    """Whether one app would know of another that does not stand beneath it."""
    return app != to and RUNGS[to] >= RUNGS[app]


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_foreign_key_points_down_or_sideways(model):
    ours = [
        field.related_model._meta.app_label
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model in OUR_MODELS
    ]
    assert [app for app in ours if climbs(model._meta.app_label, app)] == []


def owned_by_coalition(model) -> bool:
    return any(field.column == "coalition_id" for field in model._meta.concrete_fields)


OWNED = [model for model in OUR_MODELS if owned_by_coalition(model)]
TABLES = [model for model in OWNED if not hasattr(model, "pgh_tracked_model")]


@pytest.mark.django_db
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_child_of_a_coalition_is_tied_to_a_parent_of_the_same(model):
    """Every key between two owned tables has a composite twin in the database."""
    keys = {
        field.column
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in TABLES
    }
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT attname FROM pg_constraint c
               JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
               WHERE c.contype = 'f' AND cardinality(c.conkey) = 2 AND c.conrelid = %s::regclass""",
            [model._meta.db_table],
        )
        walled = {column for (column,) in cursor.fetchall()} - {"coalition_id"}
    assert keys - walled == set()


@pytest.mark.parametrize("model", OWNED, ids=lambda model: model._meta.label)
def test_owned_row_always_knows_its_coalition(model):
    field = model._meta.get_field("coalition")
    assert not field.null


def owner_of(template: Path) -> str:
    return template.relative_to(TEMPLATES).parts[0]


APP_TEMPLATES = [path for path in sorted(TEMPLATES.rglob("*.html")) if owner_of(path) in RUNGS]
# {% url "partners:list" coalition.slug %}
URL_TAG = re.compile(r"""{%\s*url\s+["'](?P<app>\w+):""")
INCLUDE_TAG = re.compile(r"""{%\s*(?:include|extends)\s+["'](?P<folder>\w+)/""")


@pytest.mark.parametrize(
    "template", APP_TEMPLATES, ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_template_links_only_to_its_own_or_lower_apps(template):
    text = template.read_text()
    named = {match["app"] for match in URL_TAG.finditer(text)}
    named |= {match["folder"] for match in INCLUDE_TAG.finditer(text)} & set(RUNGS)
    assert [app for app in sorted(named) if climbs(owner_of(template), app)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_table_of_a_coalition_has_an_index_that_leads_with_it(model):
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT i.indexrelid::regclass::text, cardinality(i.indkey::int[]) FROM pg_index i
               JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
               WHERE a.attname = 'coalition_id' AND i.indrelid = %s::regclass""",
            [model._meta.db_table],
        )
        widths = [width for _name, width in cursor.fetchall()]
    assert widths != []
    assert 1 not in widths, "an index on the coalition alone misleads the check of composite keys"
