"""Names that look so alike that a person should decide whether they are one organisation."""

from typing import Any

from django.db.models import F, Func, Value

from accounts.models import Coalition, Membership
from partners.duplicates.nominated import LOOKED_AT, alike_named, nearness
from partners.models import DistinctPair, Organisation

# pg_trgm similarity of two plain names, from 0 (nothing shared) to 1 (the same). At .7 “Northgate Grocers
# Co-op” still meets “Northgate Grocers Cooperative”, and City and County Health Department do not meet.
ALIKE = 0.7
SHOWN = 3
FOUND = 12  # organisations that a search for the other one shows


def similar_names(
    coalition: Coalition, *, name: str, besides: int | None = None
) -> list[Organisation]:
    """At most three that may be meant, the likeliest first: by their name, another name or initials."""
    left_out = {besides} | (_told_apart(besides) if besides else set())
    likely = [each.organisation for each in alike_named(coalition.pk, name=name)]
    found = dict.fromkeys([*likely, *_spelt_nearly(coalition, name)])
    return [one for one in found if one.pk not in left_out][:SHOWN]


def _told_apart(pk: int) -> set[int]:
    return DistinctPair.objects.others_than(Organisation(pk=pk))


def _spelt_nearly(coalition: Coalition, name: str) -> list[Organisation]:
    plain: Any = Func(Value(name), function="plain_text")
    return list(
        Organisation.objects.filter(coalition=coalition)
        .alias(likeness=nearness(F("sort_name"), plain))
        .filter(likeness__gte=ALIKE)
        .order_by("-likeness")[:LOOKED_AT]
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
