"""Of whom a comparison of priorities asks: of everybody, of one kind, or of who stands at one stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from partners.models import Organisation, Stage
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.pipeline.stages import staged

Kind = Organisation.Kind
WHO: dict[str, Any] = {
    "": _("Everybody"),
    "partners": _("Partners"),
    "prospects": _("All prospects"),
    Stage.PROSPECT: _("Prospects not in conversation yet"),
    Stage.IN_CONVERSATION: _("Prospects in conversation"),
    Stage.INVITED: _("Prospects that are invited"),
    "stakeholders": _("Stakeholders"),
}
KINDS = {"partners": Kind.PARTNER, "prospects": Kind.PROSPECT, "stakeholders": Kind.STAKEHOLDER}


@dataclass(frozen=True)
class Asked:
    """As an address says it: `?who=prospects&priority=Housing`; `priority` narrows to who named it."""

    who: str = ""
    priority: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> "Asked":
        who = parameters.get("who", "")
        return cls(who if who in WHO else "", " ".join(parameters.get("priority", "").split()))

    @property
    def query(self) -> str:
        """The same people, whatever they named."""
        return urlencode({"who": self.who}) if self.who else ""

    def organisations(self, membership: Membership) -> OrganisationQuerySet:
        rows = Organisation.objects.visible_to(membership).active()
        if self.who in KINDS:
            return rows.of_kinds([KINDS[self.who]])
        return staged(rows).filter(stage=self.who) if self.who else rows
