"""What an organisation gains by being here: promised, delivered, and whether they say it came."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.parts import PartOfOrganisation
from partners.models.value.benefit_queries import BenefitQuerySet
from partners.models.value.promises import Promise


@holds(
    people=["promised_by", "came_by"],
    free=["words", "delivered_what", "own_unit", "withdrawn_reason", "note", "came_words"],
    plain=[
        "organisation",
        "kind",
        "is_tangible",
        "state",
        "promised_on",
        "due_on",
        "first_due_on",
        "held_to_on",
        "times_moved",
        "delivered_on",
        "amount",
        "unit",
        "withdrawn_on",
        "came",
        "came_on",
        "is_their_own_word",
    ],
)
@tracked()
class Benefit(Promise, PartOfOrganisation):
    """One thing that an organisation gains by being here.

    What we say of it (promised, delivered) and what they say (`came`) stand apart: neither is ever
    written from the other.
    """

    class Kind(models.TextChoices):
        VISIBILITY = "visibility", _("Being seen")
        FUNDING = "funding", _("Money or a grant")
        REACH = "reach", _("Reaching more people")
        DATA = "data", _("Data and knowledge")
        REPUTATION = "reputation", _("Reputation")
        MISSION = "mission", _("Their own mission")
        SKILLS = "skills", _("Skills and training")
        CONNECTIONS = "connections", _("Connections")
        SAVINGS = "savings", _("Money or work saved")
        VOICE = "voice", _("A voice in decisions")
        HELP = "help", _("Help with their work")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        PROMISED = "promised", _("Promised")
        UNDER_WAY = "under_way", _("Under way")
        DELIVERED = "delivered", _("Delivered")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Unit(models.TextChoices):
        DOLLARS = "dollars", _("Dollars")
        HOURS = "hours", _("Hours")
        PEOPLE = "people", _("People reached")
        VISITS = "visits", _("Visits avoided")
        REFERRALS = "referrals", _("Referrals")
        OWN = "own", _("Another unit")

    class Came(models.TextChoices):
        YES = "yes", _("Yes, it came")
        NOT_YET = "not_yet", _("Not yet")
        NO = "no", _("No, it did not")

    kind = models.CharField(_("what kind of gain"), max_length=12, choices=Kind)
    is_tangible = models.BooleanField(
        _("can be counted or touched"),
        default=False,
        help_text=_("Money, goods, hours, a list: not good will or a better name."),
    )
    words = models.CharField(
        _("what they gain"),
        max_length=500,
        help_text=_(
            "In plain words, as you would say it to them. They see it. For example: “A stand at"
            " the health fair in June, free of charge.”"
        ),
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROMISED)
    promised_on = models.DateField(_("promised on"))
    promised_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("promised by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    due_on = models.DateField(
        _("we promised it by"),
        null=True,
        blank=True,
        help_text=_("Without a day nobody is reminded, and it does not count as kept on time."),
    )
    first_due_on = models.DateField(
        null=True, blank=True, help_text="The day that was promised first, once it was moved."
    )
    held_to_on = models.DateField(
        null=True,
        blank=True,
        help_text="By when it was promised before it was moved without their word; else empty.",
    )
    times_moved = models.PositiveSmallIntegerField(default=0)
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    delivered_what = models.CharField(
        _("what they got, and how one can see it"),
        max_length=500,
        blank=True,
        help_text=_("How much, how many, or where it can be seen. They see this too."),
    )
    amount = models.DecimalField(
        _("how much or how many"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("of what"), max_length=10, choices=Unit, blank=True)
    own_unit = models.CharField(_("which unit"), max_length=40, blank=True)
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)
    withdrawn_reason = models.CharField(
        _("why it was taken back"),
        max_length=500,
        blank=True,
        help_text=_("They see this, so write it as you would tell them."),
    )
    note = models.TextField(
        _("our own note"), blank=True, help_text=_("For ourselves. The partner never sees it.")
    )
    came = models.CharField(_("did it come?"), max_length=8, choices=Came, blank=True)
    came_words = models.CharField(_("in their words"), max_length=500, blank=True)
    came_on = models.DateField(_("they said so on"), null=True, blank=True)
    came_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("written down by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_their_own_word = models.BooleanField(
        default=False, help_text="Written by somebody who speaks for them, not told to one of us."
    )

    objects = BenefitQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("what they gain")
        verbose_name_plural = _("what they gain")
        ordering = ["organisation_id", "promised_on", "pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(
                fields=["coalition", "due_on"],
                condition=Q(state__in=["promised", "under_way"], due_on__isnull=False),
                name="benefit_due",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="benefit_kind_is_known",
                condition=Q(
                    kind__in=[
                        "visibility",
                        "funding",
                        "reach",
                        "data",
                        "reputation",
                        "mission",
                        "skills",
                        "connections",
                        "savings",
                        "voice",
                        "help",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="benefit_state_is_known",
                condition=Q(state__in=["promised", "under_way", "delivered", "withdrawn"]),
            ),
            models.CheckConstraint(name="benefit_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="benefit_is_due_after_it_was_promised",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("promised_on")),
            ),
            models.CheckConstraint(
                name="benefit_that_was_moved_tells_from_which_day",
                condition=Q(first_due_on__isnull=True, held_to_on__isnull=True, times_moved=0)
                | Q(first_due_on__isnull=False, times_moved__gte=1),
            ),
            models.CheckConstraint(
                name="benefit_is_held_to_a_day_after_it_was_promised",
                condition=Q(held_to_on__isnull=True) | Q(held_to_on__gte=F("promised_on")),
            ),
            models.CheckConstraint(
                name="benefit_amount_has_a_unit_and_was_delivered",
                condition=Q(amount__isnull=True, unit="", own_unit="")
                | Q(amount__gt=0, unit__in=["dollars", "hours", "people", "visits", "referrals"])
                & Q(own_unit="", state="delivered")
                | Q(amount__gt=0, unit="own", state="delivered") & ~Q(own_unit=""),
            ),
            models.CheckConstraint(
                name="benefit_is_delivered_on_a_day",
                condition=Q(state="delivered", delivered_on__isnull=False)
                | (~Q(state="delivered") & Q(delivered_on__isnull=True, delivered_what="")),
            ),
            models.CheckConstraint(
                name="benefit_is_withdrawn_on_a_day_for_a_reason",
                condition=(
                    Q(state="withdrawn", withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")
                )
                | (~Q(state="withdrawn") & Q(withdrawn_on__isnull=True, withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="benefit_answer_has_a_day_and_a_hand",
                condition=Q(
                    came="",
                    came_words="",
                    came_on__isnull=True,
                    came_by__isnull=True,
                    is_their_own_word=False,
                )
                | Q(
                    came__in=["yes", "not_yet", "no"], came_on__isnull=False, came_by__isnull=False
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_doubted(self) -> bool:
        """We say that it is delivered, and they say that it did not come."""
        return self.is_delivered and self.came in (self.Came.NOT_YET, self.Came.NO)

    @property
    def unit_name(self) -> str:
        return self.own_unit or str(self.get_unit_display())

    def lived_in(self, year: int) -> bool:
        """Promised by the end of the year, and still open, delivered or taken back in it or later."""
        ended_on = self.delivered_on or self.withdrawn_on
        return self.promised_on.year <= year and (ended_on is None or ended_on.year >= year)
