"""The coalition's lists with how often each entry is used."""

from dataclasses import dataclass

from accounts.models import Coalition
from partners.models import LISTS, OtherList, ProfileRow, Term


@dataclass(frozen=True)
class TermList:
    vocabulary: str
    label: str
    current: list[Term]
    retired: list[Term]


def lists(coalition: Coalition) -> list[TermList]:
    """Every list in its order, in two queries; each term has `.use`, its organisations not retired."""
    terms = list(Term.objects.filter(coalition=coalition).with_use())
    preferred = ProfileRow.objects.preferred(coalition.pk)
    for term in terms:
        if term.vocabulary == OtherList.PRIORITY:
            term.use = preferred.get(term.pk, 0)
    return [
        TermList(
            vocabulary=vocabulary,
            label=str(label),
            current=[one for one in terms if one.vocabulary == vocabulary and not one.retired_on],
            retired=[one for one in terms if one.vocabulary == vocabulary and one.retired_on],
        )
        for vocabulary, label in LISTS
    ]
