"""What happened between the coalition and a partner, one row each: a call, a visit, a thank-you."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation


class TouchpointQuerySet(models.QuerySet["Touchpoint"]):
    def visible_to(self, membership: Membership) -> "TouchpointQuerySet":
        """All of the coalition's for those who read them; none for viewers and partners."""
        rows = self.filter(coalition_id=membership.coalition_id, organisation__merged_into=None)
        return rows if membership.may(Permission.SEE_TALKS) else rows.none()

    def of(self, organisation: Organisation | int) -> "TouchpointQuerySet":
        return self.filter(organisation=organisation)

    def but(self, talk: "Touchpoint | None") -> "TouchpointQuerySet":
        return self.exclude(pk=talk.pk) if talk else self

    def newest_first(self) -> "TouchpointQuerySet":
        return self.order_by("-on", "-pk")

    def with_people(self) -> "TouchpointQuerySet":
        """With all that a line about it says: three queries, however many there are."""
        return self.select_related(
            "organisation", "follow_up_by", "logged_by", "answers"
        ).prefetch_related("contacts", "members")

    def two_way(self) -> "TouchpointQuerySet":
        return self.filter(direction=Touchpoint.Direction.TWO_WAY)

    def since(self, day: date) -> "TouchpointQuerySet":
        return self.filter(on__gt=day)

    def up_to(self, day: date) -> "TouchpointQuerySet":
        return self.filter(on__lte=day)

    def of_kinds(self, kinds: Iterable[str]) -> "TouchpointQuerySet":
        return self.filter(kind__in=list(kinds))

    def with_any_of(self, people: Iterable[int]) -> "TouchpointQuerySet":
        """In which one of our people took part, or which one has logged."""
        ids = list(people)
        who: Any = self.model.members.through
        took_part = who._default_manager.filter(person__in=ids)  # noqa: SLF001
        return self.filter(Q(pk__in=took_part.values("touchpoint")) | Q(logged_by__in=ids))

    def saying(self, words: str) -> "TouchpointQuerySet":
        """Each word stands in what was said, or in the partner's name."""
        rows = self
        for word in words.replace("\0", "").split():
            rows = rows.filter(Q(said__icontains=word) | Q(organisation__name__icontains=word))
        return rows

    def keys_in(self, coalition: int) -> set[tuple[int, date, str, str]]:
        """With whom, when, of what kind and what was said: by these two are the same talk."""
        rows = self.filter(coalition=coalition).order_by()
        return set(rows.values_list("organisation", "on", "kind", "said"))

    def to_follow_up(self) -> "TouchpointQuerySet":
        """What is promised and not done yet, the most urgent first."""
        rows = self.filter(follow_up_on__isnull=False, follow_up_done_on=None)
        return rows.order_by("follow_up_on", "pk")

    def due(self, *, on: date) -> "TouchpointQuerySet":
        return self.to_follow_up().filter(follow_up_on__lte=on)

    def to_answer(self, organisation: Organisation | int) -> "TouchpointQuerySet":
        """What we have asked of them, the latest first: an answer names one of these."""
        rows = self.of(organisation).filter(asks=True)
        return rows.exclude(direction=Touchpoint.Direction.FROM_THEM).newest_first()


@holds(
    free=["said"],
    people=["follow_up_by", "logged_by"],
    plain=[
        "organisation",
        "kind",
        "direction",
        "channel",
        "on",
        "asks",
        "answers",
        "event",
        "follow_up_on",
        "follow_up_done_on",
        "logged_at",
    ],
)
@tracked()
class Touchpoint(PartOfOrganisation):
    """One time that the coalition and a partner had to do with each other."""

    class Kind(models.TextChoices):
        CALL = "call", _("Call")
        VISIT = "visit", _("Visit")
        EMAIL = "email", _("E-mail")
        MEETING = "meeting", _("Meeting")
        EVENT = "event", _("Their event attended")
        HELP = "help", _("Help offered")
        VOLUNTEERED = "volunteered", _("Lent a hand")
        ADVICE = "advice", _("Advice asked")
        INFORMATION = "information", _("Information shared")
        ASK = "ask", _("Ask made")
        THANKS = "thanks", _("Thank-you")
        OTHER = "other", _("Something else")

    class Direction(models.TextChoices):
        FROM_US = "from_us", _("From us to them")
        FROM_THEM = "from_them", _("From them to us")
        TWO_WAY = "two_way", _("Both spoke")

    class Channel(models.TextChoices):
        PHONE = "phone", _("Phone")
        IN_PERSON = "in_person", _("In person")
        EMAIL = "email", _("E-mail")
        VIDEO = "video", _("Video call")
        TEXT = "text", _("Text message")
        POST = "post", _("Post")

    # Twice the same words on one day are two talks.
    IS_SAME_WHEN_EQUAL = False

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CALL)
    direction = models.CharField(_("who spoke"), max_length=10, choices=Direction)
    channel = models.CharField(_("by which way"), max_length=10, choices=Channel, blank=True)
    on = models.DateField(_("day"))
    said = models.TextField(_("what happened"), blank=True, max_length=4000)
    contacts = models.ManyToManyField(
        Contact, through="TouchpointContact", related_name="touchpoints", blank=True
    )
    members = models.ManyToManyField(Person, through="TouchpointMember", related_name="+")
    asks = models.BooleanField(
        _("we asked something"),
        default=False,
        help_text=_("Then we count whether they answer, and how soon."),
    )
    answers = models.ForeignKey(
        "self",
        verbose_name=_("answers"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="answered_by",
        db_constraint=False,
        help_text=_("What we had asked, if this is the answer to it."),
    )
    event = models.ForeignKey(
        "PartnerEvent",
        verbose_name=_("event"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="touchpoints",
        db_constraint=False,
    )
    follow_up_on = models.DateField(_("follow up on"), null=True, blank=True)
    follow_up_by = models.ForeignKey(
        Person,
        verbose_name=_("who follows up"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    follow_up_done_on = models.DateField(_("followed up on"), null=True, blank=True)
    logged_by = models.ForeignKey(
        Person, verbose_name=_("logged by"), on_delete=models.PROTECT, related_name="+"
    )
    logged_at = models.DateTimeField(_("logged"), default=timezone.now, editable=False)

    objects = TouchpointQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name, verbose_name_plural = _("talk"), _("talks")
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation", "-on"], name="touchpoint_of_partner"),
            models.Index(fields=["coalition", "-on", "-id"], name="touchpoint_by_day"),
            models.Index(
                fields=["coalition", "follow_up_on"],
                condition=Q(follow_up_on__isnull=False, follow_up_done_on=None),
                name="touchpoint_to_follow_up",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="touchpoint_of_coalition"),
            models.UniqueConstraint(
                fields=["event"], condition=Q(event__isnull=False), name="event_is_logged_once"
            ),
            models.CheckConstraint(
                name="touchpoint_kind_is_known",
                condition=Q(
                    kind__in=[
                        "call",
                        "visit",
                        "email",
                        "meeting",
                        "event",
                        "help",
                        "volunteered",
                        "advice",
                        "information",
                        "ask",
                        "thanks",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="touchpoint_direction_is_known",
                condition=Q(direction__in=["from_us", "from_them", "two_way"]),
            ),
            models.CheckConstraint(
                name="touchpoint_channel_is_known",
                condition=Q(
                    channel__in=["", "phone", "in_person", "email", "video", "text", "post"]
                ),
            ),
            models.CheckConstraint(
                name="touchpoint_does_not_answer_itself",
                condition=Q(answers__isnull=True) | ~Q(answers=F("pk")),
            ),
            models.CheckConstraint(
                name="touchpoint_that_answers_is_not_from_us_alone",
                condition=Q(answers__isnull=True) | ~Q(direction="from_us"),
            ),
            models.CheckConstraint(
                name="touchpoint_that_asks_is_not_from_them_alone",
                condition=Q(asks=False) | ~Q(direction="from_them"),
            ),
            models.CheckConstraint(
                name="touchpoint_follow_up_has_a_day",
                condition=Q(follow_up_on__isnull=False)
                | Q(follow_up_by__isnull=True, follow_up_done_on__isnull=True),
            ),
            models.CheckConstraint(
                name="touchpoint_is_followed_up_after_it_was",
                condition=Q(follow_up_on__isnull=True) | Q(follow_up_on__gte=F("on")),
            ),
        ]

    def __str__(self) -> str:
        return ": ".join(part for part in (self.get_kind_display(), self.said) if part)

    def may_be_changed_by(self, membership: Membership) -> bool:
        """Who keeps partners changes any; others who log talks change their own."""
        if membership.may(Permission.EDIT_PARTNERS):
            return True
        return membership.may(Permission.LOG_TALKS) and self.logged_by_id == membership.person_id

    @property
    def is_to_follow_up(self) -> bool:
        return self.follow_up_on is not None and self.follow_up_done_on is None

    def is_due(self, *, on: date) -> bool:
        return self.is_to_follow_up and self.follow_up_on <= on  # type: ignore[operator]


# What is usual for a kind: who spoke, and by which way. A form left alone says so.
D, C, K = Touchpoint.Direction, Touchpoint.Channel, Touchpoint.Kind
USUAL: dict[str, tuple[Any, Any]] = {
    K.CALL: (D.TWO_WAY, C.PHONE),
    K.VISIT: (D.TWO_WAY, C.IN_PERSON),
    K.EMAIL: (D.FROM_US, C.EMAIL),
    K.MEETING: (D.TWO_WAY, C.IN_PERSON),
    K.EVENT: (D.FROM_US, C.IN_PERSON),
    K.HELP: (D.FROM_US, ""),
    K.VOLUNTEERED: (D.FROM_US, C.IN_PERSON),
    K.ADVICE: (D.TWO_WAY, ""),
    K.INFORMATION: (D.FROM_US, C.EMAIL),
    K.ASK: (D.FROM_US, ""),
    K.THANKS: (D.FROM_US, ""),
    K.OTHER: (D.FROM_US, ""),
}
# What we give before we ask: practice calls it trust before the ask.
GIVING = (K.EVENT, K.HELP, K.VOLUNTEERED, K.INFORMATION)
