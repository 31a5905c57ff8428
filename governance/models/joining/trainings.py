"""What partners were trained in together, and who was there. Never of clients or patients."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Membership
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation

MOST_PEOPLE = 500


class TrainingQuerySet(models.QuerySet["Training"]):
    def of_coalition(self, coalition: Coalition | int | Blank) -> "TrainingQuerySet":
        return self.filter(coalition=coalition)

    def about_equity(self) -> "TrainingQuerySet":
        return self.filter(kind__in=EQUITY)

    def of_kind(self, kind: str) -> "TrainingQuerySet":
        return self.filter(kind=kind) if kind else self

    def newest_first(self) -> "TrainingQuerySet":
        return self.order_by("-held_on", "-pk")

    def with_numbers(self) -> "TrainingQuerySet":
        """`people` and `partners` that were there; no people where nobody is noted yet."""
        return self.annotate(
            people=models.Sum("attendance__people"),
            partners=models.Count("attendance__organisation", distinct=True),
        )


@holds(
    free=["title", "given_by", "about"],
    plain=["kind", "held_on", "hours", "link"],
)
@tracked()
class Training(CoalitionOwned):
    """One training or discussion that the coalition held, or sent people to."""

    class Kind(models.TextChoices):
        EQUITY = "equity", _("Equity")
        ANTI_RACISM = "anti_racism", _("Anti-racism")
        PLAIN_LANGUAGE = "plain_language", _("Plain language")
        DATA = "data", _("Data")
        ASSISTANCE = "assistance", _("Technical assistance")
        OTHER = "other", _("Something else")

    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.EQUITY)
    held_on = models.DateField(_("day"), help_text=_("The last day, if it took several."))
    hours = models.DecimalField(
        _("hours"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.5")), MaxValueValidator(Decimal(200))],
    )
    given_by = models.CharField(_("who gave it"), max_length=200, blank=True)
    link = models.URLField(
        _("material"),
        max_length=500,
        blank=True,
        help_text=_("The address of slides, a handout or a recording."),
    )
    about = models.TextField(
        _("what it was about"),
        max_length=2000,
        blank=True,
        help_text=_("Nothing about clients or patients."),
    )

    objects = TrainingQuerySet.as_manager()

    TOLD_AS = "title"

    class Meta:
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["coalition", "held_on"], name="training_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="training_of_coalition"),
            models.CheckConstraint(
                name="training_kind_is_known",
                condition=Q(
                    kind__in=[
                        "equity",
                        "anti_racism",
                        "plain_language",
                        "data",
                        "assistance",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="training_takes_between_half_an_hour_and_200",
                condition=Q(hours__gte=Decimal("0.5"), hours__lte=Decimal(200)),
            ),
            models.CheckConstraint(name="training_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:training", args=[self.coalition.slug, self.pk])


# What counts as an equity training when we ask who has never been to one.
EQUITY = (Training.Kind.EQUITY, Training.Kind.ANTI_RACISM)


class TrainingAttendanceQuerySet(models.QuerySet["TrainingAttendance"]):
    def of_coalition(self, coalition: Coalition | int | Blank) -> "TrainingAttendanceQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "TrainingAttendanceQuerySet":
        """All for those who see partners; a partner sees who of their own was there."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        return rows.filter(organisation__representations__membership=membership.pk).distinct()

    def at(self, training: Training | int) -> "TrainingAttendanceQuerySet":
        return self.filter(training=training)

    def of_partner(self, organisation: Organisation | int) -> "TrainingAttendanceQuerySet":
        return self.filter(organisation=organisation)

    def with_names(self) -> "TrainingAttendanceQuerySet":
        return self.select_related("organisation", "contact", "training").order_by(
            "organisation__sort_name", "contact__name", "pk"
        )


class Sure(models.IntegerChoices):
    """How sure people felt in what the training was about, by their own judgement."""

    NOT = 1, _("1 not at all")
    LITTLE = 2, _("2 a little")
    FAIRLY = 3, _("3 fairly")
    QUITE = 4, _("4 quite")
    VERY = 5, _("5 very")


@holds(plain=["training", "organisation", "contact", "people", "before", "after"])
@tracked()
class TrainingAttendance(PartOfOrganisation):
    """Somebody of an organisation was at a training: one person by name, or so many unnamed."""

    training = models.ForeignKey(
        Training, on_delete=models.CASCADE, related_name="attendance", db_constraint=False
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="training_attendance",
        db_constraint=False,
    )
    contact = models.ForeignKey(
        Contact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="training_attendance",
        db_constraint=False,
    )
    people = models.PositiveSmallIntegerField(
        _("people"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)],
        help_text=_("How many of them came, beside those named."),
    )
    before = models.PositiveSmallIntegerField(
        _("how sure before"), null=True, blank=True, choices=Sure
    )
    after = models.PositiveSmallIntegerField(
        _("how sure after"), null=True, blank=True, choices=Sure
    )

    objects = TrainingAttendanceQuerySet.as_manager()

    TOLD_AS = ("contact__name", "organisation__name")

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "training"], name="attendance_by_training"),
            models.Index(fields=["coalition", "contact"], name="attendance_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "contact"],
                condition=Q(contact__isnull=False),
                name="person_attends_a_training_once",
            ),
            models.UniqueConstraint(
                fields=["training", "organisation"],
                condition=Q(contact__isnull=True),
                name="unnamed_people_of_one_organisation_are_told_once",
            ),
            models.CheckConstraint(
                name="attendance_is_of_somebody",
                condition=Q(people__gte=1, people__lte=MOST_PEOPLE)
                & (Q(contact__isnull=True) | Q(people=1)),
            ),
            models.CheckConstraint(
                name="attendance_is_rated_before_and_after",
                condition=Q(before__isnull=True, after__isnull=True)
                | Q(before__range=(1, 5), after__range=(1, 5)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.contact or self.organisation)
