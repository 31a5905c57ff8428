"""How many organisations and people a coalition's own fields say something of."""

from collections import Counter

from django.db import connection

from partners.models import Contact, Organisation, OwnField

TABLES = {
    OwnField.Subject.ORGANISATION: Organisation._meta.db_table,  # noqa: SLF001 - Django's own door
    OwnField.Subject.CONTACT: Contact._meta.db_table,  # noqa: SLF001
}
# Those that are retired or have left count too: their values are kept.
OF_FIELDS = """
SELECT '{about}', key, count(*) FROM {table}, jsonb_object_keys(own_values) key
WHERE coalition_id = %(coalition)s AND own_values <> '{{}}' GROUP BY key"""
OF_CHOICES = """
SELECT chosen, count(*) FROM {table}, jsonb_array_elements_text(
    CASE jsonb_typeof(own_values -> %(key)s) WHEN 'array' THEN own_values -> %(key)s
        ELSE jsonb_build_array(own_values -> %(key)s) END) chosen
WHERE coalition_id = %(coalition)s AND own_values ? %(key)s GROUP BY chosen"""


def uses(coalition: int) -> Counter[tuple[str, str]]:
    """By subject and key of a field, of how many it says something; one query."""
    parts = [OF_FIELDS.format(about=about, table=table) for about, table in TABLES.items()]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), {"coalition": coalition})
        return Counter({(about, key): count for about, key, count in cursor.fetchall()})


def choice_uses(field: OwnField) -> Counter[str]:
    """By key of a choice, how many have chosen it."""
    question = OF_CHOICES.format(table=TABLES[OwnField.Subject(field.subject)])
    with connection.cursor() as cursor:
        cursor.execute(question, {"coalition": field.coalition_id, "key": field.key})
        return Counter(dict(cursor.fetchall()))
