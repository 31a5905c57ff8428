"""Names that look so alike that a person should decide whether they are one organisation."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Func, Value

from accounts.models import Coalition
from partners.models import Organisation

# pg_trgm similarity of two plain names, from 0 (nothing shared) to 1 (the same). At .7 “Northgate Grocers
# Co-op” still meets “Northgate Grocers Cooperative”, and City and County Health Department do not meet.
ALIKE = 0.7
SHOWN = 3


def similar_names(
    coalition: Coalition, *, name: str, besides: int | None = None
) -> list[Organisation]:
    """At most three organisations of the coalition whose names are nearly this one, nearest first."""
    plain = Func(Value(name), function="plain_text")
    return list(
        Organisation.objects.filter(coalition=coalition)
        .exclude(pk=besides)
        .alias(likeness=TrigramSimilarity("sort_name", plain))
        .filter(likeness__gte=ALIKE)
        .order_by("-likeness")[:SHOWN]
    )
