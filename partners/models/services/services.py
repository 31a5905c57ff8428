from datetime import date

from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.parts import PartOfOrganisation
from partners.models.services.parts import ServiceLocation
from partners.models.services.queries import FRESH, ServiceQuerySet
from partners.models.taxonomy import OtherList, Term, Vocabulary


class Capacity(models.TextChoices):
    """Whether a service takes people now."""

    OPEN = "open", _("Open")
    WAITING = "waiting", _("Waiting list")
    FULL = "full", _("Full")
    PAUSED = "paused", _("Paused")


@holds(
    people=["capacity_by"],
    free=["description", "eligibility", "fees", "how_to_refer", "capacity_note"],
    plain=[
        "organisation",
        "name",
        "number",
        "contact",
        "phone",
        "email",
        "page",
        "capacity",
        "capacity_on",
        "is_their_own_word",
        "since_on",
        "until_on",
    ],
)
@tracked()
class Service(PartOfOrganisation):
    """One thing that an organisation does for people, so that others know where to send somebody.

    It tells of the service and never of the people who use it. Names follow the Human Services Data
    Specification where it has one for the thing: `eligibility`, `fees`, `number` is its `id`.
    """

    name = models.CharField(
        _("name of the service"),
        max_length=250,
        help_text=_("As people ask for it: “Food pantry”."),
    )
    description = models.TextField(
        _("what it does"),
        blank=True,
        max_length=8000,
        help_text=_("In two or three sentences. Never write about people who use it."),
    )
    number = models.CharField(
        _("number in another system"),
        max_length=120,
        blank=True,
        help_text=_("By which a directory or 211 knows it. An import finds it by this first."),
    )
    eligibility = models.TextField(
        _("who may come"),
        blank=True,
        max_length=2000,
        help_text=_("For example age, place or income. Empty means everybody."),
    )
    fees = models.CharField(
        _("what it costs"),
        max_length=500,
        blank=True,
        help_text=_("For example: free, or by income."),
    )
    how_to_refer = models.TextField(
        _("how to send somebody"),
        blank=True,
        max_length=2000,
        help_text=_("What to do, and what people should bring."),
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("whom to ask for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services",
        db_constraint=False,
    )
    phone = models.CharField(
        _("phone of the service"),
        max_length=120,
        blank=True,
        help_text=_("A line that anybody may call, not somebody’s own."),
    )
    email = models.EmailField(
        _("e-mail of the service"),
        blank=True,
        help_text=_("An address that anybody may write to, not somebody’s own."),
    )
    page = models.URLField(_("web page of the service"), max_length=500, blank=True)
    capacity = models.CharField(
        _("does it take people now?"), max_length=8, choices=Capacity, blank=True
    )
    capacity_on = models.DateField(_("said on"), null=True, blank=True)
    capacity_by = models.ForeignKey(
        Person,
        verbose_name=_("written down by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    capacity_note = models.CharField(
        _("more about it"),
        max_length=200,
        blank=True,
        help_text=_("For example: about three weeks, or until the new term."),
    )
    is_their_own_word = models.BooleanField(
        default=False, help_text="Said by somebody who speaks for them, not told to one of us."
    )
    since_on = models.DateField(_("since"), null=True, blank=True)
    until_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day, if it is over.")
    )

    objects = ServiceQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["organisation_id", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="service_of_coalition"),
            models.UniqueConstraint(
                "organisation",
                Func("name", function="plain_text"),
                name="service_is_named_once_per_organisation",
                violation_error_message=_("They have a service of that name already."),
            ),
            models.CheckConstraint(name="service_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="service_capacity_is_known",
                condition=Q(capacity__in=["", "open", "waiting", "full", "paused"]),
            ),
            models.CheckConstraint(
                name="service_capacity_was_said_on_a_day",
                condition=Q(
                    capacity="",
                    capacity_on__isnull=True,
                    capacity_by__isnull=True,
                    capacity_note="",
                    is_their_own_word=False,
                )
                | (~Q(capacity="") & Q(capacity_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="service_ends_after_it_began",
                condition=Q(since_on__isnull=True)
                | Q(until_on__isnull=True)
                | Q(until_on__gte=F("since_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(
                fields=["coalition", "number"], condition=~Q(number=""), name="service_by_number"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_over(self, *, on: date) -> bool:
        return self.until_on is not None and self.until_on < on

    def is_stale(self, *, on: date) -> bool:
        """Whether it is time to ask again if they take people."""
        return self.capacity_on is not None and self.capacity_on < on - FRESH

    def terms_in(self, vocabulary: str) -> list[Term]:
        """In the order of the list, out of what was loaded with it."""
        found = [one.term for one in self.carried.all() if one.term.vocabulary == vocabulary]
        return sorted(found, key=lambda term: (term.position, term.name))

    @property
    def kinds(self) -> list[Term]:
        return self.terms_in(OtherList.SERVICE)

    @property
    def populations(self) -> list[Term]:
        return self.terms_in(Vocabulary.POPULATION)

    @property
    def languages(self) -> list[Term]:
        return self.terms_in(Vocabulary.LANGUAGE)

    @property
    def areas(self) -> list[Term]:
        """Each once, in the order of the list."""
        found = {place.area_id: place.area for place in self.places.all() if place.area}
        return sorted(found.values(), key=lambda term: (term.position, term.name))

    @property
    def addresses(self) -> list[ServiceLocation]:
        """Places that say more than an area."""
        return [place for place in self.places.all() if str(place) or place.is_virtual]
