"""What is planned where a needed voice is missing."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.composition.needed_voices import AXES, NeededVoice, in_words
from partners.models.merged import FOLLOWS_MERGES
from partners.models.organisations import Organisation


class GapQuerySet(models.QuerySet["Gap"]):
    def of_coalition(self, coalition: int) -> "GapQuerySet":
        return self.filter(coalition=coalition)

    def unfinished(self) -> "GapQuerySet":
        return self.exclude(state=Gap.State.FILLED)

    def for_needed(self, needed: int) -> "GapQuerySet":
        """The plan that is not done yet, of which there is one at most."""
        return self.unfinished().filter(needed=needed).with_whom()

    def with_whom(self) -> "GapQuerySet":
        return self.select_related("owner", "organisation")

    def with_needed(self) -> "GapQuerySet":
        """With the words of what is missing."""
        return self.with_whom().select_related(*(f"needed__{axis.value}" for axis in AXES))

    def asking(self, organisation: int) -> "GapQuerySet":
        """Those not done yet that this organisation was asked to fill."""
        return self.unfinished().filter(organisation=organisation).with_needed()

    def waiting(self, coalition: int) -> models.QuerySet:
        """Plans with a day that are not done, the earliest first, with `words` for what is missing."""
        planned = self.of_coalition(coalition).filter(
            state__in=[Gap.State.OPEN, Gap.State.BEING_FILLED],
            ask_by__isnull=False,
            needed__retired_on__isnull=True,
        )
        names = [F(f"needed__{axis.value}__name") for axis in AXES]
        return planned.annotate(words=in_words(names)).order_by("ask_by", "pk")

    def between(self, coalition: int, *, start: date, end: date) -> "GapQuerySet":
        """Those that were opened or closed in these days, both included."""
        told = Q(opened_on__range=(start, end)) | Q(closed_on__range=(start, end))
        return self.of_coalition(coalition).filter(told).order_by("opened_on", "pk")


@holds(
    people=["owner"],
    free=["draft", "reason"],
    plain=["needed", "organisation", "ask_by", "state", "opened_on", "closed_on"],
)
@tracked()
class Gap(CoalitionOwned):
    """What is planned where a needed voice is missing: who asks whom, by when, with which words."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        BEING_FILLED = "being_filled", _("Being filled")
        FILLED = "filled", _("Filled")
        ACCEPTED = "accepted", _("Left open on purpose")

    needed = models.ForeignKey(
        NeededVoice, on_delete=models.PROTECT, related_name="gaps", db_constraint=False
    )
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("whom to ask"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="gaps",
        db_constraint=False,
    )
    owner = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("who asks"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ask_by = models.DateField(_("by when"), null=True, blank=True)
    draft = models.TextField(_("what they would gain"), blank=True)
    reason = models.CharField(_("why it stays open"), max_length=500, blank=True)
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = GapQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="gap_state_is_known",
                condition=Q(state__in=["open", "being_filled", "filled", "accepted"]),
            ),
            models.CheckConstraint(
                name="gap_is_left_open_for_a_reason",
                condition=~Q(state="accepted") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="gap_is_closed_exactly_when_it_is_settled",
                condition=Q(state__in=["open", "being_filled"], closed_on__isnull=True)
                | Q(state__in=["filled", "accepted"], closed_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["needed"],
                condition=~Q(state="filled"),
                name="needed_voice_has_one_unfinished_gap",
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "organisation"], name="gap_by_organisation"),
            models.Index(fields=["coalition", "ask_by"], name="gap_by_day"),
        ]
        triggers = [FOLLOWS_MERGES]

    def __str__(self) -> str:
        return str(self.needed)
