"""Which wordings there are, and which fit one partner."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from accounts.models import Coalition
from partners.models import Organisation, Vocabulary, Wording


@dataclass(frozen=True)
class Offered:
    """The wordings of one purpose as a partner is offered them: those of its sectors first."""

    fitting: list[Wording] = field(default_factory=list)
    for_anybody: list[Wording] = field(default_factory=list)
    others: list[Wording] = field(default_factory=list)

    @property
    def ids(self) -> list[int]:
        return [one.pk for one in (*self.fitting, *self.for_anybody, *self.others)]

    @property
    def usual(self) -> int | None:
        """With which a form begins."""
        return next(iter(self.ids), None)

    @property
    def choices(self) -> list[tuple[str, list[tuple[int, str]]]]:
        groups = (
            (_("For their sector"), self.fitting),
            (_("For anybody"), self.for_anybody),
            (_("For other sectors"), self.others),
        )
        return [(label, [(one.pk, one.name) for one in rows]) for label, rows in groups if rows]


@dataclass(frozen=True)
class WordingList:
    """Everything of one purpose, as the coalition orders it."""

    purpose: str
    label: str
    current: list[Wording]
    retired: list[Wording]


def offered_to(organisation: Organisation, *, purpose: str) -> Offered:
    """Two queries: the wordings, and the partner's sectors."""
    wordings = Wording.objects.of_coalition(organisation.coalition_id).for_purpose(purpose)
    sectors = set(organisation.classifications.term_ids(Vocabulary.SECTOR))
    rows = list(wordings.current().in_order())
    return Offered(
        fitting=[one for one in rows if one.sector_id in sectors],
        for_anybody=[one for one in rows if one.sector_id is None],
        others=[one for one in rows if one.sector_id and one.sector_id not in sectors],
    )


def wording_lists(coalition: Coalition) -> list[WordingList]:
    rows = list(Wording.objects.of_coalition(coalition.pk).in_order())
    return [_list(purpose, rows) for purpose in Wording.Purpose]


def _list(purpose: Wording.Purpose, rows: Iterable[Wording]) -> WordingList:
    mine = [one for one in rows if one.purpose == purpose]
    return WordingList(
        purpose=purpose.value,
        label=str(purpose.label),
        current=[one for one in mine if not one.is_retired],
        retired=[one for one in mine if one.is_retired],
    )
