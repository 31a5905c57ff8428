"""Of each side of a tie: whether, when and by whom it was told itself how closely they work together."""

from django.db import models
from django.db.models import Q

from accounts.models import Person

FIRST, SECOND = SIDES = ("first", "second")


def day_of_own_word() -> models.DateField:
    return models.DateField(
        null=True,
        blank=True,
        help_text="When they told the level themselves; empty where one of us did.",
    )


def hand_of_own_word() -> models.ForeignKey:
    return models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


def own_word_is_whole(side: str) -> models.CheckConstraint:
    """Of a level, by somebody, on a day; or not told by them at all."""
    level, on, by = f"level_{side}", f"own_word_{side}_on", f"own_word_{side}_by"
    nobody = Q(**{f"{on}__isnull": True, f"{by}__isnull": True})
    somebody = Q(**{f"{level}__isnull": False, f"{on}__isnull": False, f"{by}__isnull": False})
    return models.CheckConstraint(
        name=f"tie_own_word_of_{side}_has_a_day_and_a_hand", condition=nobody | somebody
    )
