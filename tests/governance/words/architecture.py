from collections.abc import Callable
from typing import Any

from tests.governance.words.factories import NotAnAcronymFactory, WordFactory

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
FILLS_ONCE = "It adds what is missing: the second press finds nothing missing."
READS = "It changes nothing: it tells how a text reads, or looks through texts again."


def word(here: Any) -> Any:
    return WordFactory(coalition=here.coalition)


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:word": word,
    "governance:word_edit": word,
    "governance:word_retire": word,
    "governance:word_bring_back": lambda here: WordFactory(coalition=here.coalition, retired=True),
    "governance:acronym_offer": lambda here: NotAnAcronymFactory(coalition=here.coalition),
}
CARRYING: dict[str, Any] = {
    "governance:word_add": {"field": "form_key"},
    "governance:word_edit": {"field": "opened"},
}
NEEDS_NEITHER: dict[str, str] = {
    "governance:word_retire": FINDS_IT_SO,
    "governance:word_bring_back": FINDS_IT_SO,
    "governance:words_fill": FILLS_ONCE,
    "governance:acronym_set_aside": FINDS_IT_SO,
    "governance:acronym_offer": FINDS_IT_SO,
    "governance:acronyms_look": READS,
    "governance:reading": READS,
}
