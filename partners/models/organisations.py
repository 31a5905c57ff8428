from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import (
    Case,
    Exists,
    F,
    OrderBy,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.blanks import Blank, values
from common.history import tracked
from common.personal import holds
from partners.models.merged import MergedQuerySet, PresentManager
from partners.models.own_fields import are_an_object, values_column
from partners.models.own_order import own_order
from partners.models.taxonomy import Classification, Term
from partners.models.words import Sought, closeness, plain, resembled_in, said_in

if TYPE_CHECKING:
    from partners.models.contacts import Contact
    from partners.models.own_fields import OwnField

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


LAST_LETTER = "\U0010ffff"  # sorts behind every other

ACTIVE_ORDERS = {
    "name": ["sort_name"],
    "kind": ["kind", "sort_name"],
    "kind_falling": ["-kind", "sort_name"],
    "since": ["since_on", "sort_name"],
    "creation": ["created_at"],
}


# What the list shows unless it is asked for more.
SHOWN = Q(retired_on__isnull=True, merged_into__isnull=True)


def searched(*, people_too: bool) -> list[str]:
    """The columns of a search: who may not see people's addresses cannot find by them either."""
    return ["search__names", "search__people"] if people_too else ["search__names"]


class OrganisationQuerySet(MergedQuerySet):
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

    def of_coalition(self, coalition: int) -> "OrganisationQuerySet":
        return self.filter(coalition=coalition)

    def counted_by_keeper(self, people: Iterable[int]) -> dict[int, int]:
        """How many each of the people looks after, by the person's id."""
        rows = self.looked_after_by(people).order_by().values_list("owner")
        return dict(rows.annotate(number=models.Count("pk")))

    def among(self, coalition: int, ids: Iterable[int]) -> "OrganisationQuerySet":
        """Those of these ids that are the coalition's; ids of others are as if they were not there."""
        return self.filter(coalition=coalition, pk__in=list(ids))

    def for_directory(self) -> "OrganisationQuerySet":
        """Partners that the printed directory may name, from A to Z, with all that it may tell."""
        named = self.active().of_kinds([Organisation.Kind.PARTNER])
        told = named.filter(is_left_out_of_directory=False).by_name()
        return told.with_people().prefetch_related("phones", "addresses")

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

    def carrying_none_of(self, vocabulary: str) -> "OrganisationQuerySet":
        """Those that carry no term of that list."""
        carried = Classification.objects.filter(
            organisation=OuterRef("pk"), term__vocabulary=vocabulary
        )
        return self.filter(~Exists(carried))

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
        rows = self.active().filter(kind=Organisation.Kind.PARTNER, owner=None)
        return rows.order_by("since_on", "pk")

    def answering(self, field: "OwnField") -> "OrganisationQuerySet":
        """Those of whom the own field says something."""
        return self.filter(coalition=field.coalition_id, own_values__has_key=field.key)

    def saying(self, words: Iterable[str | Sought], *, people_too: bool) -> "OrganisationQuerySet":
        """Those in whose names, tags, identifiers or website every word occurs.

        With `people_too` the names and e-mail addresses of their contacts count as well.
        """
        columns = searched(people_too=people_too)
        rows = self
        for word in words:
            rows = rows.filter(said_in(columns, word))
        return rows

    def resembling(
        self, words: Iterable[str | Blank], *, people_too: bool
    ) -> "OrganisationQuerySet":
        """Those with something spelt nearly like every word, the nearest first."""
        columns = searched(people_too=people_too)
        rows, nearness = self, Value(0.0)
        for word in words:
            rows = rows.filter(resembled_in(columns, word))
            nearness = nearness + closeness(columns, word)
        return rows.order_by(nearness.desc(), "sort_name", "pk")

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

    def named_first(self, words: Iterable[str]) -> "OrganisationQuerySet":
        """Those whose own name says every word, then those that say it elsewhere; both by name."""
        named = Q()
        for word in words:
            named &= Q(sort_name__contains=plain(word))
        place = Case(When(named, then=Value(0)), default=Value(1))
        return self.order_by(place, "sort_name", "pk")

    def with_people(self) -> "OrganisationQuerySet":
        """What a page about one needs of other tables, but for the small parts: three queries."""
        terms = Classification.objects.select_related("term")
        return self.select_related("owner", "coalition").prefetch_related(
            "contacts__erased_by", Prefetch("classifications", queryset=terms)
        )

    def with_details(self) -> "OrganisationQuerySet":
        """Everything that belongs to a profile, in a fixed number of queries."""
        return self.with_people().prefetch_related(
            "aliases", "external_identifiers", "phones", "addresses"
        )


@holds(
    people=["owner"],
    free=["description", "retired_reason", "own_values"],
    plain=[
        "name",
        "kind",
        "website",
        "email",
        "since_on",
        "retired_on",
        "is_left_out_of_directory",
        "created_at",
        "sort_name",
        "merged_into",
    ],
)
@tracked(exclude=["sort_name"])
class Organisation(CoalitionOwned):
    """An organisation that the coalition works with, hopes to, or must reckon with."""

    class Kind(models.TextChoices):
        PARTNER = "partner", _("Partner")
        PROSPECT = "prospect", _("Prospect")
        STAKEHOLDER = "stakeholder", _("Stakeholder")

    name = models.CharField(_("name"), max_length=250)
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind,
        default=Kind.PARTNER,
        help_text=_("A stakeholder is affected by the work, or affects it, and may never join."),
    )
    description = models.TextField(_("description"), blank=True)
    website = models.CharField(_("website"), max_length=500, blank=True)
    email = models.EmailField(
        _("e-mail address"), blank=True, help_text=_("Of the organisation, not of one person.")
    )
    owner = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations_looked_after",
        help_text=_("The member who keeps the relationship."),
    )
    since_on = models.DateField(
        _("since"),
        null=True,
        blank=True,
        help_text=_("When they joined, or when the first talk was."),
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)
    retired_reason = models.CharField(_("why retired"), max_length=500, blank=True)
    own_values = values_column()
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.RESTRICT,
        related_name="merged",
        db_constraint=False,  # the migration adds the composite key instead
        db_index=False,
        help_text="The organisation that has taken its place.",
    )
    is_left_out_of_directory = models.BooleanField(
        _("left out of the directory"),
        default=False,
        db_default=False,
        help_text=_("The printed directory of partners does not name them."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sort_name = models.GeneratedField(
        expression=models.Func("name", function="plain_text"),
        output_field=models.CharField(max_length=250),
        db_persist=True,
    )

    objects = PresentManager.from_queryset(OrganisationQuerySet)()
    including_merged = OrganisationQuerySet.as_manager()

    STAYS_WHEN_MERGED = {"merged_into": "Merges of merges come apart one after the other."}

    class Meta:
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="organisation_of_coalition"),
            models.CheckConstraint(
                name="organisation_kind_is_known",
                condition=Q(kind__in=["partner", "prospect", "stakeholder"]),
            ),
            models.CheckConstraint(
                name="organisation_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
            are_an_object("organisation_own_values_are_an_object"),
            models.CheckConstraint(
                name="organisation_is_retired_on_a_day_for_a_reason",
                condition=Q(retired_on__isnull=True, retired_reason="")
                | (Q(retired_on__isnull=False) & ~Q(retired_reason="")),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "sort_name", "id"], name="organisation_by_name"),
            # The list shows those that are not retired, unless asked: one index an order.
            *(
                models.Index(
                    fields=["coalition", *fields, "id"],
                    condition=SHOWN,
                    name=f"active_by_{name}",
                )
                for name, fields in ACTIVE_ORDERS.items()
            ),
            models.Index(
                F("coalition"),
                F("since_on").desc(nulls_last=True),
                F("sort_name"),
                F("id"),
                condition=SHOWN,
                name="active_by_newest",
            ),
            models.Index(
                fields=["coalition", "since_on", "id"],
                condition=SHOWN & Q(kind="partner", owner__isnull=True),
                name="active_without_keeper",
            ),
            GinIndex(fields=["own_values"], name="organisation_by_own_values"),
            models.Index(
                fields=["coalition", "merged_into"],
                condition=Q(merged_into__isnull=False),
                name="organisation_merged",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partners:detail", args=[self.coalition.slug, self.pk])

    @property
    def survivor(self) -> "Organisation":
        """Who has taken its place, however many merges ago; itself when nobody has."""
        found = self
        while found.merged_into is not None:
            found = found.merged_into
        return found

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    @property
    def current_contacts(self) -> list["Contact"]:
        """From the prefetched contacts, whoever speaks for them first."""
        there = [contact for contact in self.contacts.all() if contact.left_on is None]
        return sorted(there, key=lambda contact: not contact.is_speaker)

    @property
    def past_contacts(self) -> list["Contact"]:
        return [contact for contact in self.contacts.all() if contact.left_on is not None]

    def was_here_on(self, *, on: date) -> bool:
        return not self.retired_on or on < self.retired_on

    def terms_in(self, vocabulary: str) -> list[Term]:
        """From the prefetched classifications, without a query."""
        terms = (classification.term for classification in self.classifications.all())
        return [term for term in terms if term.vocabulary == vocabulary]
