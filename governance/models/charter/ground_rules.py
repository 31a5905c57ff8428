"""Ground rules: how people treat each other when they meet, and who has read them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds


class GroundRuleQuerySet(models.QuerySet["GroundRule"]):
    def of_coalition(self, coalition: int | Blank) -> "GroundRuleQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "GroundRuleQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "GroundRuleQuerySet":
        return self.filter(retired_on__isnull=False)


@holds(plain=["words", "about", "position", "means_since", "retired_on"])
@tracked()
class GroundRule(CoalitionOwned):
    """One rule in plain words: “One person speaks at a time.”"""

    words = models.CharField(_("rule"), max_length=200, help_text=_("One short sentence."))
    about = models.TextField(
        _("what you mean by it"),
        max_length=600,
        blank=True,
        help_text=_("An example, or what happens when somebody forgets it."),
    )
    position = models.PositiveIntegerField(default=0)
    means_since = models.DateTimeField(
        help_text="Since when it means what it means: who read it before that is asked again."
    )
    retired_on = models.DateField(null=True, blank=True)

    objects = GroundRuleQuerySet.as_manager()

    TOLD_AS = "words"

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["coalition", "position"], name="ground_rule_by_position")]
        constraints = [
            models.UniqueConstraint(
                "coalition",
                models.Func("words", function="plain_text"),
                condition=Q(retired_on__isnull=True),
                name="ground_rule_is_told_once",
                violation_error_message=_("There is this rule already."),
            ),
            models.CheckConstraint(name="ground_rule_says_something", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words


class GroundRulesReadQuerySet(models.QuerySet["GroundRulesRead"]):
    def by(self, membership: Membership) -> "GroundRulesReadQuerySet":
        return self.filter(coalition=membership.coalition_id, membership=membership.pk)


@holds(
    plain=["membership", "read_at"],
    about={"accounts.Person": "membership__person"},
)
@tracked()
class GroundRulesRead(CoalitionOwned):
    """When a member last read the ground rules and agreed to keep them."""

    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    read_at = models.DateTimeField()

    objects = GroundRulesReadQuerySet.as_manager()

    TOLD_AS = "membership__person__full_name"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "membership"], name="ground_rules_are_read_by_each_member"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}, {self.read_at:%Y-%m-%d}"
