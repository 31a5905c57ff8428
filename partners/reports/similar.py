"""Names that look so alike that a person should decide whether they are one organisation."""

from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Func, Value

from accounts.models import Coalition, Membership
from partners.models import Organisation

# pg_trgm similarity of two plain names, from 0 (nothing shared) to 1 (the same). At .7 “Northgate Grocers
# Co-op” still meets “Northgate Grocers Cooperative”, and City and County Health Department do not meet.
ALIKE = 0.7
SHOWN = 3
FOUND = 12  # organisations that a search for the other one shows


def similar_names(
    coalition: Coalition, *, name: str, besides: int | None = None
) -> list[Organisation]:
    """At most three organisations of the coalition whose names are nearly this one, nearest first."""
    plain: Any = Func(Value(name), function="plain_text")
    return list(
        Organisation.objects.filter(coalition=coalition)
        .exclude(pk=besides)
        .alias(likeness=TrigramSimilarity("sort_name", plain))
        .filter(likeness__gte=ALIKE)
        .order_by("-likeness")[:SHOWN]
    )


def others_for(
    organisation: Organisation, words: str, *, membership: Membership
) -> list[Organisation]:
    """Organisations that it may be merged with: what was searched for, else those of nearly its name."""
    if not words.strip():
        return similar_names(
            organisation.coalition, name=organisation.name, besides=organisation.pk
        )
    visible = Organisation.objects.visible_to(membership).exclude(pk=organisation.pk)
    found = visible.saying(words.split()[:8], people_too=True).by_name()
    return list(found.select_related("coalition")[:FOUND])
