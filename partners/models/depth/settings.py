"""What a coalition compares its partners with: its own priorities, what it needs, and how often it asks."""

from collections.abc import Mapping

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.depth.topics import Capacity
from partners.models.taxonomy import Term

EVERY_DAYS = 180
ASKED_AGAIN = (30, 1095)  # from a month to three years
ARE_AN_OBJECT = Exact(
    Func(F("needs"), function="jsonb_typeof", output_field=models.CharField()), Value("object")
)


class DepthSettingsQuerySet(models.QuerySet["DepthSettings"]):
    def of(self, coalition: int) -> "DepthSettings":
        """The coalition's own, or as they are before anybody has said anything."""
        return self.filter(coalition=coalition).first() or DepthSettings(coalition_id=coalition)


@holds(plain=["verify_every", "needs"])
@tracked()
class DepthSettings(CoalitionOwned):
    """How often profiles are confirmed, and how much the coalition needs of each kind of capacity."""

    verify_every = models.PositiveSmallIntegerField(
        _("confirm a profile again after so many days"),
        default=EVERY_DAYS,
        validators=[MinValueValidator(ASKED_AGAIN[0]), MaxValueValidator(ASKED_AGAIN[1])],
    )
    needs = models.JSONField(
        _("what we need"),
        default=dict,
        blank=True,
        help_text="By kind of capacity: 1 a little, 2 some, 3 much. What is not needed is not there.",
    )

    objects = DepthSettingsQuerySet.as_manager()

    class Meta:
        constraints = [
            # An index on the coalition alone could mislead the check of composite keys.
            models.UniqueConstraint(
                fields=["coalition"], include=["verify_every"], name="depth_settings_are_one"
            ),
            models.CheckConstraint(
                name="depth_settings_ask_again_within_three_years",
                condition=Q(verify_every__gte=30, verify_every__lte=1095),
            ),
            models.CheckConstraint(
                name="depth_settings_needs_are_an_object", condition=ARE_AN_OBJECT
            ),
        ]

    def __str__(self) -> str:
        return str(self.verify_every)

    @property
    def needed(self) -> Mapping[str, int]:
        """In the order of the kinds; only what is needed at all."""
        return {kind: self.needs[kind] for kind in Capacity.values if self.needs.get(kind)}


class OwnPriorityQuerySet(models.QuerySet["OwnPriority"]):
    def of(self, coalition: int) -> "OwnPriorityQuerySet":
        return self.filter(coalition=coalition).order_by("position", "pk").select_related("term")


@holds(plain=["term", "position"])
@tracked()
class OwnPriority(CoalitionOwned):
    """One of the coalition's own priorities; the first place is the most important."""

    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    position = models.PositiveSmallIntegerField()

    objects = OwnPriorityQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "term"], name="own_priority_is_told_once"),
        ]

    def __str__(self) -> str:
        return self.term.name
