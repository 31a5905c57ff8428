"""What a body sees to, where it works, and which duties of two bodies are meant to be the same."""

from collections.abc import Iterable

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Func, Q, TextField
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body
from governance.models.saying import saying

WEB = r"^https?://[^\s]+$"


class PartOfBodyQuerySet(models.QuerySet):
    def of(self, body: Body) -> "PartOfBodyQuerySet":
        return self.filter(coalition=body.coalition_id, body=body)


class DutyQuerySet(PartOfBodyQuerySet):
    def of_coalition(self, coalition: int) -> "DutyQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "DutyQuerySet":
        """Of bodies that the member may read of and that are not closed."""
        bodies = Body.objects.visible_to(membership).standing()
        return self.filter(coalition=membership.coalition_id, body__in=bodies)

    def told(self) -> "DutyQuerySet":
        """With the body whose duty it is."""
        return self.select_related("body")

    def saying(self, words: Iterable[str]) -> "DutyQuerySet":
        return saying(self, words, columns=["words"])

    def with_plain(self) -> "DutyQuerySet":
        """`plain`: the words without accents and capitals, by which two duties are compared."""
        return self.annotate(plain=Func("words", function="plain_text", output_field=TextField()))


@holds(free=["words"], plain=["body", "position"])
@tracked()
class Duty(CoalitionOwned):
    """One thing that a body sees to, in a line."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="duties", db_constraint=False
    )
    words = models.CharField(_("duty"), max_length=300)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )

    objects = DutyQuerySet.as_manager()

    TOLD_AS = "words"

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["coalition", "body"], name="duty_by_body")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="duty_of_coalition"),
            models.CheckConstraint(name="duty_says_something", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words


@holds(plain=["body", "label", "address", "position"])
@tracked()
class BodyLink(CoalitionOwned):
    """Where a body works on the web: its shared folder, its chat, its board of tasks."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="links", db_constraint=False
    )
    label = models.CharField(_("what it is"), max_length=80)
    address = models.CharField(
        _("web address"), max_length=500, validators=[URLValidator(["http", "https"])]
    )
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )

    objects = PartOfBodyQuerySet.as_manager()

    TOLD_AS = "label"

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["coalition", "body"], name="body_link_by_body")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="body_link_of_coalition"),
            models.CheckConstraint(name="body_link_says_what_it_leads_to", condition=~Q(label="")),
            models.CheckConstraint(
                name="body_link_leads_to_the_web", condition=Q(address__iregex=WEB)
            ),
        ]

    def __str__(self) -> str:
        return self.label


class MeantOverlapQuerySet(models.QuerySet["MeantOverlap"]):
    def of_coalition(self, coalition: int) -> "MeantOverlapQuerySet":
        return self.filter(coalition=coalition)

    def of_duties(self, duties: Iterable[int]) -> "MeantOverlapQuerySet":
        ids = list(duties)
        return self.filter(Q(first__in=ids) | Q(second__in=ids))


@holds(free=["reason"], plain=["first", "second", "said_on"])
@tracked()
class MeantOverlap(CoalitionOwned):
    """Two bodies see to the same, and that is meant: each has its part of it, and somebody said why."""

    first = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="+", db_constraint=False)
    second = models.ForeignKey(
        Duty, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    reason = models.CharField(_("why it is meant"), max_length=500)
    said_on = models.DateField(editable=False)

    objects = MeantOverlapQuerySet.as_manager()

    TOLD_AS = "first__words"

    class Meta:
        indexes = [models.Index(fields=["coalition", "second"], name="meant_overlap_by_second")]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "first", "second"], name="overlap_is_meant_once"
            ),
            # The earlier row first, so that a pair has one way to stand.
            models.CheckConstraint(
                name="overlap_is_of_two_duties", condition=Q(first__lt=F("second"))
            ),
            models.CheckConstraint(name="overlap_is_meant_for_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.reason
