"""How contributions are asked for: by whom they are, by what became of them, by when."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, F, Q, When

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.blanks import Blank
from partners.models import Organisation
from partners.models.value.promises import OPEN, WINDOW

if TYPE_CHECKING:
    from contributions.models.contributions import Contribution  # noqa: F401 - the type of the rows

# What else a list may ask for: promised for a day that is over; given in the 365 days that end today.
LATE, LATELY = "late", "lately"
# Whose they are: of partners of today, of prospects and other stakeholders, of those who left.
PARTNERS, OTHERS, LEFT = "partners", "others", "left"
# By what a list of them is sorted.
COLUMNS = {
    "partner": "organisation__sort_name",
    "promised": "promised_on",
    "due": "due_on",
    "given": "delivered_on",
}


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

    def of_partners_of_today(self) -> "ContributionQuerySet":
        """Neither retired nor merged into another."""
        return self.filter(
            organisation__retired_on__isnull=True, organisation__merged_into__isnull=True
        )

    def of_those(self, whose: Collection[str]) -> "ContributionQuerySet":
        """Of PARTNERS, OTHERS or those who LEFT; none named means of all."""
        here = Q(organisation__retired_on__isnull=True)
        takes_part = Q(organisation__kind=Organisation.Kind.PARTNER)
        conditions = {PARTNERS: here & takes_part, OTHERS: here & ~takes_part, LEFT: ~here}
        found = Q()
        for one in whose:
            found |= conditions[one]
        return self.filter(found)

    def saying(self, words: str) -> "ContributionQuerySet":
        """Each word stands in what is given, or in the partner's name."""
        rows = self
        for word in words.replace("\0", "").split():
            rows = rows.filter(Q(words__icontains=word) | Q(organisation__name__icontains=word))
        return rows

    def standing(self, states: Collection[str], *, on: date) -> "ContributionQuerySet":
        """In one of the states, which may also be LATE or LATELY; none named means all."""
        if not states:
            return self
        found = Q(state__in=[state for state in states if state in self.model.State.values])
        if LATE in states:
            found |= Q(state__in=OPEN, due_on__lt=on)
        if LATELY in states:
            found |= Q(pk__in=self.given_lately(on=on).order_by().values("pk"))
        return self.filter(found)

    def for_listing(self, sort: str) -> "ContributionQuerySet":
        """By a column, what has none of it last; by none what waits first, as it falls due, then what was
        given last.
        """
        rows = self.told().with_populations()
        then = ["organisation__sort_name", "pk"]
        if not sort:
            waits = Case(When(state__in=OPEN, then=0), default=1)
            day = F("due_on").asc(nulls_last=True)
            return rows.order_by(waits, day, F("delivered_on").desc(nulls_last=True), *then)
        column = F(COLUMNS[sort.removeprefix("-")])
        falls = sort.startswith("-")
        first = column.desc(nulls_last=True) if falls else column.asc(nulls_last=True)
        return rows.order_by(first, *then)

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

    def late(self, *, on: date | Blank) -> "ContributionQuerySet":
        """Promised for a day that is over, and neither given nor taken back; the longest late first."""
        return self.open().filter(due_on__lt=on).order_by("due_on", "pk")

    def given(self) -> "ContributionQuerySet":
        return self.filter(state="delivered")

    def given_lately(self, *, on: date) -> "ContributionQuerySet":
        """Given in the 365 days that end with `on`."""
        return self.given().filter(Q(delivered_on__gt=on - WINDOW) & Q(delivered_on__lte=on))
