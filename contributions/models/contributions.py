"""What partners give: promised, given or taken back, in their words or in ours."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from contributions.models.contribution_queries import ContributionQuerySet
from partners.models.parts import PartOfOrganisation
from partners.models.value.promises import Promise


@holds(
    people=["told_by"],
    free=["words", "own_unit", "worth", "delivered_what", "withdrawn_reason", "note"],
    plain=[
        "organisation",
        "kind",
        "state",
        "is_their_own_word",
        "promised_on",
        "due_on",
        "first_due_on",
        "held_to_on",
        "times_moved",
        "promised_amount",
        "amount",
        "unit",
        "is_worth_their_own_word",
        "delivered_on",
        "withdrawn_on",
        "is_end_their_own_word",
    ],
)
@tracked()
class Contribution(Promise, PartOfOrganisation):
    """One thing that a partner gives to the work, money or anything else.

    Who wrote it down, who said what became of it and who said what it is worth stand apart: each has its
    mark, and nobody writes over what the other side has said.
    """

    class Kind(models.TextChoices):
        """Money stands among the others and not before them: nothing is ranked by it."""

        EXPERTISE = "expertise", _("Expertise")
        POPULATION = "population", _("Knowledge of a population")
        STAFF = "staff", _("Staff time")
        VOLUNTEERS = "volunteers", _("Volunteers")
        SPACE = "space", _("Space")
        EQUIPMENT = "equipment", _("Equipment and materials")
        DATA = "data", _("Data")
        CONNECTIONS = "connections", _("Connections")
        REACH = "reach", _("Reach and communication")
        TRAINING = "training", _("Training")
        LANGUAGE = "language", _("Interpretation and translation")
        MONEY = "money", _("Money")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        PROMISED = "promised", _("Promised")
        DELIVERED = "delivered", _("Given")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Unit(models.TextChoices):
        HOURS = "hours", _("Hours")
        DAYS = "days", _("Days")
        PEOPLE = "people", _("People")
        DOLLARS = "dollars", _("Dollars")
        OWN = "own", _("Another unit")

    kind = models.CharField(_("what kind of contribution"), max_length=12, choices=Kind)
    words = models.CharField(
        _("what is given"),
        max_length=500,
        help_text=_("In plain words. For example: “The hall on the second Tuesday of each month.”"),
    )
    is_their_own_word = models.BooleanField(
        default=False, help_text="Written by somebody who speaks for them, not by one of us."
    )
    told_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("written down by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROMISED)
    promised_on = models.DateField(_("promised on"))
    due_on = models.DateField(
        _("promised by"),
        null=True,
        blank=True,
        help_text=_("Without a day it does not count as given on time."),
    )
    first_due_on = models.DateField(
        null=True, blank=True, help_text="The day that was promised first, once it was moved."
    )
    held_to_on = models.DateField(
        null=True,
        blank=True,
        help_text="By when it was promised before it was moved without our word; else empty.",
    )
    times_moved = models.PositiveSmallIntegerField(default=0)
    promised_amount = models.DecimalField(
        _("how much or how many was promised"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
    )
    amount = models.DecimalField(
        _("how much or how many was given"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("of what"), max_length=10, choices=Unit, blank=True)
    own_unit = models.CharField(_("which unit"), max_length=40, blank=True)
    worth = models.CharField(
        _("what they say it is worth"),
        max_length=300,
        blank=True,
        help_text=_("In their own words, or as an amount. It is never worked out by us."),
    )
    is_worth_their_own_word = models.BooleanField(default=False)
    delivered_on = models.DateField(_("given on"), null=True, blank=True)
    delivered_what = models.CharField(_("what came of it"), max_length=500, blank=True)
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("why it was taken back"), max_length=500, blank=True)
    is_end_their_own_word = models.BooleanField(
        default=False, help_text="They said themselves that it was given, or took it back."
    )
    note = models.TextField(
        _("our own note"), blank=True, help_text=_("For ourselves. The partner never sees it.")
    )

    objects = ContributionQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["organisation_id", "promised_on", "pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(
                fields=["coalition", "due_on"],
                condition=Q(state__in=["promised", "under_way"], due_on__isnull=False),
                name="contribution_due",
            ),
            models.Index(
                fields=["coalition", "delivered_on"],
                condition=Q(state="delivered"),
                name="contribution_given",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="contribution_of_coalition"),
            models.CheckConstraint(
                name="contribution_kind_is_known",
                condition=Q(
                    kind__in=[
                        "expertise",
                        "population",
                        "staff",
                        "volunteers",
                        "space",
                        "equipment",
                        "data",
                        "connections",
                        "reach",
                        "training",
                        "language",
                        "money",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="contribution_state_is_known",
                condition=Q(state__in=["promised", "delivered", "withdrawn"]),
            ),
            models.CheckConstraint(name="contribution_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="contribution_is_due_after_it_was_promised",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("promised_on")),
            ),
            models.CheckConstraint(
                name="contribution_that_was_moved_tells_from_which_day",
                condition=Q(first_due_on__isnull=True, held_to_on__isnull=True, times_moved=0)
                | Q(first_due_on__isnull=False, times_moved__gte=1),
            ),
            models.CheckConstraint(
                name="contribution_amounts_have_a_unit",
                condition=Q(promised_amount__isnull=True, amount__isnull=True, unit="", own_unit="")
                | (
                    (Q(promised_amount__gt=0) | Q(amount__gt=0))
                    & (
                        Q(unit__in=["hours", "days", "people", "dollars"], own_unit="")
                        | (Q(unit="own") & ~Q(own_unit=""))
                    )
                ),
            ),
            models.CheckConstraint(
                name="contribution_amount_was_given",
                condition=Q(amount__isnull=True) | Q(state="delivered"),
            ),
            models.CheckConstraint(
                name="contribution_worth_is_told_by_somebody",
                condition=~Q(worth="") | Q(is_worth_their_own_word=False),
            ),
            models.CheckConstraint(
                name="contribution_is_given_on_a_day",
                condition=Q(state="delivered", delivered_on__gte=F("promised_on"))
                | (~Q(state="delivered") & Q(delivered_on__isnull=True, delivered_what="")),
            ),
            models.CheckConstraint(
                name="contribution_is_withdrawn_on_a_day_for_a_reason",
                condition=(
                    Q(state="withdrawn", withdrawn_on__gte=F("promised_on"))
                    & ~Q(withdrawn_reason="")
                )
                | (~Q(state="withdrawn") & Q(withdrawn_on__isnull=True, withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="contribution_end_is_told_once_it_has_ended",
                condition=~Q(state="promised") | Q(is_end_their_own_word=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def unit_name(self) -> str:
        return self.own_unit or str(self.get_unit_display())

    @property
    def names_populations(self) -> bool:
        return self.kind == self.Kind.POPULATION
