"""In which phases of the work a body takes part: who defines, who plans, who acts, who decides."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body


class Phase(models.TextChoices):
    DEFINE = "define", _("Define")
    PLAN = "plan", _("Plan")
    ACT = "act", _("Act")
    DECIDE = "decide", _("Decide")


# What each phase asks of those who take part in it.
PHASE_WORDS = {
    Phase.DEFINE: _("say what the problem is"),
    Phase.PLAN: _("work out what to do"),
    Phase.ACT: _("do it"),
    Phase.DECIDE: _("have the last word"),
}


class BodyPhaseQuerySet(models.QuerySet["BodyPhase"]):
    def of_coalition(self, coalition: int) -> "BodyPhaseQuerySet":
        return self.filter(coalition=coalition)


@holds(plain=["body", "phase"])
@tracked()
class BodyPhase(CoalitionOwned):
    """A body takes part in one phase of the work."""

    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, related_name="phases", db_constraint=False
    )
    phase = models.CharField(max_length=8, choices=Phase)

    objects = BodyPhaseQuerySet.as_manager()

    TOLD_AS = "body__name"

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "body", "phase"], name="body_takes_part_in_a_phase_once"
            ),
            models.CheckConstraint(
                name="body_phase_is_known",
                condition=Q(phase__in=["define", "plan", "act", "decide"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.get_phase_display()}"
