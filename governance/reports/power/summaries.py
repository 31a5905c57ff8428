"""What the page about how the coalition works says at a glance of its rules and of its power."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Coalition
from common.database.counting import counted
from governance.models import Body, DecisionKind, DecisionRule, Experiment
from governance.models.power.interests import seat_holders, undeclared
from governance.models.power.leadership import breaking_the_rule
from governance.models.power.rules import Method


@dataclass(frozen=True)
class RuleLine:
    """A kind of decision and the coalition's way to take it; empty when none is stored."""

    kind: str
    pk: int
    method: str

    @property
    def method_words(self) -> str:
        return str(Method(self.method).label) if self.method else ""


def rules_summary(coalition: Coalition, *, on: date) -> list[RuleLine]:
    """Every current kind of decision, in the order of the list. One query."""
    common = DecisionRule.objects.filter(kind=OuterRef("pk"), body__isnull=True).begun(on=on)
    method = Subquery(common.order_by("-valid_from").values("method")[:1])
    kinds = DecisionKind.objects.of_coalition(coalition.pk).current()
    told = kinds.annotate(method=Coalesce(method, Value(""), output_field=CharField()))
    return [RuleLine(*row) for row in told.values_list("name", "pk", "method")]


@dataclass(frozen=True)
class PowerSummary:
    """Bodies led by fewer sectors than asked for, experiments under way and to be looked at, and seat
    holders of whom no declaration of interests holds."""

    broken: int
    experiments: int
    to_review: int
    undeclared: int


def power_summary(coalition: Coalition, *, on: date) -> PowerSummary:
    """One query."""
    bodies = Body.objects.of_coalition(coalition.pk).standing()
    trials = Experiment.objects.of_coalition(coalition.pk)
    row = (
        Coalition.objects.filter(pk=coalition.pk)
        .values_list(
            counted(breaking_the_rule(bodies, on=on)),
            counted(trials.open().filter(starts_on__lte=on)),
            counted(trials.to_review(on=on)),
            counted(undeclared(seat_holders(coalition.pk, on=on), on=on)),
        )
        .get()
    )
    return PowerSummary(*row)
