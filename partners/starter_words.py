"""Criteria to begin a call for partners with, told in the language of whoever reads them.

A coalition changes them as it likes: what it wrote itself is told as it stands.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


@dataclass(frozen=True)
class UsualCriterion:
    """A criterion to begin a call with. The five meanings are those of 0 to 4."""

    name: Any
    question: Any
    weight: int
    meanings: tuple[Any, ...]


USUAL_STEPS = (
    _("Nothing is said of it"),
    _("A wish, without an example"),
    _("One example, or a beginning"),
    _("Several good examples"),
    _("Strong, with proof; others could learn from it"),
)
# By area and by experience with the people to be reached, as coalitions in large cities have chosen partners.
CALL_CRITERIA = (
    UsualCriterion(
        _("Knows the area"),
        _("In which neighborhoods do you work, and since when?"),
        25,
        USUAL_STEPS,
    ),
    UsualCriterion(
        _("Experience with the people"),
        _("With which people do you work, and why do they trust you?"),
        35,
        USUAL_STEPS,
    ),
    UsualCriterion(
        _("What they would do"),
        _("What would you do together with us in the first year?"),
        25,
        USUAL_STEPS,
    ),
    UsualCriterion(
        _("Room to carry it"),
        _("Who would do it, and how many hours a month could they give?"),
        15,
        USUAL_STEPS,
    ),
)


def in_reader_words(told: str) -> str:
    """A text of ours in the reader's language, whichever of our languages it is kept in."""
    return str(_every_language().get(told, told))


@cache
def _every_language() -> dict[str, Any]:
    """What each of our texts is in each language → the text for any reader."""
    texts = [text for one in CALL_CRITERIA for text in (one.name, one.question, *one.meanings)]
    known: dict[str, Any] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {str(text): text for text in texts}
    return known
