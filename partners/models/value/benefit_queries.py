"""How promises to partners are asked for: by what became of them, by whom they concern, by when."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact, GreaterThan, LessThan, LessThanOrEqual

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.blanks import Blank
from partners.models.organisations import Organisation
from partners.models.taxonomy import Classification, Vocabulary
from partners.models.value.promises import OPEN, WINDOW

if TYPE_CHECKING:
    from accounts.models import Person
    from partners.models.value.benefits import Benefit  # noqa: F401 - the type of the rows

SOON = timedelta(days=7)  # so long before its day a promise shows on the home page
# The day promised first, or the one last agreed with them; `Benefit.measured_on` says the same of one.
MEASURED_ON = Coalesce("held_to_on", "due_on")
DOUBTS = ("not_yet", "no")
# What one may ask for beyond the states and answers that there are.
LATE, DOUBTED, UNANSWERED = "late", "doubted", "unanswered"


def counted_on(day: date) -> Q:
    """The promises that the on-time measure of a day counts; `Benefit.counts` says the same of one.

    Their day lies within the last 365 days and is over; of those of today the delivered ones.
    """
    is_today = Q(Exact(MEASURED_ON, day), state="delivered")
    is_over = Q(LessThan(MEASURED_ON, day)) | is_today
    return is_over & Q(GreaterThan(MEASURED_ON, day - WINDOW)) & ~Q(state="withdrawn")


def kept_on_time() -> Q:
    """`Benefit.was_kept_on_time` says the same of one."""
    return Q(LessThanOrEqual(F("delivered_on"), MEASURED_ON), state="delivered")


class BenefitQuerySet(models.QuerySet["Benefit"]):
    def of_coalition(self, coalition: int | Blank) -> "BenefitQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "BenefitQuerySet":
        """All of the coalition's, or for a partner those of the organisations that they speak for."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(organisation__representations__membership=membership.pk)
        return rows.none()

    def of(self, organisations: Iterable[Organisation | int]) -> "BenefitQuerySet":
        return self.filter(organisation__in=organisations)

    def with_people(self) -> "BenefitQuerySet":
        return self.select_related("promised_by", "came_by")

    def told(self) -> "BenefitQuerySet":
        """With whose benefit it is."""
        return self.select_related("organisation__coalition")

    def of_partners_of_today(self) -> "BenefitQuerySet":
        """Neither retired nor merged into another."""
        return self.filter(
            organisation__retired_on__isnull=True, organisation__merged_into__isnull=True
        )

    def of_kinds(self, kinds: Iterable[str]) -> "BenefitQuerySet":
        return self.filter(kind__in=kinds)

    def standing(self, states: Collection[str], *, on: date) -> "BenefitQuerySet":
        """In one of the states, which may also be LATE or DOUBTED; none named means all."""
        if not states:
            return self
        found = Q(state__in=[state for state in states if state in self.model.State.values])
        if LATE in states:
            found |= Q(state__in=OPEN, due_on__lt=on)
        if DOUBTED in states:
            found |= Q(state=self.model.State.DELIVERED, came__in=DOUBTS)
        return self.filter(found)

    def answered(self, answers: Collection[str]) -> "BenefitQuerySet":
        """With one of the answers, which may also be UNANSWERED; none named means all."""
        if not answers:
            return self
        found = Q(came__in=[answer for answer in answers if answer in self.model.Came.values])
        if UNANSWERED in answers:
            found |= Q(state=self.model.State.DELIVERED, came="")
        return self.filter(found)

    def in_their_sectors(self) -> models.QuerySet:
        """Grouped by `sector` and `sector_name`, to be counted; of two sectors, once in each."""
        carried = self.order_by().filter(
            organisation__classifications__term__vocabulary=Vocabulary.SECTOR
        )
        return carried.values(
            sector=F("organisation__classifications__term"),
            sector_name=F("organisation__classifications__term__name"),
        )

    def without_sector(self) -> "BenefitQuerySet":
        carried = Classification.objects.filter(
            organisation=OuterRef("organisation"), term__vocabulary=Vocabulary.SECTOR
        )
        return self.filter(~Exists(carried))

    def promised_much(self, *, at_least: int) -> models.QuerySet:
        """Organisations that were promised so much and received nothing, the most first."""
        living = self.order_by().exclude(state=self.model.State.WITHDRAWN)
        found = living.values(pk=F("organisation"), name=F("organisation__name")).annotate(
            promised=Count("id"),
            since=Min("promised_on"),
            received=Count("id", filter=Q(state=self.model.State.DELIVERED)),
        )
        much: Any = found.filter(promised__gte=at_least, received=0)
        return much.order_by("-promised", "since", "name").values("pk", "name", "promised", "since")

    def of_sectors(self, terms: Iterable[int]) -> "BenefitQuerySet":
        carried = Q(
            organisation__classifications__term__in=list(terms),
            organisation__classifications__term__vocabulary=Vocabulary.SECTOR,
        )
        return self.filter(pk__in=self.model._default_manager.filter(carried).values("pk"))  # noqa: SLF001

    def looked_after_by(self, people: Iterable[int]) -> "BenefitQuerySet":
        return self.filter(organisation__owner__in=people)

    def open(self) -> "BenefitQuerySet":
        """Promised, and neither delivered nor taken back."""
        return self.filter(state__in=OPEN)

    def counted(self) -> "BenefitQuerySet":
        """Delivered with an amount that the partner does not dispute, in no order: to be added up."""
        return self.filter(amount__isnull=False).exclude(came__in=DOUBTS).order_by()

    def due_by(self, day: date | Blank) -> "BenefitQuerySet":
        return self.open().filter(due_on__lte=day)

    def for_keeper(self, person: "Person | int | Blank") -> "BenefitQuerySet":
        """Of partners that this member looks after, and of those that nobody does."""
        return self.filter(Q(organisation__owner=person) | Q(organisation__owner__isnull=True))

    def for_listing(self) -> "BenefitQuerySet":
        """What waits stands first, as it falls due; then what came last."""
        rows = self.select_related("organisation", "promised_by")
        return rows.order_by(
            Case(When(state__in=OPEN, then=0), default=1),
            F("due_on").asc(nulls_last=True),
            "-delivered_on",
            "organisation__sort_name",
            "pk",
        )
