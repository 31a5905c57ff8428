"""The glossary of a coalition, ready to explain texts with: kept by each process, renewed when it changes.

The coalition's row carries a stamp, and every change of its glossary writes a new one with it. A process
keeps the explainer that it made together with the stamp under which it read the glossary; so a page, which
reads that row to let anybody in, asks nobody anything more until after a change. The stamp is read before
the glossary: what was changed in between is read again the next time.
"""

from functools import lru_cache

from accounts.models import Coalition
from common.text.explaining import Explainer, Meaning
from governance.models import Word

KEPT = 500  # explainers in one process


def explainer_of(coalition: Coalition) -> Explainer:
    """What the words of a coalition mean. A question to the database only after a change."""
    return _explainer(coalition.pk, coalition.glossary_stamp)


@lru_cache(maxsize=KEPT)
def _explainer(coalition: int, _stamp: str) -> Explainer:
    rows = Word.objects.of_coalition(coalition).current().spelled()
    return Explainer.of(
        (text, meaning)
        for meaning, several in (
            (Meaning(stands_for, definition, key=pk), [term, *spellings])
            for pk, term, spellings, stands_for, definition in rows
        )
        for text in several
    )
