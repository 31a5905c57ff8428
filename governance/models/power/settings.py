from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds


@holds(plain=["most_lead", "least_parity", "most_parity"])
@tracked()
class PowerSettings(CoalitionOwned):
    """From where on a coalition looks at how power is shared. Without a row, the defaults hold.

    Shares are percents; the defaults are ours, no publication backs them.
    """

    most_lead = models.PositiveSmallIntegerField(
        _("share of the lead that one organisation may hold"),
        default=40,
        validators=[MinValueValidator(10), MaxValueValidator(100)],
        help_text=_("Of a hundred seats of chairs and co-leads. Beyond it the page points it out."),
    )
    least_parity = models.PositiveSmallIntegerField(
        _("few seats: below so many percent"),
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("50: a sector holds half of the seats that its size would give it."),
    )
    most_parity = models.PositiveSmallIntegerField(
        _("many seats: above so many percent"),
        default=200,
        validators=[MinValueValidator(100), MaxValueValidator(1000)],
        help_text=_("200: a sector holds twice the seats that its size would give it."),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                # The second column keeps the index from misleading the check of composite keys.
                fields=["coalition"],
                include=["id"],
                name="power_is_set_once_per_coalition",
            ),
            models.CheckConstraint(
                name="power_settings_are_in_range",
                condition=Q(most_lead__range=(10, 100))
                & Q(least_parity__range=(1, 100))
                & Q(most_parity__range=(100, 1000)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.coalition)

    @classmethod
    def of(cls, coalition: int) -> "PowerSettings":
        """Those of the coalition, or the defaults, not saved."""
        return cls.objects.filter(coalition=coalition).first() or cls(coalition_id=coalition)
