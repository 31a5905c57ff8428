"""How widely the lead of a body must be shared, and where it is not, with the reason."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import (
    Case,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body

MOST_SECTORS = 9
USUAL_SECTORS = 3  # the example of North Carolina; a default of ours elsewhere


class LeadershipRuleQuerySet(models.QuerySet["LeadershipRule"]):
    def of_coalition(self, coalition: int) -> "LeadershipRuleQuerySet":
        return self.filter(coalition=coalition)

    def of_the_whole(self, coalition: int) -> "LeadershipRule | None":
        """The coalition's rule, for all bodies that have none of their own."""
        return self.of_coalition(coalition).filter(body__isnull=True).first()

    def own_of(self, body: Body) -> "LeadershipRule | None":
        return self.of_coalition(body.coalition_id).filter(body=body).first()


@holds(free=["because"], plain=["body", "sectors", "body_kinds"])
@tracked()
class LeadershipRule(CoalitionOwned):
    """From how many different sectors the co-leads of a body must come, at least.

    The row without a body is the coalition's: it holds for the kinds of bodies that it names. A row with a
    body holds there instead.
    """

    body = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="leadership_rules",
        db_constraint=False,
    )
    sectors = models.PositiveSmallIntegerField(
        _("co-leads from so many different sectors"),
        default=USUAL_SECTORS,
        validators=[MaxValueValidator(MOST_SECTORS)],
        help_text=_("0: nothing is asked. The chair counts as one of them."),
    )
    body_kinds = ArrayField(
        models.CharField(max_length=20, choices=Body.Kind),
        verbose_name=_("for which kinds of bodies"),
        default=list,
        blank=True,
    )
    because = models.CharField(_("why so"), max_length=500, blank=True)

    objects = LeadershipRuleQuerySet.as_manager()

    TOLD_AS = "body__name"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "body"],
                nulls_distinct=False,
                name="leadership_rule_is_said_once_per_body",
            ),
            models.CheckConstraint(
                name="leadership_rule_asks_for_few_sectors", condition=Q(sectors__lte=9)
            ),
            models.CheckConstraint(
                name="leadership_rule_of_a_body_names_no_kinds",
                condition=Q(body__isnull=True) | Q(body_kinds=[]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body or self.coalition}: {self.sectors}"


def sectors_asked() -> Coalesce:
    """An expression over bodies: from how many sectors its co-leads must come; 0 where nothing is asked."""
    of_coalition = LeadershipRule.objects.filter(coalition=OuterRef("coalition"))
    own = of_coalition.filter(body=OuterRef("pk")).values("sectors")[:1]
    common = of_coalition.filter(body__isnull=True, body_kinds__contains=[OuterRef("kind")]).values(
        "sectors"
    )[:1]
    return Coalesce(Subquery(own), Subquery(common), Value(0), output_field=IntegerField())


def sectors_leading(on: date | Blank) -> Func:
    """An expression over bodies: how many co-leads there are on a day who each stand for another sector.

    The function of the database tries the ways to give each leading organisation one of its sectors, and
    answers how far the best one gets: an organisation of three sectors is still one voice.
    """
    day = on if isinstance(on, Blank) else Value(on, output_field=models.DateField())
    return Func(F("pk"), day, function="governance_sectors_leading", output_field=IntegerField())


class LeadershipOverrideQuerySet(models.QuerySet["LeadershipOverride"]):
    def of_coalition(self, coalition: int) -> "LeadershipOverrideQuerySet":
        return self.filter(coalition=coalition)

    def of_coalitions(self, coalitions: Iterable[int]) -> "LeadershipOverrideQuerySet":
        return self.filter(coalition__in=list(coalitions))

    def coalitions(self) -> models.QuerySet:
        return self.order_by().values("coalition")

    def ids_by_coalition(self) -> list[list[int]]:
        """Of each coalition its own, together. One query."""
        rows = self.order_by("coalition").values_list("coalition")
        return [ids for _coalition, ids in rows.annotate(ids=ArrayAgg("pk"))]

    def heal(self, ids: Iterable[int], *, on: date) -> int:
        """Take them off on a day, though none before it was given; how many."""
        day = Value(on, output_field=models.DateField())
        return self.filter(pk__in=list(ids)).update(healed_on=Greatest(day, F("allowed_on")))

    def standing(self) -> "LeadershipOverrideQuerySet":
        return self.filter(healed_on__isnull=True)

    def visible_to(self, membership: Membership) -> "LeadershipOverrideQuerySet":
        return self.filter(body__in=Body.objects.visible_to(membership))

    def past_of(self, body: Body) -> "LeadershipOverrideQuerySet":
        """Reasons that were given for it before, and are needed no more."""
        rows = self.filter(body=body, healed_on__isnull=False)
        return rows.select_related("allowed_by").order_by("-allowed_on", "-pk")

    def healed_by(self, *, on: date) -> "LeadershipOverrideQuerySet":
        """Standing ones whose body keeps the rule on a day, or is closed."""
        rows = self.standing().filter(allowed_on__lte=on)
        return rows.filter(
            Exists(keeping_the_rule(Body.objects.filter(pk=OuterRef("body")), on=on))
            | Q(body__closed_on__isnull=False)
        )


def keeping_the_rule(bodies: models.QuerySet, *, on: date) -> models.QuerySet:
    return bodies.alias(
        asked_of_it=sectors_asked(),
        leading_it=Case(When(asked_of_it__gt=0, then=sectors_leading(on)), default=Value(0)),
    ).filter(leading_it__gte=F("asked_of_it"))


def breaking_the_rule(bodies: models.QuerySet, *, on: date | Blank) -> models.QuerySet:
    """`asked` and `leading`, where fewer lead than the rule asks for."""
    rows = bodies.annotate(asked=sectors_asked()).filter(asked__gt=0)
    return rows.annotate(leading=sectors_leading(on)).filter(leading__lt=F("asked"))


@holds(
    people=["allowed_by"],
    free=["reason"],
    plain=["body", "sectors_asked", "sectors_found", "allowed_on", "mend_by", "healed_on"],
)
@tracked()
class LeadershipOverride(CoalitionOwned):
    """A body is led by fewer sectors than the rule asks for, and the coalition has said why.

    It stands on the body's page for everybody until the rule is kept again.
    """

    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, related_name="leadership_overrides", db_constraint=False
    )
    reason = models.CharField(_("why it must be so for now"), max_length=500)
    sectors_asked = models.PositiveSmallIntegerField()
    sectors_found = models.PositiveSmallIntegerField()
    allowed_on = models.DateField()
    allowed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mend_by = models.DateField(
        _("look at it again on"),
        help_text=_("On that day the home page asks whether it can be mended."),
    )
    healed_on = models.DateField(null=True, blank=True)

    objects = LeadershipOverrideQuerySet.as_manager()

    TOLD_AS = "body__name"

    class Meta:
        ordering = ["-allowed_on", "-pk"]
        indexes = [models.Index(fields=["coalition", "body"], name="override_by_body")]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "body"],
                condition=Q(healed_on__isnull=True),
                name="override_stands_once_per_body",
            ),
            models.CheckConstraint(name="override_gives_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="override_is_looked_at_again_later",
                condition=Q(mend_by__gte=F("allowed_on")),
            ),
            models.CheckConstraint(
                name="override_heals_after_it_began",
                condition=Q(healed_on__isnull=True) | Q(healed_on__gte=F("allowed_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.reason}"
