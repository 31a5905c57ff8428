"""The glossary of a coalition, ready to explain texts with: kept by each process, renewed when it changes.

The cache holds a stamp for each coalition, and every change of its glossary writes a new one. A process
keeps the explainer that it made together with the stamp under which it read the glossary; so a page asks
the cache once, and the database only after a change. The stamp is read before the glossary: what was changed
in between is read again the next time. A stamp goes after ten minutes, so that a change whose new stamp was
lost, with its process or with the cache, is seen soon after all.
"""

import secrets
from functools import lru_cache

from django.core.cache import cache
from django.db import transaction

from common.explaining import Explainer, Meaning
from governance.models import Word

STAMPED_FOR = 10 * 60  # seconds
KEPT = 500  # explainers in one process


def explainer_of(coalition: int) -> Explainer:
    """What the words of a coalition mean. One question to the cache; the database only after a change."""
    return _explainer(coalition, _stamp(coalition))


def forget_glossary(coalition: int) -> None:
    """Once what is written now is committed, every process reads the glossary anew."""
    transaction.on_commit(lambda: cache.set(_key(coalition), _new_stamp(), STAMPED_FOR))


def _stamp(coalition: int) -> str:
    stamp = cache.get(_key(coalition))
    if stamp is None:
        cache.add(_key(coalition), _new_stamp(), STAMPED_FOR)
        stamp = cache.get(_key(coalition))
    return stamp or ""


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


def _new_stamp() -> str:
    return secrets.token_hex(8)


def _key(coalition: int) -> str:
    return f"glossary-{coalition}"
