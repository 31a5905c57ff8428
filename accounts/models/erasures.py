from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.people import Person
from common.pages.signed_links import Link, path_to
from common.personal.fields import holds

LINK_DAYS = 7  # that whoever erases their account can see what has become of it


class ErasureWork(models.Model):
    """Somebody is to be erased, and a worker does it: so much is kept that no page can wait for it."""

    class State(models.TextChoices):
        ERASING = "erasing", _("Being erased")
        ERASED = "erased", _("Erased")
        FAILED = "failed", _("Stopped by a problem")

    state = models.CharField(max_length=12, choices=State, default=State.ERASING)
    problem = models.TextField(blank=True, help_text="Why it stopped, as a sentence for people.")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    # How many steps there are is told by the work itself.
    total = 0

    class Meta:
        abstract = True

    @property
    def is_working(self) -> bool:
        return self.state == self.State.ERASING


class ErasureQuerySet(models.QuerySet[Any]):
    def working(self) -> Self:
        return self.filter(state=ErasureWork.State.ERASING)

    def ids(self) -> models.QuerySet:
        return self.order_by("pk").values_list("pk", flat=True)


class PersonErasureQuerySet(ErasureQuerySet):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def waiting_for(self, person: Person) -> "PersonErasure | None":
        """The one that is asked for and not done."""
        return self.working().of(person).first()

    def opened_by(self, link: Link) -> "PersonErasure | None":
        row = self.filter(pk=link.row).first()
        return row if row and link.is_for(str(row.person_id)) else None


@holds(people=["person", "asked_by"], free=["problem"], plain=["state", "asked_at"])
class PersonErasure(ErasureWork):
    """Somebody erases their own account."""

    LINK_PURPOSE = "erasure"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = PersonErasureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="erasing"),
                name="account_is_erased_by_one_at_a_time",
            ),
            models.CheckConstraint(
                name="person_erasure_state_is_known",
                condition=Q(state__in=["erasing", "erased", "failed"]),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_state_display())

    def get_absolute_url(self) -> str:
        """A page that opens without signing in: at its end there is nobody left who could."""
        until = self.asked_at + timedelta(days=LINK_DAYS)
        return path_to(self, "accounts:erasing", recipient=str(self.person_id), until=until)
