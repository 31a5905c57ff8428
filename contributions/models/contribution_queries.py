"""How contributions are asked for: by whom they are, by what became of them, by when."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.blanks import Blank
from partners.models import Organisation
from partners.models.value.promises import OPEN, WINDOW

if TYPE_CHECKING:
    from contributions.models.contributions import Contribution  # noqa: F401 - the type of the rows


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def of_coalition(self, coalition: int | Blank) -> "ContributionQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "ContributionQuerySet":
        """All of the coalition's, or for a partner those of the organisations that they speak for."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(organisation__representations__membership=membership.pk)
        return rows.none()

    def of(self, organisations: Iterable[Organisation | int]) -> "ContributionQuerySet":
        return self.filter(organisation__in=organisations)

    def of_kinds(self, kinds: Iterable[str]) -> "ContributionQuerySet":
        return self.filter(kind__in=kinds)

    def told(self) -> "ContributionQuerySet":
        """With whose it is."""
        return self.select_related("organisation__coalition")

    def with_populations(self) -> "ContributionQuerySet":
        return self.prefetch_related("populations__term")

    def with_people(self) -> "ContributionQuerySet":
        return self.select_related("told_by")

    def open(self) -> "ContributionQuerySet":
        """Promised, and neither given nor taken back."""
        return self.filter(state__in=OPEN)

    def due_by(self, day: date | Blank) -> "ContributionQuerySet":
        return self.open().filter(due_on__lte=day)

    def given(self) -> "ContributionQuerySet":
        return self.filter(state="delivered")

    def given_lately(self, *, on: date) -> "ContributionQuerySet":
        """Given in the 365 days that end with `on`."""
        return self.given().filter(Q(delivered_on__gt=on - WINDOW) & Q(delivered_on__lte=on))
