"""The search for acronyms in a coalition's texts. Run again it writes only what has changed."""

from collections.abc import Iterator
from dataclasses import asdict

from django.db import transaction

from accounts.models import Coalition
from common.text.acronyms import Place, Sum, summed
from governance.models import FoundAcronym
from governance.reports.words.sources import SOURCES

PLACES = 5  # of each acronym; more tell nothing new
FIELDS = ("times", "texts", "places", "stands_for")


def search(coalition: int) -> None:
    """Look through every declared text of a coalition, and keep what was found.

    Nothing is locked while texts are read; whoever comes second writes what it found.
    """
    found = summed(_texts(coalition), most_places=PLACES)
    _keep(coalition, found)


def _texts(coalition: int) -> Iterator[tuple[Place, Iterator[str]]]:
    for source in SOURCES:
        yield from source.texts(coalition)


@transaction.atomic
def _keep(coalition: int, found: dict[str, Sum]) -> None:
    Coalition.objects.lock(coalition)
    rows = FoundAcronym.objects.of_coalition(coalition)
    before = {row.text: row for row in rows}
    wanted = {text: _row(coalition, text, one) for text, one in found.items()}
    rows.exclude(text__in=wanted).delete()
    FoundAcronym.objects.bulk_create([wanted[text] for text in wanted.keys() - before.keys()])
    changed = [_changed(before[text], wanted[text]) for text in wanted.keys() & before.keys()]
    FoundAcronym.objects.bulk_update([row for row in changed if row], FIELDS, batch_size=500)


def _row(coalition: int, text: str, one: Sum) -> FoundAcronym:
    return FoundAcronym(
        coalition_id=coalition,
        text=text,
        times=one.times,
        texts=one.texts,
        places=[asdict(place) for place in one.places],
        stands_for=one.stands_for[:200],
    )


def _changed(before: FoundAcronym, now: FoundAcronym) -> FoundAcronym | None:
    """The row that is there, as it should be now; None when it is so already."""
    if all(getattr(before, name) == getattr(now, name) for name in FIELDS):
        return None
    for name in FIELDS:
        setattr(before, name, getattr(now, name))
    return before
