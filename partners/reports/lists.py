"""The coalition's lists with how often each entry is used."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition
from partners.models import LISTS, OtherList, ProfileRow, ServiceTerm, Term, Vocabulary
from partners.presets import DETERMINANTS


@dataclass(frozen=True)
class TermList:
    """`presets` are pairs of a set's key and its name, of which a coalition may add what is missing."""

    vocabulary: str
    label: str
    current: list[Term]
    retired: list[Term]
    presets: list[tuple[str, Any]]


def lists(coalition: Coalition) -> list[TermList]:
    """Every list in its order, in three queries; each term has `.use`, its organisations not retired."""
    terms: list[Any] = list(
        Term.objects.filter(coalition=coalition).with_use().select_related("within")
    )
    used = {
        OtherList.PRIORITY: ProfileRow.objects.preferred(coalition.pk),
        OtherList.SUPPORT: ProfileRow.objects.in_need(coalition.pk),
        OtherList.SERVICE: ServiceTerm.objects.partners_of_kinds(coalition.pk),
    }
    for term in terms:
        if term.vocabulary in used:
            term.use = used[OtherList(term.vocabulary)].get(term.pk, 0)
    return [
        TermList(
            vocabulary=vocabulary,
            label=str(label),
            current=[one for one in terms if one.vocabulary == vocabulary and not one.retired_on],
            retired=[one for one in terms if one.vocabulary == vocabulary and one.retired_on],
            presets=presets_of(vocabulary),
        )
        for vocabulary, label in LISTS
    ]


def presets_of(vocabulary: str) -> list[tuple[str, Any]]:
    if vocabulary == Vocabulary.DETERMINANT:
        return [(key, label) for key, (label, _names) in DETERMINANTS.items()]
    if vocabulary == Vocabulary.SECTOR:
        empty = Coalition.SectorPreset.EMPTY
        return [(key, label) for key, label in Coalition.SectorPreset.choices if key != empty]
    if vocabulary == OtherList.SERVICE:
        return [(OtherList.SERVICE.value, _("Twelve usual kinds, from food to data systems"))]
    if vocabulary == OtherList.SUPPORT:
        return [(OtherList.SUPPORT.value, _("Eleven usual kinds, from child care to a phone call"))]
    return []
