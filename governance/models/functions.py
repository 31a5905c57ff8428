"""What somebody must see to in every coalition: funds, communication, data, equity and the like."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.saying import saying


class FunctionQuerySet(models.QuerySet["Function"]):
    def of_coalition(self, coalition: int) -> "FunctionQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "FunctionQuerySet":
        return self.filter(retired_on__isnull=True)

    def required(self) -> "FunctionQuerySet":
        return self.current().filter(is_required=True)

    def saying(self, words: Iterable[str]) -> "FunctionQuerySet":
        return saying(self, words, columns=["name", "about"])


@holds(free=["about"], plain=["name", "kind", "position", "is_required", "retired_on"])
@tracked()
class Function(CoalitionOwned):
    """A task that somebody holds for the whole coalition, with or without a seat in a body."""

    class Kind(models.TextChoices):
        FUNDS = "funds", _("Raising funds")
        PROGRAMME = "programme", _("Programme lead")
        COMMUNICATION = "communication", _("Communication")
        DATA = "data", _("Data")
        EVALUATION = "evaluation", _("Evaluation")
        FISCAL_AGENT = "fiscal_agent", _("Fiscal agent")
        EQUITY = "equity", _("Equity")
        OTHER = "other", _("A function of our own")

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OTHER)
    about = models.CharField(_("what they see to"), max_length=500, blank=True)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    is_required = models.BooleanField(
        _("must be held"), default=True, help_text=_("When nobody holds it, the home page says so.")
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = FunctionQuerySet.as_manager()

    TOLD_AS = "name"

    class Meta:
        ordering = ["position", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="function_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                models.Func("name", function="plain_text"),
                condition=Q(retired_on__isnull=True),
                name="function_name_is_used_once",
                violation_error_message=_("There is a function of that name already."),
            ),
            models.CheckConstraint(
                name="function_kind_is_known",
                condition=Q(
                    kind__in=[
                        "funds",
                        "programme",
                        "communication",
                        "data",
                        "evaluation",
                        "fiscal_agent",
                        "equity",
                        "other",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name
