"""The questions that pages ask of services."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Prefetch, Q, TextField, Value

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models.organisations import Organisation
from partners.models.search.words import said_in
from partners.models.services.parts import ServiceFunder, ServiceLocation, ServiceTerm, plain

if TYPE_CHECKING:
    from partners.models.services.services import Service

# So long after it was said, what was said of the places that are free is worth asking again.
FRESH = timedelta(days=90)
# What one may ask for beyond the states that there are.
UNSAID, STALE = "unsaid", "stale"
TEXTS = ("name", "description", "eligibility")


class ServiceQuerySet(models.QuerySet["Service"]):
    def of_coalition(self, coalition: int) -> "ServiceQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "ServiceQuerySet":
        """All of the coalition's, or for a partner those of the organisations that they speak for."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(organisation__representations__membership=membership.pk)
        return rows.none()

    def to_look_up(self, membership: Membership) -> "ServiceQuerySet":
        """What a member may look up: all; or for a partner its own, and those that partners show the world.

        Those are of partners at the table whom a directory may name and no incident pauses.
        """
        if membership.may(Permission.SEE_PARTNERS):
            return self.visible_to(membership)
        if not membership.may(Permission.SEE_SERVICES):
            return self.visible_to(membership).order_by()
        return self.in_the_directory(membership)

    def in_the_directory(self, membership: Membership) -> "ServiceQuerySet":
        """Those that a directory may tell of, and those of the organisations that the member speaks for."""
        shown = Organisation.objects.of_coalition(membership.coalition_id)
        shown = shown.for_a_directory_but_for_pauses().listed().order_by()
        own = self.filter(organisation__representations__membership=membership.pk).order_by()
        found = Q(pk__in=own.values("pk")) | Q(organisation__in=shown.ids())
        return self.filter(found, coalition_id=membership.coalition_id)

    def of(self, organisation: Organisation | int) -> "ServiceQuerySet":
        return self.filter(organisation=organisation)

    def called(self, name: str) -> "Service | None":
        """The one of that name, whatever its accents and capitals."""
        asked = Func(Value(name), function="plain_text", output_field=TextField())
        return self.alias(plain_name=plain("name")).filter(plain_name=asked).first()

    def of_any(self, organisations: Iterable[int]) -> "ServiceQuerySet":
        return self.filter(organisation__in=list(organisations))

    def not_over(self, *, on: date) -> "ServiceQuerySet":
        """Whatever became of who runs it."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=on))

    def running(self, *, on: date) -> "ServiceQuerySet":
        """Not over on the day, of organisations that are neither retired nor merged into another."""
        return self.not_over(on=on).filter(
            organisation__retired_on__isnull=True,
            organisation__merged_into__isnull=True,
        )

    # ------------------------------------------------------------ what a filter asks

    def carrying(self, terms: Iterable[int]) -> "ServiceQuerySet":
        """With any of the terms: kinds of service, populations, languages."""
        return self.filter(self._carries(terms))

    def sorted_under(
        self, terms: Collection[int], *, vocabulary: str, or_none: bool = False
    ) -> "ServiceQuerySet":
        """With any of the terms, or with none of that list; nothing asked means all."""
        if not (terms or or_none):
            return self
        bare = ~Exists(self._parts(ServiceTerm).filter(term__vocabulary=vocabulary))
        return self.filter(self._carries(terms) | bare if or_none else self._carries(terms))

    def somewhere(self, areas: Collection[int], *, or_none: bool = False) -> "ServiceQuerySet":
        """In any of the areas, or in none that is told; nothing asked means all."""
        if not (areas or or_none):
            return self
        there = Exists(self._parts(ServiceLocation).filter(area__in=list(areas)))
        bare = ~Exists(self._parts(ServiceLocation).filter(area__isnull=False))
        return self.filter(there | bare if or_none else there)

    def _carries(self, terms: Iterable[int]) -> Exists:
        return Exists(self._parts(ServiceTerm).filter(term__in=list(terms)))

    def funded_by(self, keys: Iterable[str]) -> "ServiceQuerySet":
        return self.filter(Exists(self._parts(ServiceFunder).with_key().filter(key__in=list(keys))))

    def taking_people(self, states: Collection[str], *, on: date) -> "ServiceQuerySet":
        """In any of the states, which may also be UNSAID or STALE; none named means all."""
        if not states:
            return self
        found = Q(capacity__in=[state for state in states if state not in (UNSAID, STALE)])
        if UNSAID in states:
            found |= Q(capacity="")
        if STALE in states:
            found |= Q(capacity_on__lt=on - FRESH)
        return self.filter(found)

    def saying(self, words: str) -> "ServiceQuerySet":
        """Every word occurs in its name, what it does, for whom, or the partner's name."""
        rows = self.alias(**{f"plain_{name}": plain(name) for name in TEXTS})
        places = [*(f"plain_{name}" for name in TEXTS), "organisation__sort_name"]
        for word in words.split():
            rows = rows.filter(said_in(places, word))
        return rows

    @staticmethod
    def _parts(model: Any) -> Any:
        return model.objects.filter(service=OuterRef("pk")).order_by()

    # ------------------------------------------------------------ what a page shows

    def told(self) -> "ServiceQuerySet":
        """With all that a page tells of each: five queries, however many there are."""
        rows = self.select_related("organisation__coalition", "contact", "capacity_by")
        return rows.prefetch_related(
            Prefetch("carried", ServiceTerm.objects.select_related("term")),
            Prefetch("places", ServiceLocation.objects.select_related("area")),
            Prefetch("funders", ServiceFunder.objects.select_related("funder")),
        )

    def for_listing(self, sort: str = "partner") -> "ServiceQuerySet":
        """By partner, by service, or by the day on which it was said whether it takes people."""
        by_partner = ["organisation__sort_name", "organisation"]
        by_name = plain("name")
        orders: dict[str, list[Any]] = {
            "partner": [*by_partner, by_name],
            "-partner": ["-organisation__sort_name", "organisation", by_name],
            "service": [by_name, *by_partner],
            "-service": [by_name.desc(), *by_partner],
            "said": [F("capacity_on").asc(nulls_first=True), *by_partner, by_name],
            "-said": [F("capacity_on").desc(nulls_last=True), *by_partner, by_name],
        }
        return self.order_by(*orders[sort], "pk")

    def standing_capacity(self) -> models.QuerySet:
        """How many stand in each state."""
        return self.order_by().values_list("capacity").annotate(models.Count("pk"))
