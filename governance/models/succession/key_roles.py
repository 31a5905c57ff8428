"""Key roles: the seats and functions without whose holder the coalition would stand still."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body
from governance.models.functions import Function
from governance.models.seats import Seat

if TYPE_CHECKING:
    from governance.models.succession.deputies import Deputy
    from governance.models.succession.interests import Interest

SOONEST_FIRST = ("at_once", "within_a_month", "later")


class KeyRoleQuerySet(models.QuerySet["KeyRole"]):
    def of_coalition(self, coalition: int | Blank) -> "KeyRoleQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "KeyRoleQuerySet":
        """Of the member's coalition; seats only of bodies of which the member may read."""
        bodies = Body.objects.visible_to(membership)
        rows = self.filter(coalition=membership.coalition_id)
        return rows.filter(Q(seat__isnull=True) | Q(seat__body__in=bodies))

    def current(self) -> "KeyRoleQuerySet":
        """Marked still, of a seat or function that there still is."""
        stands = Q(seat__closed_on__isnull=True, seat__body__closed_on__isnull=True)
        rows = self.filter(unmarked_on__isnull=True, function__retired_on__isnull=True)
        return rows.filter(Q(seat__isnull=True) | stands)

    def with_ready_deputy(self, deputies: "models.QuerySet[Deputy]") -> "KeyRoleQuerySet":
        """`deputies` are those that count, such as `Deputy.objects.ready_now()`."""
        return self.filter(Exists(deputies.filter(key_role=OuterRef("pk")).order_by()))

    def meant_by(self, interest: "Interest") -> "KeyRole | None":
        """The one of the seat or function that somebody would like to grow into."""
        if interest.seat_id is None and interest.function_id is None:
            return None
        return self.filter(seat=interest.seat_id, function=interest.function_id).first()

    def in_order(self) -> "KeyRoleQuerySet":
        """Whose loss hurts soonest first; then by body, and functions after all bodies."""
        soon = Case(*(When(hurts=each, then=n) for n, each in enumerate(SOONEST_FIRST)))
        rows = self.select_related("seat__body", "function")
        return rows.order_by(
            soon,
            F("seat__body__name").asc(nulls_last=True),
            "seat__position",
            "function__position",
            "function__name",
            "pk",
        )


@holds(
    free=["if_lost"],
    plain=["seat", "function", "hurts", "marked_on", "unmarked_on"],
)
@tracked()
class KeyRole(CoalitionOwned):
    """A seat or a function that the coalition cannot do without, and what happens when its holder is gone."""

    class Hurts(models.TextChoices):
        AT_ONCE = "at_once", _("At once")
        WITHIN_A_MONTH = "within_a_month", _("Within a month")
        LATER = "later", _("Later")

    seat = models.ForeignKey(
        Seat,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="key_roles",
        db_constraint=False,
    )
    function = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="key_roles",
        db_constraint=False,
    )
    if_lost = models.TextField(
        _("what happens if they leave tomorrow"),
        max_length=1000,
        help_text=_("What stops, who notices first, what nobody else knows how to do."),
    )
    hurts = models.CharField(
        _("it hurts"), max_length=16, choices=Hurts, default=Hurts.WITHIN_A_MONTH
    )
    marked_on = models.DateField(_("key since"))
    unmarked_on = models.DateField(_("not key any more since"), null=True, blank=True)

    objects = KeyRoleQuerySet.as_manager()

    TOLD_AS = ("seat__title", "function__name")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "unmarked_on"], name="key_role_by_coalition")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="key_role_of_coalition"),
            models.CheckConstraint(
                name="key_role_is_a_seat_or_a_function",
                condition=Q(seat__isnull=False, function__isnull=True)
                | Q(seat__isnull=True, function__isnull=False),
            ),
            models.CheckConstraint(
                name="key_role_hurts_in_a_known_time",
                condition=Q(hurts__in=["at_once", "within_a_month", "later"]),
            ),
            models.CheckConstraint(
                name="key_role_says_what_happens_without_it", condition=~Q(if_lost="")
            ),
            models.CheckConstraint(
                name="key_role_is_unmarked_after_it_was_marked",
                condition=Q(unmarked_on__isnull=True) | Q(unmarked_on__gte=F("marked_on")),
            ),
            models.UniqueConstraint(
                fields=["coalition", "seat"],
                condition=Q(unmarked_on__isnull=True, seat__isnull=False),
                name="seat_is_marked_as_key_once",
            ),
            models.UniqueConstraint(
                fields=["coalition", "function"],
                condition=Q(unmarked_on__isnull=True, function__isnull=False),
                name="function_is_marked_as_key_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:key_role", args=[self.coalition.slug, self.pk])

    @property
    def title(self) -> str:
        return str(self.seat or self.function)

    @property
    def where(self) -> str:
        """The body of the seat; a function stands for the whole coalition."""
        return str(self.seat.body) if self.seat else ""

    @property
    def is_marked(self) -> bool:
        return self.unmarked_on is None
