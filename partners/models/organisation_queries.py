"""Questions about organisations, each by its name: which ones, in what order, with what beside them."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import (
    Exists,
    F,
    OrderBy,
    OuterRef,
    Prefetch,
    Q,
    Value,
)
from django.db.models.functions import Concat

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.blanks import Blank, values
from partners.models.own_fields.order import own_order
from partners.models.search.found import FoundQuerySet
from partners.models.search.words import plain, said_in
from partners.models.taxonomy import Classification

if TYPE_CHECKING:
    from partners.models.organisations import Organisation
    from partners.models.own_fields.fields import OwnField

ORDERS: dict[str, tuple[str | OrderBy, ...]] = {
    "name": ("sort_name", "pk"),
    "-name": ("-sort_name", "-pk"),
    "kind": ("kind", "sort_name", "pk"),
    "-kind": ("-kind", "sort_name", "pk"),
    "owner": (F("owner__full_name").asc(nulls_last=True), "sort_name", "pk"),
    "-owner": (F("owner__full_name").desc(nulls_last=True), "sort_name", "pk"),
    "since": (F("since_on").asc(nulls_last=True), "sort_name", "pk"),
    "-since": (F("since_on").desc(nulls_last=True), "sort_name", "pk"),
    "added": ("created_at", "pk"),
    "-added": ("-created_at", "-pk"),
}


# So many names a browser can offer while somebody types.
NAMES_OFFERED = 1000
LAST_LETTER = "\U0010ffff"  # sorts behind every other


def _sectors() -> models.QuerySet:
    """What the organisation of the outer query carries of the list of sectors."""
    return Classification.objects.filter(
        coalition_id=OuterRef("coalition_id"),
        organisation=OuterRef("pk"),
        term__vocabulary="sector",
    )


class OrganisationQuerySet(FoundQuerySet):
    def active(self) -> "OrganisationQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "OrganisationQuerySet":
        return self.filter(retired_on__isnull=False)

    def visible_to(self, membership: Membership) -> "OrganisationQuerySet":
        """All of the coalition's, or for a partner those that they speak for."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(representations__membership=membership.pk)
        return rows.none()

    def of_coalition(self, coalition: int | Blank) -> "OrganisationQuerySet":
        return self.filter(coalition=coalition)

    def counted_by_keeper(self, people: Iterable[int]) -> dict[int, int]:
        """How many each of the people looks after, by the person's id."""
        rows = self.looked_after_by(people).order_by().values_list("owner")
        return dict(rows.annotate(number=models.Count("pk")))

    def among(self, coalition: int, ids: Iterable[int]) -> "OrganisationQuerySet":
        """Those of these ids that are the coalition's; ids of others are as if they were not there."""
        return self.filter(coalition=coalition, pk__in=list(ids))

    def one_of(self, coalition: int, pk: int) -> "Organisation | None":
        """The coalition's with this id, if it is (still) on the list."""
        return self.among(coalition, [pk]).first()

    def told(self) -> "OrganisationQuerySet":
        """With its coalition and who looks after it, as every page about one names them."""
        return self.select_related("coalition", "owner")

    def but(self, organisation: "Organisation") -> "OrganisationQuerySet":
        return self.exclude(pk=organisation.pk)

    def names_offered(self) -> list[str]:
        """What the browser completes while somebody types; nothing where that would be a whole directory."""
        names = list(self.by_name().values_list("name", flat=True)[: NAMES_OFFERED + 1])
        return names if len(names) <= NAMES_OFFERED else []

    def ids(self) -> "models.QuerySet":
        return self.values_list("pk", flat=True)

    def for_directory(self) -> "OrganisationQuerySet":
        """Partners that the printed directory may name, from A to Z, with all that it may tell."""
        told = self.for_a_directory_but_for_pauses().listed().by_name()
        return told.with_people().prefetch_related("phones", "addresses")

    def for_a_directory_but_for_pauses(self) -> "OrganisationQuerySet":
        named = self.active().of_kinds([self.model.Kind.PARTNER])
        return named.filter(is_left_out_of_directory=False)

    def kept_out_by_a_pause(self) -> int:
        """How many partners a directory would name, if no incident kept them out."""
        rows = self.for_a_directory_but_for_pauses()
        return rows.filter(incidents__listing_paused_on__isnull=False).order_by().distinct().count()

    def listed(self) -> "OrganisationQuerySet":
        """Without those whose listing an incident pauses: they are in nothing that is handed out."""
        return self.exclude(incidents__listing_paused_on__isnull=False)

    def known_as(self, coalition: int, scheme: str, value: str) -> "Organisation | None":
        """The one organisation of the coalition that has this number in that system."""
        known = Q(external_identifiers__scheme=scheme, external_identifiers__value=value)
        return self.filter(known, coalition=coalition).first()

    def beginning(self, text: str) -> "OrganisationQuerySet":
        """Those whose name begins so, whatever its accents and capitals.

        The two ends of the range say the same once more, in words that the index by name understands.
        """
        start = plain(text)
        last = Concat(start, Value(LAST_LETTER), output_field=models.TextField())
        return self.filter(sort_name__gte=start, sort_name__lt=last, sort_name__startswith=start)

    def with_somebody_called(self, words: Iterable[str]) -> "OrganisationQuerySet":
        """Those with a person, now or before, in whose name or address every word occurs."""
        rows = self
        for word in words:
            rows = rows.filter(said_in(["search__people"], word))
        return rows

    def for_finding(self) -> models.QuerySet:
        """What tells one from another in a short list: id, name and kind."""
        return self.values_list("pk", "name", "kind")

    def of_kinds(self, kinds: Iterable[str]) -> "OrganisationQuerySet":
        return self.filter(kind__in=values(kinds))

    def carrying(self, terms: Iterable[int]) -> "OrganisationQuerySet":
        """Those that carry at least one of the terms, given by their ids."""
        return self.filter(
            Exists(
                Classification.objects.filter(
                    coalition_id=OuterRef("coalition_id"),
                    organisation=OuterRef("pk"),
                    term__in=values(terms),
                )
            )
        )

    def to_credit(self, chosen: Iterable[int]) -> "OrganisationQuerySet":
        """Whom a rule for credit may name: partners, and whoever it names already."""
        partners = Q(kind="partner", retired_on__isnull=True, merged_into__isnull=True)
        return self.filter(partners | Q(pk__in=list(chosen))).order_by("sort_name", "pk")

    def carrying_none_of(self, vocabulary: str) -> "OrganisationQuerySet":
        """Those that carry no term of that list."""
        carried = Classification.objects.filter(
            organisation=OuterRef("pk"), term__vocabulary=vocabulary
        )
        return self.filter(~Exists(carried))

    def of_broad_sectors(self, broad: Iterable[str]) -> "OrganisationQuerySet":
        """Those that carry a sector which is part of one of them."""
        return self.filter(Exists(_sectors().filter(term__broad_sector__in=list(broad))))

    def of_no_broad_sector(self) -> "OrganisationQuerySet":
        """Those that carry no sector, or only such as are part of none."""
        return self.filter(~Exists(_sectors().exclude(term__broad_sector="")))

    def looked_after_by(
        self, people: Iterable[int], *, or_nobody: bool = False
    ) -> "OrganisationQuerySet":
        somebody = Q(owner__in=values(people))
        return self.filter(somebody | Q(owner=None) if or_nobody else somebody)

    def without_people(self) -> "OrganisationQuerySet":
        """Those of whom no contact is known who is still there."""
        return self.filter(search__has_people=False, search__coalition=F("coalition"))

    def needing_a_keeper(self) -> "OrganisationQuerySet":
        """Partners of today whom no member looks after, who have been here longest first."""
        rows = self.active().filter(kind=self.model.Kind.PARTNER, owner=None)
        return rows.order_by("since_on", "pk")

    def joined_after(self, coalition: int, *, day: date) -> tuple[int, int]:
        """How many partners came after a day, and how many were there on it, also if they left since."""
        rows = self.filter(coalition=coalition, kind=self.model.Kind.PARTNER)
        stayed = Q(retired_on__isnull=True) | Q(retired_on__gt=day)
        told = rows.aggregate(
            later=models.Count("pk", filter=Q(since_on__gt=day)),
            before=models.Count("pk", filter=Q(since_on__lte=day) & stayed),
        )
        return told["later"], told["before"]

    def joined_between(self, start: date, end: date) -> "OrganisationQuerySet":
        """Partners that came in these days, both included, the latest first, also if they left since."""
        rows = self.filter(kind=self.model.Kind.PARTNER, since_on__range=(start, end))
        return rows.order_by("-since_on", "sort_name", "pk")

    def left_between(self, start: date, end: date) -> "OrganisationQuerySet":
        """Partners that went in these days, both included, the latest first."""
        rows = self.filter(kind=self.model.Kind.PARTNER, retired_on__range=(start, end))
        return rows.order_by("-retired_on", "sort_name", "pk")

    def prospects(self) -> "OrganisationQuerySet":
        return self.active().filter(kind=self.model.Kind.PROSPECT)

    def answering(self, field: "OwnField") -> "OrganisationQuerySet":
        """Those of whom the own field says something."""
        return self.filter(coalition=field.coalition_id, own_values__has_key=field.key)

    def for_letters(self) -> "OrganisationQuerySet":
        """With where letters go and which languages are read there: three queries."""
        terms = Classification.objects.select_related("term")
        return self.prefetch_related("addresses", Prefetch("classifications", queryset=terms))

    def lock(self) -> None:
        """Nobody else writes these until the end of the transaction. Their order keeps us from deadlocks."""
        list(self.select_for_update(of=("self",)).values_list("pk", flat=True))

    def in_order(self, order: str, *, own: Iterable["OwnField"] = ()) -> "OrganisationQuerySet":
        """Sorted by one of ORDERS, or by one of the own fields given; by anything else means by name.

        What is not known comes last, in both directions.
        """
        return self.order_by(*(ORDERS.get(order) or own_order(order, own) or ORDERS["name"]))

    def by_name(self) -> "OrganisationQuerySet":
        return self.order_by("sort_name", "pk")

    def with_people(self) -> "OrganisationQuerySet":
        """What a page about one needs of other tables, but for the small parts: three queries."""
        return self._with_terms().prefetch_related("contacts__erased_by")

    def with_profile(self) -> "OrganisationQuerySet":
        """All that a form over it shows: everything but its people."""
        small = ("aliases", "external_identifiers", "phones", "addresses")
        return self._with_terms().prefetch_related(*small)

    def for_files(self) -> "OrganisationQuerySet":
        """With everything that a row of a file tells: the details, and the rows of the profile in depth."""
        return self.with_details().prefetch_related("profilerows")

    def with_details(self) -> "OrganisationQuerySet":
        """Everything that belongs to it, in a fixed number of queries."""
        return self.with_profile().prefetch_related("contacts__erased_by")

    def _with_terms(self) -> "OrganisationQuerySet":
        terms = Classification.objects.select_related("term")
        return self.told().prefetch_related(Prefetch("classifications", queryset=terms))
