"""Who of another organisation walks along with a newcomer for the first months."""

from datetime import UTC, datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.pages.signed_links import Link, absolute, path_to
from common.personal.fields import holds
from governance.models.joining.onboardings import Day, Onboarding
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation

# How long a letter's link can be answered.
ANSWERABLE = timedelta(days=60)


class BuddyQuerySet(models.QuerySet["Buddy"]):
    def of_coalition(self, coalition: Coalition | int | Blank) -> "BuddyQuerySet":
        return self.filter(coalition=coalition)

    def of(self, onboarding: Onboarding | int) -> "BuddyQuerySet":
        return self.filter(onboarding=onboarding)

    def standing(self) -> "BuddyQuerySet":
        """Asked or at it: neither declined nor over."""
        return self.filter(ended_on__isnull=True).exclude(answer=Buddy.Answer.DECLINED)

    def unanswered(self) -> "BuddyQuerySet":
        return self.filter(answer="", ended_on__isnull=True, onboarding__ended_on__isnull=True)

    def asked_before(self, day: Day | Combinable) -> "BuddyQuerySet":
        return self.filter(asked_on__lt=day)

    def with_whom(self) -> "BuddyQuerySet":
        return self.select_related(
            "organisation",
            "contact",
            "membership__person",
            "asked_by",
            "onboarding__organisation",
            "onboarding__membership__person",
            "coalition",
        )

    def newest_first(self) -> "BuddyQuerySet":
        return self.order_by("-asked_on", "-pk")

    def opened_by(self, link: Link) -> "Buddy | None":
        """The one that a link leads to, unless the link was made for another address."""
        found = self.with_whom().filter(pk=link.row).first()
        return found if found and link.is_for(found.email) else None

    def locked(self, pk: int) -> "Buddy":
        return self.with_whom().select_for_update(of=("self",)).get(pk=pk)


@holds(
    free=["message", "ended_because"],
    people=["asked_by"],
    plain=[
        "onboarding",
        "organisation",
        "contact",
        "membership",
        "asked_on",
        "answer",
        "answered_on",
        "is_by_link",
        "ended_on",
    ],
    about={"accounts.Person": "membership__person", "partners.Contact": "contact"},
)
@tracked()
class Buddy(PartOfOrganisation):
    """Somebody of another organisation was asked to be a newcomer's buddy, and what they said."""

    LINK_PURPOSE = "buddy"

    class Answer(models.TextChoices):
        ACCEPTED = "accepted", _("Said yes")
        DECLINED = "declined", _("Said no")

    onboarding = models.ForeignKey(
        Onboarding, on_delete=models.CASCADE, related_name="buddies", db_constraint=False
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="buddies", db_constraint=False
    )
    contact = models.ForeignKey(
        Contact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="buddies",
        db_constraint=False,
    )
    membership = models.ForeignKey(
        "accounts.Membership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="buddies",
        db_constraint=False,
    )
    message = models.TextField(_("a word from you"), max_length=1000, blank=True)
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(
        "accounts.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    is_by_link = models.BooleanField(
        default=False, help_text="They answered by the link in their letter, not by word of mouth."
    )
    ended_on = models.DateField(_("until"), null=True, blank=True)
    ended_because = models.CharField(_("why it ended"), max_length=500, blank=True)

    objects = BuddyQuerySet.as_manager()

    IS_SAME_WHEN_EQUAL = False
    TOLD_AS = ("contact__name", "membership__person__full_name")

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-asked_on", "-pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "onboarding"], name="buddy_by_newcomer"),
            models.Index(fields=["coalition", "contact"], name="buddy_by_contact"),
            models.Index(fields=["coalition", "membership"], name="buddy_by_member"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["onboarding"],
                condition=Q(ended_on__isnull=True) & ~Q(answer="declined"),
                name="newcomer_has_one_buddy_at_a_time",
            ),
            models.CheckConstraint(
                name="buddy_is_a_contact_or_a_member",
                condition=Q(contact__isnull=False, membership__isnull=True)
                | Q(contact__isnull=True, membership__isnull=False),
            ),
            models.CheckConstraint(
                name="buddy_answer_is_known", condition=Q(answer__in=["", "accepted", "declined"])
            ),
            models.CheckConstraint(
                name="buddy_answers_on_a_day",
                condition=Q(answer="", answered_on__isnull=True, is_by_link=False)
                | (~Q(answer="") & Q(answered_on__gte=F("asked_on"))),
            ),
            models.CheckConstraint(
                name="buddy_ends_after_being_asked",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("asked_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return str(self.membership.person if self.membership else self.contact)

    @property
    def email(self) -> str:
        if self.membership:
            return self.membership.person.email
        return self.contact.email if self.contact else ""

    @property
    def language(self) -> str:
        """In which letters are written; of a contact we do not know it, so the sender's is taken."""
        return self.membership.person.language if self.membership else ""

    @property
    def has_accepted(self) -> bool:
        return self.answer == self.Answer.ACCEPTED

    @property
    def has_declined(self) -> bool:
        return self.answer == self.Answer.DECLINED

    @property
    def is_waiting(self) -> bool:
        return not self.answer and self.ended_on is None

    @property
    def until(self) -> datetime:
        return datetime.combine(self.asked_on, time(), tzinfo=UTC) + ANSWERABLE

    @property
    def link_path(self) -> str:
        return path_to(self, "buddy", recipient=self.email, until=self.until)

    @property
    def link(self) -> str:
        return absolute(self.link_path)
