"""In which ways a call was made known."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.calls.calls import Call, PartOfCall


class OutreachQuerySet(models.QuerySet["Outreach"]):
    def of(self, call: Call | int) -> "OutreachQuerySet":
        return self.filter(call=call).order_by("on", "pk")

    def told(self) -> "OutreachQuerySet":
        """With the call that it belongs to."""
        return self.select_related("call__coalition")

    def with_counts(self) -> "OutreachQuerySet":
        """`came`: how many applications name it, withdrawn ones too."""
        return self.annotate(came=models.Count("applications"))


@holds(free=["note"], plain=["call", "name", "on"])
@tracked()
class Outreach(PartOfCall):
    """One way in which the call was made known: where, and on which day."""

    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, related_name="outreach", db_constraint=False
    )
    name = models.CharField(
        _("where"),
        max_length=120,
        help_text=_("Applicants choose it when they say how they heard of the call."),
    )
    on = models.DateField(_("day"))
    note = models.CharField(_("note"), max_length=500, blank=True)

    objects = OutreachQuerySet.as_manager()

    class Meta:
        verbose_name = _("way in which a call was made known")
        verbose_name_plural = _("ways in which a call was made known")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="outreach_of_coalition"),
            models.UniqueConstraint(
                fields=["call", "name", "on"],
                name="outreach_is_told_once_a_day",
                violation_error_message=_("This is on the list for that day already."),
            ),
            models.CheckConstraint(name="outreach_has_a_name", condition=~Q(name="")),
        ]
        indexes = [models.Index(fields=["coalition", "call"], name="outreach_by_call")]

    def __str__(self) -> str:
        return self.name

    @property
    def public_address(self) -> str:
        """The call's address by which this way is chosen already."""
        return f"{self.call.public_address}?via={self.pk}"
