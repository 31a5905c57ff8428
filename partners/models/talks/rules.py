"""How often a coalition wants to speak with its partners, and how close each of them is."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation

A_YEAR = 365
DAYS = [MinValueValidator(1), MaxValueValidator(2 * A_YEAR)]


class Tier(models.TextChoices):
    STEERING = "steering", _("Steering")
    ACTIVE = "active", _("Active")
    SUPPORTING = "supporting", _("Supporting")
    PROSPECT = "prospect", _("Prospect")


@holds(plain=["steering", "active", "supporting", "prospect", "answer_within", "asked_at_least"])
@tracked()
class TalkRules(CoalitionOwned):
    """After how many days without a talk somebody should call, one row for a coalition.

    The defaults are ours: no publication backs them.
    """

    coalition = models.ForeignKey(
        Coalition, on_delete=models.CASCADE, related_name="talk_rules", db_index=False
    )
    steering = models.PositiveSmallIntegerField(
        _("on the steering committee"), default=30, validators=DAYS
    )
    active = models.PositiveSmallIntegerField(_("active"), default=60, validators=DAYS)
    supporting = models.PositiveSmallIntegerField(_("supporting"), default=90, validators=DAYS)
    prospect = models.PositiveSmallIntegerField(_("prospects"), default=45, validators=DAYS)
    answer_within = models.PositiveSmallIntegerField(
        _("an answer is in time within"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Working days, Monday to Friday."),
    )
    asked_at_least = models.PositiveSmallIntegerField(
        _("judge answers from"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Questions asked; of fewer we say that there is not enough data."),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition"],
                include=["steering", "active", "supporting", "prospect"],
                name="talk_rules_are_set_once",
            ),
            models.CheckConstraint(
                name="talk_rules_are_in_range",
                condition=Q(steering__range=(1, 730))
                & Q(active__range=(1, 730))
                & Q(supporting__range=(1, 730))
                & Q(prospect__range=(1, 730))
                & Q(answer_within__range=(1, 60))
                & Q(asked_at_least__range=(1, 50)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.steering}, {self.active}, {self.supporting}, {self.prospect}"

    def days_of(self, tier: str) -> int:
        return getattr(self, tier)


@holds(plain=["organisation", "tier"])
@tracked()
class TalkTier(PartOfOrganisation):
    """How close one organisation is, where somebody has said so."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="talk_tier", db_constraint=False
    )
    tier = models.CharField(_("how close"), max_length=12, choices=Tier)

    class Meta(PartOfOrganisation.Meta):
        verbose_name, verbose_name_plural = _("how close they are"), _("how close they are")
        constraints = [
            models.CheckConstraint(
                name="talk_tier_is_known",
                condition=Q(tier__in=["steering", "active", "supporting", "prospect"]),
            )
        ]

    def __str__(self) -> str:
        return self.get_tier_display()


def usual_tier(kind: str) -> Tier:
    """Where nobody has said how close they are."""
    if kind == Organisation.Kind.PARTNER:
        return Tier.ACTIVE
    return Tier.PROSPECT if kind == Organisation.Kind.PROSPECT else Tier.SUPPORTING
