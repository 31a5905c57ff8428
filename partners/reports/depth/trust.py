"""Among whom an organisation is trusted, and how far: by its own word, and by our notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import Membership
from partners.models import ProfileRow, Topic, Voice
from partners.models.depth.topics import SHAPES, TRUSTED

# The lists of which trust is told.
LISTS = frozenset(SHAPES[Topic.POPULATIONS].lists)


def with_trust(classifications: QuerySet) -> QuerySet:
    """`trust`: the level of trust that the organisation told of, in its own words; None if it did not."""
    rows = ProfileRow.objects.of_trust().in_voice(Voice.THEIRS)
    told = rows.filter(organisation=OuterRef("organisation"), term=OuterRef("term"))
    return classifications.annotate(trust=Subquery(told.values("level")[:1]))


def trusting_terms() -> QuerySet:
    """Of the organisation of the outer query: the terms among whom it says that it is trusted."""
    rows = ProfileRow.objects.of_trust().in_voice(Voice.THEIRS).filter(level__gte=TRUSTED)
    return rows.filter(organisation=OuterRef("pk")).order_by().values("term_id")


@dataclass(frozen=True)
class Trust:
    """How far an organisation is trusted among one group, in one language or place, by whose word."""

    name: str
    level: str
    is_theirs: bool
    note: str


def trust_of(
    organisations: Iterable[int], *, terms: Iterable[int], membership: Membership
) -> dict[int, list[Trust]]:
    """By organisation, in their words before ours; ours for those alone who read notes. One query."""
    rows = ProfileRow.objects.readable_by(membership).of_trust().among(organisations)
    found: dict[int, list[Trust]] = {}
    for row in rows.filter(term__in=list(terms)).in_order():
        told = Trust(row.name, row.level_words, row.voice == Voice.THEIRS, row.note)
        found.setdefault(row.organisation_id, []).append(told)
    return {pk: sorted(told, key=lambda one: not one.is_theirs) for pk, told in found.items()}
