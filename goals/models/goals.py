"""What the coalition aims for, for whom and where, and which underlying conditions it works on."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Count, F, FilteredRelation, Q, Value
from django.db.models.lookups import GreaterThan
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models import OtherList, Term, Vocabulary

# The lists whose terms a goal carries, in the order in which its page names them, and what they are there.
LABELS: dict[str, Any] = {
    Vocabulary.DETERMINANT: _("Underlying conditions it works on"),
    Vocabulary.POPULATION: _("For whom"),
    Vocabulary.AREA: _("Where"),
    OtherList.PRIORITY: _("Priorities it serves"),
}
CARRIED = tuple(LABELS)
# Of who has a part in a goal: who answers for it today.
ANSWERING = Q(roles__letter="accountable", roles__ended_on__isnull=True)


class GoalQuerySet(models.QuerySet["Goal"]):
    def of_coalition(self, coalition: int) -> "GoalQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "GoalQuerySet":
        """Those with the nearest day first, those without a day last."""
        rows = self.filter(ended_on__isnull=True)
        return rows.order_by(F("by_when").asc(nulls_last=True), "pk")

    def ended(self) -> "GoalQuerySet":
        """The latest end first."""
        return self.filter(ended_on__isnull=False).order_by("-ended_on", "-pk")

    def told(self) -> "GoalQuerySet":
        return self.select_related("coalition")

    def has(self, pk: int) -> bool:
        return self.filter(pk=pk).exists()

    def for_page(self) -> "GoalQuerySet":
        """With its coalition; `term_ids`: all that it carries; `is_answered_for`."""
        carried = ArrayAgg("carried__term", distinct=True, default=Value([]))
        return self.told().with_answered_for().annotate(term_ids=carried)

    def with_answered_for(self) -> "GoalQuerySet":
        """`is_answered_for`: somebody is accountable for it today."""
        answering = Count("roles", filter=ANSWERING)
        return self.annotate(is_answered_for=GreaterThan(answering, Value(0)))

    def unanswered(self) -> "GoalQuerySet":
        """Running, and nobody is accountable for them today."""
        rows = self.current().annotate(answering=FilteredRelation("roles", condition=ANSWERING))
        return rows.filter(answering__isnull=True)


@holds(
    free=["statement", "how", "ended_because"],
    plain=["by_when", "works_on", "ended_on", "ended_as"],
)
@tracked()
class Goal(CoalitionOwned):
    """One change that the coalition wants to bring about."""

    class WorksOn(models.TextChoices):
        """Upstream or downstream: what people live in, or what people do."""

        CONDITIONS = "conditions", _("The conditions in which people live")
        BEHAVIOUR = "behaviour", _("What people do")
        BOTH = "both", _("Both: the conditions, and what people do in them")

    class End(models.TextChoices):
        REACHED = "reached", pgettext_lazy("a goal", "Reached")
        GIVEN_UP = "given_up", _("Given up")

    statement = models.CharField(
        _("what we want to change"),
        max_length=200,
        help_text=_(
            "One sentence that a neighbor understands: what is different, where, for whom."
        ),
    )
    how = models.TextField(_("how we go about it"), max_length=2000, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    works_on = models.CharField(
        _("what it works on"),
        max_length=10,
        choices=WorksOn,
        help_text=_(
            "Conditions are what makes the healthy choice the easy one: homes, food, buses, work, safety."
        ),
    )
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(_("how it ended"), max_length=8, choices=End, blank=True)
    ended_because = models.CharField(_("what there is to say of it"), max_length=500, blank=True)

    objects = GoalQuerySet.as_manager()

    TOLD_AS = "statement"

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "ended_on"], name="goal_by_end")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="goal_of_coalition"),
            models.CheckConstraint(name="goal_says_what", condition=~Q(statement="")),
            models.CheckConstraint(
                name="goal_works_on_what_is_known",
                condition=Q(works_on__in=["conditions", "behaviour", "both"]),
            ),
            models.CheckConstraint(
                name="goal_ends_on_a_day_as_something_for_a_reason",
                condition=Q(ended_on__isnull=True, ended_as="", ended_because="")
                | (
                    Q(ended_on__isnull=False, ended_as__in=["reached", "given_up"])
                    & ~Q(ended_because="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        return reverse("goals:goal", args=[self.coalition.slug, self.pk])

    @property
    def is_ended(self) -> bool:
        return self.ended_on is not None

    @property
    def terms(self) -> list[Term]:
        """All that it carries, list by list."""
        return [row.term for row in GoalTerm.objects.of(self.pk)]

    @property
    def works_on_conditions(self) -> bool:
        return self.works_on != self.WorksOn.BEHAVIOUR


class GoalTermQuerySet(models.QuerySet["GoalTerm"]):
    def of(self, goal: int) -> "GoalTermQuerySet":
        return self.filter(goal=goal).select_related("term")

    def of_goals(self, goals: models.QuerySet[Goal]) -> "GoalTermQuerySet":
        return self.filter(goal__in=goals.order_by().values("pk")).select_related("term")


@holds(plain=["goal", "term"])
@tracked()
class GoalTerm(CoalitionOwned):
    """One goal carries one term: a condition it works on, a population or an area it is for, a priority."""

    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, related_name="carried", db_constraint=False, db_index=False
    )
    term = models.ForeignKey(
        Term, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )

    objects = GoalTermQuerySet.as_manager()

    TOLD_AS = "term__name"

    class Meta:
        ordering = ["term__vocabulary", "term__position", "term__name"]
        indexes = [models.Index(fields=["coalition", "term", "goal"], name="goal_by_term")]
        constraints = [
            models.UniqueConstraint(fields=["goal", "term"], name="goal_carries_a_term_once"),
        ]

    def __str__(self) -> str:
        return str(self.term)
