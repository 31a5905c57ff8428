"""How a coalition looks at who is at its table, and what was read of it together."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, Min, OuterRef, Q, Value
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.history.event_tables import events_of
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.composition.needed_voices import NeededVoice


@holds(plain=["active_days", "voices", "review_months"])
@tracked()
class CompositionSettings(CoalitionOwned):
    """How one coalition counts who is at its table. Without a row, the defaults hold."""

    active_days = models.PositiveSmallIntegerField(
        _("days in which something must have happened"),
        default=365,
        validators=[MinValueValidator(30), MaxValueValidator(1095)],
        help_text=_("A partner that did nothing with us for longer counts as not seen lately."),
    )
    voices = models.PositiveSmallIntegerField(
        _("voices that each needs"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text=_("One organisation cannot speak for a whole group, so we begin with two."),
    )
    review_months = models.PositiveSmallIntegerField(
        _("months from one reading to the next"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
        help_text=_("The home page reminds you when the next one is due."),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                # The second column keeps the index from misleading the check of composite keys.
                fields=["coalition"],
                include=["id"],
                name="composition_is_set_once_per_coalition",
            ),
            models.CheckConstraint(
                name="composition_settings_are_in_range",
                condition=Q(active_days__range=(30, 1095))
                & Q(voices__range=(1, 9))
                & Q(review_months__range=(1, 24)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.coalition)

    @classmethod
    def of(cls, coalition: int) -> "CompositionSettings":
        """Those of the coalition, or the defaults, not saved."""
        return cls.objects.filter(coalition=coalition).first() or cls(coalition_id=coalition)


# What stands in the place of a plan's words where nobody has read together yet.
FIRST_READING = "first reading"


def _as_plan(rows: models.QuerySet, day: str, *, words: str) -> models.QuerySet:
    """As rows of (day, no needed voice, words, 0), which stand beside the plans for gaps."""
    told = {
        "needed": Value(None, models.BigIntegerField()),
        "words": Value(words, models.TextField()),
        "number": Value(0, models.IntegerField()),
    }
    return rows.annotate(**told).values_list(day, *told)


class CompositionReportQuerySet(models.QuerySet["CompositionReport"]):
    def visible_to(self, membership: Membership) -> "CompositionReportQuerySet":
        rows = self.filter(coalition=membership.coalition_id)
        return rows if membership.may(Permission.SEE_PARTNERS) else rows.none()

    def newest_first(self) -> "CompositionReportQuerySet":
        return self.select_related("signed_by").order_by("-year", "-half")

    def of_period(self, coalition: int, year: int, half: int) -> "CompositionReport | None":
        return self.filter(coalition=coalition, year=year, half=half).first()

    def last_read(self, coalition: int) -> models.Subquery:
        """The day of the latest reading, for a query that asks for something else too."""
        days = self.filter(coalition=coalition).order_by("-read_on").values("read_on")
        return models.Subquery(days[:1])

    def due(self, coalition: int, *, on: date) -> models.QuerySet:
        """The latest reading, if the next one is due; as (day, nothing, nothing, 0), as plans are."""
        ours = self.model._default_manager.filter(coalition=coalition)  # noqa: SLF001
        latest = ours.order_by("-year", "-half").values("pk")[:1]
        rows = self.filter(pk__in=latest, next_review_on__lte=on).order_by()
        return _as_plan(rows, "next_review_on", words="")

    def first_due(self, coalition: int) -> models.QuerySet:
        """The same for who never read together: due since they first said who must be at the table."""
        ours = self.model._default_manager.filter(coalition=OuterRef("coalition"))  # noqa: SLF001
        asked = events_of(NeededVoice).filter(
            ~Exists(ours), coalition=coalition, pgh_obj__retired_on=None
        )
        day = Min(TruncDate("pgh_created_at", output_field=models.DateField()))
        rows = asked.order_by().values("coalition").annotate(day=day)
        return _as_plan(rows, "day", words=FIRST_READING)


@holds(
    people=["signed_by"],
    free=["read_with", "notes"],
    plain=["year", "half", "figures", "read_on", "next_review_on", "signed_at"],
)
@tracked()
class CompositionReport(CoalitionOwned):
    """The composition of one half-year as it was read together, with the figures of that day."""

    year = models.PositiveSmallIntegerField()
    half = models.PositiveSmallIntegerField()
    figures = models.JSONField(help_text="As the report stood when it was signed.")
    read_with = models.CharField(
        _("read with"), max_length=200, help_text=_("For example: the steering committee")
    )
    read_on = models.DateField(_("read on"))
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("What was said, and what you will do.")
    )
    next_review_on = models.DateField(_("next reading due"))
    signed_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    objects = CompositionReportQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-half"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "year", "half"],
                name="composition_is_signed_once_per_half_year",
            ),
            models.CheckConstraint(
                name="half_year_is_first_or_second", condition=Q(half__range=(1, 2))
            ),
            models.CheckConstraint(
                name="next_reading_comes_after_this_one",
                condition=Q(next_review_on__gt=F("read_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.half}"
