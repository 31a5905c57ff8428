from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.area_circles import LIES_IN_NO_CIRCLE
from partners.models.merged import FOLLOWS_MERGES


class Vocabulary(models.TextChoices):
    """The lists by which a coalition sorts its partners. Every coalition fills its own."""

    SECTOR = "sector", _("Sectors")
    POPULATION = "population", _("Populations served")
    AREA = "area", _("Areas")
    LANGUAGE = "language", _("Languages")
    DETERMINANT = "determinant", _("Social determinants")
    TAG = "tag", _("Tags")


class OtherList(models.TextChoices):
    """Lists whose words are compared in other ways: nobody is sorted by them."""

    PRIORITY = "priority", _("Priorities")
    SERVICE = "service", _("Kinds of services")
    SUPPORT = "support", _("Kinds of support")


class BroadSector(models.TextChoices):
    """The top level of the sectors, the same in every coalition, so that coalitions can be compared."""

    GOVERNMENT = "government", _("Government")
    NONPROFIT = "nonprofit", _("Nonprofits")
    HEALTH = "health", _("Health care")
    ACADEMIA = "academia", _("Schools and academia")
    PRIVATE = "private", _("Private sector")
    COMMUNITY = "community", _("Community members")


LISTS: list[tuple[str, Any]] = [*Vocabulary.choices, *OtherList.choices]


class TermQuerySet(models.QuerySet["Term"]):
    def current(self) -> "TermQuerySet":
        return self.filter(retired_on__isnull=True)

    def of_coalition(self, coalition: int) -> "TermQuerySet":
        return self.filter(coalition=coalition)

    def for_choosing(self) -> "TermQuerySet":
        """In the order of the lists, with what a choice needs."""
        return self.order_by("vocabulary", "position", "name").only(
            "vocabulary", "name", "retired_on", "within", "broad_sector"
        )

    def retired_last(self) -> "TermQuerySet":
        """A whole list: what holds in its own order, then what was retired."""
        return self.order_by(F("retired_on").asc(nulls_first=True), "position", "name")

    def told(self) -> "TermQuerySet":
        """With the coalition whose list it is in, and for an area the one around it."""
        return self.select_related("coalition", "within")

    def lying_within(self) -> models.QuerySet:
        """Pairs of an area and the one that it lies in, those alone that lie in another."""
        return self.filter(within__isnull=False).order_by().values_list("pk", "within")

    def ways_up(self, coalition: int) -> dict[int, int]:
        return dict(self.of_coalition(coalition).lying_within())

    def but(self, term: "Term") -> "TermQuerySet":
        return self.exclude(pk=term.pk)

    def in_vocabulary(self, vocabulary: str) -> "TermQuerySet":
        return self.filter(vocabulary=vocabulary)

    def in_any(self, vocabularies: Iterable[str]) -> "TermQuerySet":
        return self.filter(vocabulary__in=list(vocabularies))

    def named(self, name: str) -> "TermQuerySet":
        """Of that name, whatever its accents and capitals: one at most in each list of a coalition."""
        plain = models.Func(
            models.Value(name), function="plain_text", output_field=models.TextField()
        )
        return self.alias(plain_name=models.Func("name", function="plain_text")).filter(
            plain_name=plain
        )

    def called(self, name: str) -> "Term | None":
        return self.named(name).first()

    def locked(self, pk: int) -> "Term":
        """The one, for nobody else to write; rows that carry it may still come and go."""
        return self.told().select_for_update(of=("self",), no_key=True).get(pk=pk)

    def offered(
        self, coalition: Coalition, *vocabularies: str, also: Iterable["Term"] = ()
    ) -> "TermQuerySet":
        """What a form offers: the current terms of its lists, and those that are carried already."""
        kept = Q(retired_on__isnull=True) | Q(pk__in=[term.pk for term in also])
        return self.filter(kept, coalition=coalition, vocabulary__in=vocabularies)

    def with_use(self) -> "TermQuerySet":
        """`use`: how many organisations that are not retired carry the term; in the order of the list."""
        working = Q(classifications__organisation__retired_on__isnull=True)
        # Counting groups the rows, and then Django leaves out the model's own order.
        return self.annotate(use=Count("classifications", filter=working)).order_by(
            *(self.model._meta.ordering or ())  # noqa: SLF001
        )


@holds(plain=["vocabulary", "name", "position", "retired_on", "within", "broad_sector"])
@tracked()
class Term(CoalitionOwned):
    """One entry of one of the coalition's lists: a sector, a population, an area, a condition, a tag."""

    vocabulary = models.CharField(max_length=12, choices=LISTS)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    retired_on = models.DateField(
        null=True, blank=True, help_text=_("Kept where it is used, but offered no more.")
    )
    within = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        db_constraint=False,
        db_index=False,
        help_text=_("Only areas: a town lies in its county."),
    )
    broad_sector = models.CharField(
        _("broad sector"),
        max_length=10,
        choices=BroadSector,
        blank=True,
        help_text=_("Only sectors: “Local government” is part of Government."),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["vocabulary", "position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="term_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                "vocabulary",
                models.Func("name", function="plain_text"),
                name="term_is_named_once_per_vocabulary",
                violation_error_message=_("This list already has an entry of that name."),
            ),
            models.CheckConstraint(
                name="term_vocabulary_is_known",
                condition=Q(vocabulary__in=[name for name, _label in LISTS]),
            ),
            models.CheckConstraint(name="term_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="only_an_area_lies_in_another",
                condition=Q(within__isnull=True) | Q(vocabulary="area"),
            ),
            models.CheckConstraint(
                name="only_a_sector_has_a_broad_one",
                condition=Q(broad_sector="")
                | Q(vocabulary="sector", broad_sector__in=BroadSector.values),
            ),
        ]
        indexes = [
            models.Index(
                fields=["coalition", "within"],
                name="term_parts_of_an_area",
                condition=Q(within__isnull=False),
            )
        ]
        triggers = [LIES_IN_NO_CIRCLE]

    def __str__(self) -> str:
        return self.name


class ClassificationQuerySet(models.QuerySet["Classification"]):
    def term_ids(self, vocabulary: str) -> models.QuerySet:
        return self.filter(term__vocabulary=vocabulary).order_by().values_list("term", flat=True)

    def sector_names(self, organisations: Iterable[int]) -> models.QuerySet:
        """Pairs of an organisation's id and the name of a sector that it works in."""
        return (
            self.filter(organisation__in=organisations, term__vocabulary=Vocabulary.SECTOR)
            .order_by("term__position", "term__name")
            .values_list("organisation_id", "term__name")
        )


@holds(plain=["organisation", "term"])
@tracked()
class Classification(CoalitionOwned):
    """One organisation carries one term."""

    organisation = models.ForeignKey(
        "partners.Organisation",
        on_delete=models.CASCADE,
        related_name="classifications",
        db_constraint=False,
        db_index=False,
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        related_name="classifications",
        db_constraint=False,
        db_index=False,
    )

    objects = ClassificationQuerySet.as_manager()

    class Meta:
        ordering = ["term__vocabulary", "term__position", "term__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "term"], name="organisation_carries_a_term_once"
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "term", "organisation"]),
            models.Index(fields=["coalition", "organisation"]),
        ]
        triggers = [FOLLOWS_MERGES]

    def __str__(self) -> str:
        return str(self.term)
