"""How many organisations and people a coalition's own fields say something of."""

from collections import Counter
from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from accounts.models import Coalition
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


@dataclass(frozen=True)
class UsedField:
    field: OwnField
    use: int

    @property
    def traits(self) -> list[str]:
        """What sets it apart, in words: one that is asked of everybody needs none."""
        told = {
            "is_required": _("must be answered"),
            "is_listed": _("in the list"),
            "is_personal": _("personal data"),
            "is_internal": _("internal"),
        }
        return [words for name, words in told.items() if getattr(self.field, name)]


@dataclass(frozen=True)
class FieldList:
    """The own fields of one subject, as the settings page shows them."""

    subject: str
    label: str
    current: list[UsedField]
    retired: list[UsedField]


def field_lists(coalition: Coalition) -> list[FieldList]:
    """Organisations, then people; two queries."""
    counts = uses(coalition.pk)
    fields = [
        UsedField(field, counts[field.subject, field.key])
        for field in OwnField.objects.of_coalition(coalition.pk)
    ]
    return [
        FieldList(
            subject=subject.value,
            label=str(subject.label),
            current=[
                one for one in fields if one.field.subject == subject and not one.field.is_retired
            ],
            retired=[
                one for one in fields if one.field.subject == subject and one.field.is_retired
            ],
        )
        for subject in OwnField.Subject
    ]
