"""How many partners each answer of an own field would leave: the part of the one statement that is theirs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from partners.models import OwnField
from partners.reports.listing.own_filters import NO, UNKNOWN, YES, Asked, is_chip
from partners.reports.own_fields.fields import parameter

Kind = OwnField.Kind
COUNTED_KINDS = (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO)

# Every answer of every row to every field of the list; who says nothing answers "not known".
ANSWERS = """SELECT f.name, a.answer, '', count(DISTINCT s.id) FROM {table} s {who}
CROSS JOIN (VALUES {fields}) f(name, key, kind)
CROSS JOIN LATERAL (
    SELECT '{unknown}'::text WHERE NOT o.own_values ? f.key
    UNION ALL SELECT o.own_values ->> f.key WHERE f.kind = 'choice' AND o.own_values ? f.key
    UNION ALL SELECT jsonb_array_elements_text(CASE jsonb_typeof(o.own_values -> f.key)
        WHEN 'array' THEN o.own_values -> f.key ELSE '[]' END) WHERE f.kind = 'choices'
    UNION ALL SELECT CASE o.own_values -> f.key WHEN 'true' THEN '{yes}' WHEN 'false' THEN '{no}' END
        WHERE f.kind = 'yes_no' AND jsonb_typeof(o.own_values -> f.key) = 'boolean'
) a(answer) {where} GROUP BY f.name, a.answer"""
WHO = {
    OwnField.Subject.ORGANISATION: "JOIN partners_organisation o ON o.id = s.id",
    OwnField.Subject.CONTACT: (
        "JOIN partners_contact o ON o.organisation_id = s.id AND o.left_on IS NULL"
    ),
}


@dataclass(frozen=True)
class OwnFacet:
    """A field whose answers are counted. Its key is of letters, digits and _ alone, says the database."""

    name: str  # of its parameter
    key: str
    kind: str
    subject: str
    pk: int

    @classmethod
    def of(cls, field: OwnField) -> Self:
        return cls(parameter(field), field.key, field.kind, field.subject, field.pk)

    @property
    def table(self) -> str:
        """The set of what would be found without this filter: the names of two fields may look alike."""
        return f"own_{self.pk}"


def counted_among(fields: Iterable[OwnField], own: Asked) -> tuple[OwnFacet, ...]:
    """Those that stand in the bar and whose answers can be counted."""
    return tuple(
        OwnFacet.of(field)
        for field in fields
        if field.kind in COUNTED_KINDS and is_chip(field, own)
    )


def counting(facets: Sequence[OwnFacet], table: str, *, where: str) -> list[str]:
    """The questions that count these fields over one table: one for organisations, one for people."""
    parts = []
    for subject, who in WHO.items():
        asked = [facet for facet in facets if facet.subject == subject]
        if asked:
            fields = ", ".join(f"('{one.name}', '{one.key}', '{one.kind}')" for one in asked)
            parts.append(
                ANSWERS.format(
                    table=table,
                    who=who,
                    fields=fields,
                    unknown=UNKNOWN,
                    yes=YES,
                    no=NO,
                    where=f"WHERE {where}" if where else "",
                )
            )
    return parts
