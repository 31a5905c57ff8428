"""What partners put on, so that somebody of us can be there."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation


class PartnerEventQuerySet(models.QuerySet["PartnerEvent"]):
    def visible_to(self, membership: Membership) -> "PartnerEventQuerySet":
        """All, as those who talk with partners see them; or those of who somebody speaks for."""
        rows = self.filter(coalition_id=membership.coalition_id, organisation__merged_into=None)
        if membership.may(Permission.SEE_TALKS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(organisation__representations__membership=membership.pk)
        return rows.none()

    def to_look_up(self, membership: Membership) -> "PartnerEventQuerySet":
        """What a member finds in the calendar: their own, and what is open to more than those invited.

        Those are of partners at the table whom a directory may name and no incident pauses.
        """
        own = self.visible_to(membership)
        if membership.may(Permission.SEE_TALKS) or not membership.may(Permission.SEE_EVENTS):
            return own
        shown = Organisation.objects.of_coalition(membership.coalition_id)
        shown = shown.for_a_directory_but_for_pauses().listed().order_by()
        is_open = Q(organisation__in=shown.ids()) & ~Q(open_to=self.model.OpenTo.INVITED)
        found = Q(pk__in=own.order_by().values("pk")) | is_open
        return self.filter(found, coalition_id=membership.coalition_id)

    def coming(self, *, on: date) -> "PartnerEventQuerySet":
        """From that day on, the next first."""
        return self.filter(on__gte=on).order_by("on", "at", "pk")

    def past(self, *, on: date) -> "PartnerEventQuerySet":
        return self.filter(on__lt=on).order_by("-on", "-at", "-pk")

    def told(self) -> "PartnerEventQuerySet":
        """With whose event it is."""
        return self.select_related("organisation")

    def with_guests(self) -> "PartnerEventQuerySet":
        return self.select_related("organisation__owner").prefetch_related(
            "guests__person", "touchpoints"
        )


@holds(
    free=["name", "place", "note", "link"],
    plain=["organisation", "on", "at", "open_to"],
)
@tracked()
class PartnerEvent(PartOfOrganisation):
    """Something that a partner puts on: an open day, a run, an annual meeting."""

    class OpenTo(models.TextChoices):
        EVERYONE = "everyone", _("Everyone")
        US = "us", _("Our coalition")
        INVITED = "invited", _("Who is invited")

    name = models.CharField(_("what it is"), max_length=200)
    on = models.DateField(_("day"))
    at = models.TimeField(_("begins at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=250, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    open_to = models.CharField(_("open to"), max_length=10, choices=OpenTo, default=OpenTo.EVERYONE)
    note = models.TextField(_("good to know"), blank=True, max_length=2000)

    objects = PartnerEventQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name, verbose_name_plural = _("event"), _("events")
        ordering = ["on", "at", "pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "on"], name="partner_event_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="partner_event_of_coalition"),
            models.CheckConstraint(name="partner_event_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="partner_event_is_open_to_somebody_known",
                condition=Q(open_to__in=["everyone", "us", "invited"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def month(self) -> date:
        """The first day of its month, under which a list puts it."""
        return self.on.replace(day=1)


@holds(people=["person"], plain=["event"], about={"accounts.Person": "person"})
@tracked()
class EventGuest(CoalitionOwned):
    """Somebody of us who goes to a partner's event."""

    event = models.ForeignKey(
        PartnerEvent,
        on_delete=models.CASCADE,
        related_name="guests",
        db_constraint=False,
        db_index=False,
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "event"])]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="guest_goes_once")]

    def __str__(self) -> str:
        return f"{self.person_id} goes to {self.event_id}"
