from collections.abc import Collection
from datetime import datetime

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from common.personal.fields import EMPTY, FORMER_ADDRESS, MASK, holds


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        return self.filter(state=Letter.State.WAITING)

    def sent(self) -> "LetterQuerySet":
        return self.filter(state=Letter.State.SENT)

    def due(self, *, at: datetime) -> "LetterQuerySet":
        """What may leave now, the longest waiting first."""
        return self.waiting().filter(not_before__lte=at).order_by("not_before", "pk")

    def about(self, subject: str) -> "LetterQuerySet":
        """Letters whose key begins with a subject: `about("accounts/invitation:17:")`."""
        return self.filter(key__startswith=subject)

    def with_keys(self, keys: Collection[str]) -> "LetterQuerySet":
        return self.filter(key__in=keys)

    def to_address(self, address: str) -> "LetterQuerySet":
        return self.filter(to_address__iexact=address)

    def without_bodies(self) -> "LetterQuerySet":
        """For lists, which show neither text nor HTML."""
        return self.defer("text", "html", "headers", "secrets")

    def for_tenant(self, tenant: int) -> "LetterQuerySet":
        return self.filter(tenant=tenant)


@holds(
    personal={
        "key": Concat(Value("erased:"), Cast("id", models.CharField())),
        "to_address": FORMER_ADDRESS,
        "to_name": EMPTY,
        "subject": EMPTY,
        "headers": Value({}, models.JSONField()),
        "failure": EMPTY,
    },
    # The recipient has the text; while a letter waits, it holds the code that only the mailbox may see.
    secret={"text": EMPTY, "html": EMPTY, "secrets": Value([], models.JSONField())},
    plain=[
        "kind",
        "tenant",
        "state",
        "attempts",
        "queued_at",
        "not_before",
        "useful_until",
        "sent_at",
    ],
    free=["subject", "text", "html", "headers", "failure"],
    address="to_address",
    tenant="tenant",
)
class Letter(models.Model):
    """One e-mail to one address, written in the transaction of the change that caused it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Could not be delivered")
        SUPERSEDED = "superseded", _("No longer needed")

    key = models.CharField(
        max_length=200,
        unique=True,
        help_text="What makes this letter the only one of its kind: queueing it twice changes nothing.",
    )
    kind = models.CharField(max_length=80, help_text="app/letter, the name of its three templates.")
    tenant = models.PositiveBigIntegerField(
        null=True,
        blank=True,
        help_text="Whose administrators may read it. Empty for personal letters such as sign-in codes.",
    )
    to_address = models.EmailField()
    to_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    secrets = models.JSONField(
        default=list,
        blank=True,
        help_text="Parts of the text that only the recipient may see; gone once the letter has left.",
    )
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(blank=True, help_text="What the mail server said last.")
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField(help_text="A failed attempt waits until here.")
    useful_until = models.DateTimeField(
        null=True, blank=True, help_text="After this moment it is superseded instead of sent."
    )
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="letter_state_is_known",
                condition=Q(state__in=["waiting", "sent", "failed", "superseded"]),
            ),
            models.CheckConstraint(
                name="letter_is_sent_exactly_when_it_has_a_moment",
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(
                F("not_before"), condition=Q(state="waiting"), name="letter_waiting_by_moment"
            ),
            models.Index(fields=["tenant", "-queued_at"], name="letter_by_tenant"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to_address}"

    @property
    def text_for_others(self) -> str:
        """The text as somebody else than the recipient may read it."""
        return self._masked(self.text)

    def is_too_late(self, *, at: datetime) -> bool:
        return self.useful_until is not None and self.useful_until <= at

    def conclude(self, state: "Letter.State", *, at: datetime, failure: str = "") -> None:
        """The letter leaves the queue for good, and its secrets leave the database (not saved yet)."""
        self.state = state
        self.sent_at = at if state == Letter.State.SENT else None
        self.failure = failure
        self.text, self.html = self._masked(self.text), self._masked(self.html)
        self.secrets = []

    def _masked(self, words: str) -> str:
        for secret in self.secrets:
            words = words.replace(secret, MASK)
        return words


@holds(plain=["sending", "made", "at"])
class SentForm(models.Model):
    """One sending of a form that made something, so that pressing twice makes it once."""

    sending = models.CharField(
        max_length=64,
        unique=True,
        help_text="A sum over the form's key and everything typed; it cannot be read back.",
    )
    made = models.BigIntegerField(null=True, help_text="The id of what the first press made.")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="sent_form_by_moment")]

    def __str__(self) -> str:
        return self.sending
