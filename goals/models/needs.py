"""What a goal needs: voices that must be at the table, and what somebody must bring."""

from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from goals.models.goals import Goal
from partners.models import NeededVoice
from partners.models.composition.needed_voices import AXES
from partners.models.depth import Capacity


class GoalNeedQuerySet(models.QuerySet["GoalNeed"]):
    def of(self, goal: int) -> "GoalNeedQuerySet":
        return self.filter(goal=goal).told()

    def of_coalition(self, coalition: int) -> "GoalNeedQuerySet":
        return self.filter(coalition=coalition)

    def told(self) -> "GoalNeedQuerySet":
        return self.select_related("goal__coalition", *(f"needed__{axis.value}" for axis in AXES))


@holds(free=["strength", "why"], plain=["goal", "needed", "kind"])
@tracked()
class GoalNeed(CoalitionOwned):
    """One goal needs one thing: a voice at the table, a kind of capacity, or a strength in words.

    The voice is a row of the list of all who must be at the table, so that it is planned for once, whichever
    goals need it (docs/decisions/0043).
    """

    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, related_name="needs", db_constraint=False, db_index=False
    )
    needed = models.ForeignKey(
        NeededVoice,
        verbose_name=_("voice"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="goal_needs",
        db_constraint=False,
    )
    kind = models.CharField(_("kind of capacity"), max_length=16, choices=Capacity, blank=True)
    strength = models.CharField(
        _("a strength, in words"),
        max_length=80,
        blank=True,
        help_text=_("As partners say it of themselves: “interpreting”, “vans”."),
    )
    why = models.CharField(_("what for"), max_length=300, blank=True)

    objects = GoalNeedQuerySet.as_manager()

    TOLD_AS = "strength"

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["coalition", "goal"], name="goal_need_by_goal"),
            models.Index(fields=["coalition", "needed"], name="goal_need_by_voice"),
        ]
        constraints = [
            models.CheckConstraint(
                name="goal_need_is_a_voice_a_capacity_or_a_strength",
                condition=(Q(needed__isnull=False) & Q(kind="", strength=""))
                | (Q(needed__isnull=True, strength="") & ~Q(kind=""))
                | (Q(needed__isnull=True, kind="") & ~Q(strength="")),
            ),
            models.CheckConstraint(
                name="goal_need_kind_is_known", condition=Q(kind__in=["", *Capacity.values])
            ),
            models.UniqueConstraint(fields=["goal", "needed"], name="goal_needs_a_voice_once"),
            models.UniqueConstraint(
                fields=["goal", "kind"], condition=~Q(kind=""), name="goal_needs_a_capacity_once"
            ),
            models.UniqueConstraint(
                "goal",
                Func("strength", function="plain_text"),
                condition=~Q(strength=""),
                name="goal_needs_a_strength_once",
            ),
        ]

    def __str__(self) -> str:
        if self.needed is not None:
            return str(self.needed)
        return self.strength or str(self.get_kind_display())
