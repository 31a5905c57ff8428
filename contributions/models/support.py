"""What a partner asks for in order to take part, and what became of it."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models import Organisation
from partners.models.parts import PartOfOrganisation
from partners.models.value.promises import WINDOW

OPEN = ("asked", "agreed")


class SupportQuerySet(models.QuerySet["SupportRequest"]):
    def of_coalition(self, coalition: int | Blank) -> "SupportQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "SupportQuerySet":
        """What a partner lacks is read by who reads notes on partners, and by its own people."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.READ_NOTES):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(organisation__representations__membership=membership.pk)
        return rows.none()

    def of(self, organisations: Iterable[Organisation | int]) -> "SupportQuerySet":
        return self.filter(organisation__in=organisations)

    def of_kinds(self, kinds: Iterable[str]) -> "SupportQuerySet":
        return self.filter(kind__in=kinds)

    def in_states(self, states: Iterable[str]) -> "SupportQuerySet":
        return self.filter(state__in=states)

    def of_partners_of_today(self) -> "SupportQuerySet":
        """Neither retired nor merged into another."""
        return self.filter(
            organisation__retired_on__isnull=True, organisation__merged_into__isnull=True
        )

    def told(self) -> "SupportQuerySet":
        return self.select_related("organisation__coalition", "asked_by")

    def open(self) -> "SupportQuerySet":
        """Unanswered, or agreed to and not provided yet."""
        return self.in_states(OPEN)

    def unanswered(self) -> "SupportQuerySet":
        return self.in_states(["asked"])

    def provided(self) -> "SupportQuerySet":
        return self.in_states(["provided"])

    def provided_lately(self, *, on: date) -> "SupportQuerySet":
        """Provided in the 365 days that end with `on`."""
        return self.provided().filter(provided_on__gt=on - WINDOW, provided_on__lte=on)

    def most_urgent_first(self) -> "SupportQuerySet":
        """What waits for an answer, then what was agreed to, each as it is needed; then what is settled."""
        rank = Case(When(state="asked", then=0), When(state="agreed", then=1), default=2)
        return self.order_by(rank, F("needed_by").asc(nulls_last=True), "asked_on", "pk")


@holds(
    people=["asked_by", "answered_by"],
    free=["words", "answer_words", "provided_what", "note"],
    plain=[
        "organisation",
        "kind",
        "needed_by",
        "is_their_own_word",
        "state",
        "asked_on",
        "answered_on",
        "provided_on",
        "withdrawn_on",
    ],
)
@tracked()
class SupportRequest(PartOfOrganisation):
    """One thing that a partner asked for so that it can take part: travel, an interpreter, pay for time."""

    class Kind(models.TextChoices):
        TRAVEL = "travel", _("Travel")
        CHILD_CARE = "child_care", _("Child care")
        INTERPRETER = "interpreter", _("An interpreter")
        PAY = "pay", _("Pay for time")
        EQUIPMENT = "equipment", _("Equipment or connection")
        TIMES = "times", _("Other times or places")
        TRAINING = "training", _("Training")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        ASKED = "asked", _("Asked for")
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", pgettext_lazy("a request for support", "Declined")
        PROVIDED = "provided", _("Provided")
        WITHDRAWN = "withdrawn", _("Not needed any more")

    kind = models.CharField(_("what kind of support"), max_length=12, choices=Kind)
    words = models.CharField(
        _("what would help"),
        max_length=500,
        help_text=_("For example: “A Spanish interpreter for the evening meetings.”"),
    )
    needed_by = models.DateField(_("by when"), null=True, blank=True)
    is_their_own_word = models.BooleanField(
        default=False, help_text="Asked by somebody who speaks for them, not by one of us for them."
    )
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("asked by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ASKED)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answer_words = models.CharField(
        _("what you say to them"), max_length=500, blank=True, help_text=_("They read this.")
    )
    provided_on = models.DateField(_("provided on"), null=True, blank=True)
    provided_what = models.CharField(_("what they got"), max_length=500, blank=True)
    withdrawn_on = models.DateField(_("not needed since"), null=True, blank=True)
    note = models.TextField(
        _("our own note"), blank=True, help_text=_("For ourselves. The partner never sees it.")
    )

    objects = SupportQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("request for support")
        verbose_name_plural = _("requests for support")
        ordering = ["organisation_id", "asked_on", "pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(
                fields=["coalition", "needed_by"],
                condition=Q(state__in=["asked", "agreed"]),
                name="support_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="support_kind_is_known",
                condition=Q(
                    kind__in=[
                        "travel",
                        "child_care",
                        "interpreter",
                        "pay",
                        "equipment",
                        "times",
                        "training",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="support_state_is_known",
                condition=Q(state__in=["asked", "agreed", "declined", "provided", "withdrawn"]),
            ),
            models.CheckConstraint(name="support_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="support_is_answered_on_a_day_by_somebody",
                condition=Q(answered_on__isnull=True, answered_by__isnull=True, answer_words="")
                | Q(answered_on__gte=F("asked_on"), answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="support_that_waits_has_no_answer_and_other_has_one",
                condition=Q(state="asked", answered_on__isnull=True)
                | Q(state__in=["agreed", "declined", "provided"], answered_on__isnull=False)
                | Q(state="withdrawn"),
            ),
            models.CheckConstraint(
                name="support_is_declined_for_a_reason",
                condition=~Q(state="declined") | ~Q(answer_words=""),
            ),
            models.CheckConstraint(
                name="support_is_provided_on_a_day",
                condition=Q(state="provided", provided_on__gte=F("asked_on"))
                | (~Q(state="provided") & Q(provided_on__isnull=True, provided_what="")),
            ),
            models.CheckConstraint(
                name="support_is_withdrawn_on_a_day",
                condition=Q(state="withdrawn", withdrawn_on__gte=F("asked_on"))
                | (~Q(state="withdrawn") & Q(withdrawn_on__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def is_late(self, *, on: date) -> bool:
        return bool(self.is_open and self.needed_by and self.needed_by < on)
