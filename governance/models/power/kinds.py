"""The coalition's own list of the kinds of decisions it takes: routine, policy, budget and others."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds


class DecisionKindQuerySet(models.QuerySet["DecisionKind"]):
    def of_coalition(self, coalition: int) -> "DecisionKindQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "DecisionKindQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "DecisionKindQuerySet":
        return self.filter(retired_on__isnull=False)

    def called(self, name: str) -> "DecisionKind | None":
        """The one of that name, whatever its accents and capitals; of a current one before a retired one."""
        plain = models.Func(
            models.Value(name), function="plain_text", output_field=models.TextField()
        )
        told = self.alias(plain_name=models.Func("name", function="plain_text"))
        return told.filter(plain_name=plain).order_by("-retired_on", "pk").last()


@holds(free=["about"], plain=["name", "position", "retired_on"])
@tracked()
class DecisionKind(CoalitionOwned):
    """One kind of decision, for which the coalition says how it is made."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("“Budget”, “Who joins us”, “Public statements”.")
    )
    about = models.CharField(_("what belongs here"), max_length=500, blank=True)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = DecisionKindQuerySet.as_manager()

    TOLD_AS = "name"

    class Meta:
        ordering = ["position", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="decision_kind_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                models.Func("name", function="plain_text"),
                condition=Q(retired_on__isnull=True),
                name="decision_kind_is_named_once",
                violation_error_message=_("There is a kind of that name already."),
            ),
            models.CheckConstraint(name="decision_kind_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None
