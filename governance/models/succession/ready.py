from django.db import models
from django.utils.translation import gettext_lazy as _


class Ready(models.TextChoices):
    """How soon somebody could take a role over."""

    NOW = "now", _("Now")
    WITHIN_A_YEAR = "within_a_year", _("Within a year")
    LATER = "later", _("Later")
