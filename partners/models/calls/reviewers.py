"""Who was asked to read the applications to a call."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.calls.calls import Call, PartOfCall


class ReviewerQuerySet(models.QuerySet["Reviewer"]):
    def of(self, call: Call | int) -> "ReviewerQuerySet":
        return self.filter(call=call).select_related("person").order_by("person__full_name", "pk")

    def at_work(self) -> "ReviewerQuerySet":
        return self.filter(released_on__isnull=True)

    def for_person(self, person: int) -> "Reviewer | None":
        return self.at_work().filter(person=person).first()


@holds(people=["person"], plain=["call", "asked_on", "released_on"])
@tracked()
class Reviewer(PartOfCall):
    """A member who was asked to read and score the applications to a call."""

    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, related_name="reviewers", db_constraint=False
    )
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    released_on = models.DateField(
        null=True, blank=True, help_text="Asked no more; what they gave by then counts."
    )

    objects = ReviewerQuerySet.as_manager()

    class Meta:
        verbose_name = _("reviewer")
        verbose_name_plural = _("reviewers")
        ordering = ["person__full_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="reviewer_of_coalition"),
            models.UniqueConstraint(fields=["call", "person"], name="reviewer_is_asked_once"),
        ]
        indexes = [models.Index(fields=["coalition", "call"], name="reviewer_by_call")]

    def __str__(self) -> str:
        return str(self.person)
