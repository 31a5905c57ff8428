"""The open door: a public page on which anybody asks to join, and who has asked."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.pages.signed_links import absolute
from common.personal.fields import EMPTY, MASKED, holds
from partners.models import Organisation
from partners.models.merged import FOLLOWS_MERGES

LONGEST_CHOICE = 120


class OpenDoorQuerySet(models.QuerySet["OpenDoor"]):
    def of_coalition(self, coalition: Coalition | int) -> "OpenDoorQuerySet":
        return self.filter(coalition=coalition)

    def standing_in(self, home: Coalition | int) -> "OpenDoor | None":
        """The coalition's door, open or shut; none where it was never set up."""
        return self.of_coalition(home).select_related("coalition").first()

    def standing_open(self, home: str) -> "OpenDoor | None":
        """The door of the coalition of that address, if it has opened it."""
        rows = self.filter(coalition__slug=home, is_open=True)
        return rows.select_related("coalition", "answered_by").first()


@holds(
    free=["welcome", "welcome_es"],
    people=["answered_by"],
    plain=["is_open", "languages", "times"],
)
@tracked()
class OpenDoor(CoalitionOwned):
    """What strangers read who would like to join, and between what they can choose. One for a coalition."""

    is_open = models.BooleanField(
        _("anybody may ask to join"),
        default=False,
        help_text=_("Only then there is a page at the public address."),
    )
    welcome = models.TextField(
        _("what they read first"),
        max_length=2000,
        help_text=_("Who you are, whom you would like to see, and what happens after they ask."),
    )
    welcome_es = models.TextField(_("the same in Spanish"), max_length=2000, blank=True)
    languages = ArrayField(
        models.CharField(max_length=LONGEST_CHOICE),
        verbose_name=_("languages you can talk in"),
        default=list,
        blank=True,
        help_text=_("One a line. Empty: the page does not ask."),
    )
    times = ArrayField(
        models.CharField(max_length=LONGEST_CHOICE),
        verbose_name=_("times and ways to meet"),
        default=list,
        blank=True,
        help_text=_("One a line: “Weekday evenings”, “Online”. Empty: the page does not ask."),
    )
    answered_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("who answers"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Answers to our letters go to them."),
    )

    objects = OpenDoorQuerySet.as_manager()

    TOLD_AS = "coalition__name"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                # The second column keeps the index from misleading the check of composite keys.
                fields=["coalition"],
                include=["id"],
                name="open_door_is_set_once_per_coalition",
            ),
            models.CheckConstraint(
                name="open_door_welcomes_whoever_comes", condition=~Q(welcome="")
            ),
        ]

    def __str__(self) -> str:
        return str(self.coalition)

    @property
    def told_welcome(self) -> str:
        """In the reader's language, where it is written in it."""
        language = translation.get_language() or ""
        return self.welcome_es if language.startswith("es") and self.welcome_es else self.welcome

    @property
    def path(self) -> str:
        return reverse("join", args=[self.coalition.slug])

    @property
    def url(self) -> str:
        return absolute(self.path)


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    def of_coalition(self, coalition: Coalition | int | Blank) -> "JoinRequestQuerySet":
        return self.filter(coalition=coalition)

    def waiting(self) -> "JoinRequestQuerySet":
        return self.filter(state=JoinRequest.State.WAITING)

    def settled(self) -> "JoinRequestQuerySet":
        return self.exclude(state=JoinRequest.State.WAITING)

    def from_address(self, email: str) -> "JoinRequestQuerySet":
        return self.filter(email__iexact=email.strip())

    def named(self, name: str) -> "JoinRequestQuerySet":
        """Whatever the accents and capitals."""
        asked = Func(Value(name), function="plain_text", output_field=models.TextField())
        told = self.alias(plain=Func("organisation_name", function="plain_text"))
        return told.filter(plain=asked)

    def oldest_first(self) -> "JoinRequestQuerySet":
        return self.order_by("asked_at", "pk")

    def newest_first(self) -> "JoinRequestQuerySet":
        return self.order_by("-asked_at", "-pk")

    def with_people(self) -> "JoinRequestQuerySet":
        return self.select_related("answered_by", "organisation", "coalition")

    def locked(self, pk: int) -> "JoinRequest":
        return self.with_people().select_for_update(of=("self",)).get(pk=pk)


@holds(
    personal={
        "contact_name": MASKED,
        "contact_title": EMPTY,
        "email": EMPTY,
        "phone": EMPTY,
        "needs": EMPTY,
    },
    people=["answered_by", "erased_by"],
    free=["hopes", "answer"],
    plain=[
        "organisation_name",
        "website",
        "speaks",
        "times",
        "language",
        "consented_at",
        "asked_at",
        "state",
        "answered_at",
        "organisation",
        "erased_on",
    ],
    about={"governance.JoinRequest": "pk"},
    address="email",
)
@tracked()
class JoinRequest(CoalitionOwned):
    """Somebody asked on the public page to join, for an organisation or for themselves."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        WELCOMED = "welcomed", _("Welcomed")
        KNOWN = "known", _("On our list already")
        DECLINED = "declined", _("Not now")

    organisation_name = models.CharField(
        _("organisation or group"),
        max_length=250,
        blank=True,
        help_text=_("Empty for somebody who comes for themselves."),
    )
    website = models.CharField(_("website"), max_length=500, blank=True)
    contact_name = models.CharField(_("name"), max_length=200)
    contact_title = models.CharField(_("job title"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    hopes = models.TextField(_("what they would like to do"), max_length=2000)
    speaks = ArrayField(models.CharField(max_length=LONGEST_CHOICE), default=list, blank=True)
    times = ArrayField(models.CharField(max_length=LONGEST_CHOICE), default=list, blank=True)
    needs = models.TextField(_("what would help them to come"), max_length=1000, blank=True)
    language = models.CharField(
        max_length=8, default="en", help_text="In which letters are written."
    )
    consented_at = models.DateTimeField(_("agreed that we keep this"))
    asked_at = models.DateTimeField(_("asked"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    answer = models.TextField(_("what we wrote back"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("on our list as"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="join_requests",
        db_constraint=False,
    )
    erased_on = models.DateField(null=True, blank=True)
    erased_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = JoinRequestQuerySet.as_manager()

    IS_SAME_WHEN_EQUAL = False
    TOLD_AS = "organisation_name"

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "state"], name="join_request_by_state"),
            models.Index(fields=["coalition", "organisation"], name="join_request_by_partner"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="join_request_of_coalition"),
            models.CheckConstraint(
                name="join_request_says_who_asks_for_what",
                condition=~Q(contact_name="") & ~Q(hopes=""),
            ),
            models.CheckConstraint(
                name="join_request_state_is_known",
                condition=Q(state__in=["waiting", "welcomed", "known", "declined"]),
            ),
            models.CheckConstraint(
                name="join_request_is_answered_by_somebody",
                condition=Q(state="waiting", answered_at__isnull=True, answered_by__isnull=True)
                | (~Q(state="waiting") & Q(answered_at__isnull=False, answered_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="join_request_is_answered_after_it_was_asked",
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
            ),
            models.CheckConstraint(
                name="join_request_names_the_organisation_it_led_to",
                condition=Q(state__in=["welcomed", "known"], organisation__isnull=False)
                | (~Q(state__in=["welcomed", "known"]) & Q(organisation__isnull=True)),
            ),
            models.CheckConstraint(
                name="join_request_is_erased_by_somebody",
                condition=Q(erased_on__isnull=False) | Q(erased_by__isnull=True),
            ),
        ]
        triggers = [FOLLOWS_MERGES]

    def __str__(self) -> str:
        return self.organisation_name or self.contact_name

    def get_absolute_url(self) -> str:
        return reverse("governance:ask", args=[self.coalition.slug, self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_erased(self) -> bool:
        """Whether nothing is held any more of the person who asked."""
        return self.erased_on is not None
