"""What somebody must see to in every coalition."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.models import Function

# What somebody must see to in every coalition, whoever leads it.
FUNCTIONS: tuple[tuple[Function.Kind, Any], ...] = (
    (Function.Kind.PROGRAMME, _("Keeps the whole plan together from week to week.")),
    (Function.Kind.FUNDS, _("Finds grants and gifts, and keeps the calendar of applications.")),
    (Function.Kind.FISCAL_AGENT, _("Receives the money, pays it out, and reports on it.")),
    (Function.Kind.COMMUNICATION, _("Speaks for you in letters, press and on the web.")),
    (Function.Kind.DATA, _("Collects the numbers from partners, and keeps them safe.")),
    (Function.Kind.EVALUATION, _("Tells you whether it works, and says so when it does not.")),
    (Function.Kind.EQUITY, _("Watches whom your work reaches and whom it leaves out.")),
)
