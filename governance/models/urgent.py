"""An urgent message under way: who was reached, when and by whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Person
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.urgent_protocols import CallRow, UrgentProtocol


class UrgentMessageQuerySet(models.QuerySet["UrgentMessage"]):
    def of_coalition(self, coalition: int | Blank) -> "UrgentMessageQuerySet":
        return self.filter(coalition=coalition)

    def running(self) -> "UrgentMessageQuerySet":
        return self.filter(ended_at__isnull=True)

    def latest_first(self) -> "UrgentMessageQuerySet":
        return self.select_related("protocol", "started_by", "ended_by").order_by(
            "-started_at", "-pk"
        )

    def with_reached(self) -> "UrgentMessageQuerySet":
        """`asked`: how many are to be called; `reached`: how many of them know."""
        is_reached = Q(calls__outcome="reached")
        return self.annotate(
            asked=models.Count("calls"), reached=models.Count("calls", filter=is_reached)
        )


@holds(
    free=["words", "learned"],
    people=["started_by", "ended_by"],
    plain=["protocol", "started_at", "ended_at"],
)
@tracked()
class UrgentMessage(CoalitionOwned):
    """The protocol was started: what is told, since when, by whom; and how it ended."""

    protocol = models.ForeignKey(
        UrgentProtocol, on_delete=models.PROTECT, related_name="messages", db_constraint=False
    )
    words = models.TextField(_("what we tell"), max_length=2000)
    started_at = models.DateTimeField(_("started"))
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    learned = models.TextField(_("what we do better next time"), max_length=2000, blank=True)

    objects = UrgentMessageQuerySet.as_manager()

    TOLD_AS = "protocol__title"

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "protocol"], name="urgent_by_protocol"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="urgent_message_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "protocol"],
                condition=Q(ended_at__isnull=True),
                name="protocol_runs_once_at_a_time",
            ),
            models.CheckConstraint(name="urgent_message_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="urgent_message_is_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__gte=F("started_at"), ended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.protocol_id}, {self.started_at}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None


class UrgentCallRowQuerySet(models.QuerySet["UrgentCall"]):
    def of_coalition(self, coalition: int) -> "UrgentCallRowQuerySet":
        return self.filter(coalition=coalition)


@holds(people=["by"], plain=["message", "row", "outcome", "at"])
@tracked()
class UrgentCall(CoalitionOwned):
    """One person of the tree in one urgent message: not called yet, or what came of it, when, by whom."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("Not called yet")
        REACHED = "reached", _("Reached")
        LEFT_WORD = "left_word", _("Left word")
        NO_ANSWER = "no_answer", _("No answer")

    message = models.ForeignKey(
        UrgentMessage, on_delete=models.CASCADE, related_name="calls", db_constraint=False
    )
    row = models.ForeignKey(
        CallRow, on_delete=models.PROTECT, related_name="made", db_constraint=False
    )
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = UrgentCallRowQuerySet.as_manager()

    TOLD_AS = ("row__contact__name", "row__member__person__full_name")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "row"], name="urgent_call_by_row")]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "message", "row"], name="somebody_is_called_once_in_a_message"
            ),
            models.CheckConstraint(
                name="urgent_call_outcome_is_known",
                condition=Q(outcome__in=["waiting", "reached", "left_word", "no_answer"]),
            ),
            models.CheckConstraint(
                name="urgent_call_is_dated_once_it_was_made",
                condition=Q(outcome="waiting", at__isnull=True, by__isnull=True)
                | (~Q(outcome="waiting") & Q(at__isnull=False, by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_id}, {self.get_outcome_display()}"
