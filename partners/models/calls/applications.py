"""What organisations answer to a call, what became of it, and the letter that tells them."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Exists, Func, OuterRef, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import CoalitionOwned, Membership
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.pages.signed_links import Link, absolute, path_to
from common.personal.fields import EMPTY, MASKED, holds
from partners.models.calls.calls import Call
from partners.models.calls.outreach import Outreach
from partners.models.merged import FOLLOWS_MERGES
from partners.models.organisations import Organisation

# How long an applicant can read again what they sent.
READABLE = timedelta(days=730)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, membership: Membership) -> "ApplicationQuerySet":
        return self.filter(call__in=Call.objects.visible_to(membership).order_by())

    def of(self, call: Call | int) -> "ApplicationQuerySet":
        return self.filter(call=call)

    def standing(self) -> "ApplicationQuerySet":
        return self.filter(withdrawn_at__isnull=True)

    def undecided(self) -> "ApplicationQuerySet":
        return self.standing().filter(decision="")

    def to_read_by(self, person: int | Blank, *, on: date | Blank) -> "ApplicationQuerySet":
        """Undecided ones of calls that have closed, to whose readers the person belongs and has said nothing.

        Who has a conflict of interest has said so, and waits no more.
        """
        heard = Q(reviews__reviewer__person=person) & (
            Q(reviews__given_at__isnull=False) | Q(reviews__has_conflict=True)
        )
        said = self.model.objects.filter(heard, pk=OuterRef("pk"))
        over = Q(call__closed_at__isnull=False) | Q(call__closes_on__lt=on)
        return self.undecided().filter(
            over,
            ~Exists(said),
            call__decided_at__isnull=True,
            call__reviewers__person=person,
            call__reviewers__released_on__isnull=True,
        )

    def from_address(self, email: str) -> "ApplicationQuerySet":
        return self.filter(email__iexact=email.strip())

    def named(self, name: str) -> "ApplicationQuerySet":
        """Whatever its accents and capitals."""
        told = self.alias(plain=Func("organisation_name", function="plain_text"))
        asked = Func(models.Value(name), function="plain_text", output_field=models.TextField())
        return told.filter(plain=asked)

    def told(self) -> "ApplicationQuerySet":
        """With everything that a page of one names."""
        return self.select_related(
            "call__coalition", "call__written_by", "heard_from", "decided_by", "organisation"
        )

    def at_organisation(self, organisation: Organisation | int) -> "ApplicationQuerySet":
        rows = self.filter(organisation=organisation).select_related("call__coalition")
        return rows.order_by("-sent_at", "-pk")

    def opened_by(self, link: Link) -> "Application | None":
        """The one that a link leads to, unless the link was made for another address."""
        found = self.told().filter(pk=link.row).first()
        return found if found and link.is_for(found.email) else None

    def locked(self, pk: int) -> "Application":
        return self.told().select_for_update(of=("self",)).get(pk=pk)


@holds(
    personal={
        "contact_name": MASKED,
        "contact_title": EMPTY,
        "email": EMPTY,
        "phone": EMPTY,
    },
    people=["decided_by", "erased_by"],
    free=["heard_words", "reason", "withdrawn_words"],
    plain=[
        "call",
        "organisation_name",
        "website",
        "language",
        "heard_from",
        "consented_at",
        "sent_at",
        "changed_at",
        "withdrawn_at",
        "decision",
        "decided_on",
        "organisation",
        "linked_on",
        "erased_on",
    ],
    about={"partners.Application": "pk"},
    address="email",
)
@tracked()
class Application(CoalitionOwned):
    """What one organisation sent in answer to a call, and what became of it."""

    LINK_PURPOSE = "application"

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", _("Accepted")
        WAITING = "waiting", _("Waiting list")
        DECLINED = "declined", pgettext_lazy("an application", "Declined")

    call = models.ForeignKey(
        Call, on_delete=models.PROTECT, related_name="applications", db_constraint=False
    )
    organisation_name = models.CharField(_("name of the organisation"), max_length=250)
    website = models.CharField(_("website"), max_length=500, blank=True)
    contact_name = models.CharField(_("who speaks for it"), max_length=200)
    contact_title = models.CharField(_("job title"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    language = models.CharField(
        max_length=8, default="en", help_text="In which letters are written."
    )
    heard_from = models.ForeignKey(
        Outreach,
        verbose_name=_("how they heard of it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="applications",
        db_constraint=False,
    )
    heard_words = models.CharField(_("heard of it elsewhere"), max_length=200, blank=True)
    consented_at = models.DateTimeField(_("agreed that we keep this"))
    sent_at = models.DateTimeField(_("sent"))
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_words = models.CharField(_("why withdrawn"), max_length=500, blank=True)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, blank=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("decided by"),
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
        related_name="applications",
        db_constraint=False,
    )
    linked_on = models.DateField(_("on our list since"), null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)
    erased_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ApplicationQuerySet.as_manager()

    # An organisation that applied twice has applied twice, also when it stood on the list twice.
    IS_SAME_WHEN_EQUAL = False

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["organisation_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="application_of_coalition"),
            models.UniqueConstraint(
                "call",
                Lower("email"),
                Func("organisation_name", function="plain_text"),
                condition=Q(withdrawn_at__isnull=True) & ~Q(email=""),
                name="application_stands_once_for_each_address_and_name",
            ),
            models.CheckConstraint(
                name="application_says_who_sends_it",
                condition=~Q(organisation_name="") & ~Q(contact_name=""),
            ),
            models.CheckConstraint(
                name="application_decision_is_known",
                condition=Q(decision__in=["", "accepted", "waiting", "declined"]),
            ),
            models.CheckConstraint(
                name="application_is_decided_by_somebody_for_a_reason",
                condition=Q(
                    decision="", reason="", decided_on__isnull=True, decided_by__isnull=True
                )
                | (
                    ~Q(decision="")
                    & ~Q(reason="")
                    & Q(decided_on__isnull=False, decided_by__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="application_that_was_withdrawn_is_not_decided",
                condition=Q(withdrawn_at__isnull=True) | Q(decision=""),
            ),
            models.CheckConstraint(
                name="application_comes_onto_the_list_once_accepted",
                condition=Q(organisation__isnull=True, linked_on__isnull=True)
                | Q(organisation__isnull=False, linked_on__isnull=False, decision="accepted"),
            ),
            models.CheckConstraint(
                name="application_is_erased_by_somebody",
                condition=Q(erased_on__isnull=False) | Q(erased_by__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "call"], name="application_by_call"),
            models.Index(fields=["coalition", "organisation"], name="application_by_organisation"),
        ]
        triggers = [FOLLOWS_MERGES]

    def __str__(self) -> str:
        return self.organisation_name

    def get_absolute_url(self) -> str:
        return reverse(
            "partners:application", args=[self.call.coalition.slug, self.call_id, self.pk]
        )

    @property
    def link(self) -> str:
        """By which its sender reads, changes or withdraws it; the same each time."""
        return absolute(self.link_path)

    @property
    def link_path(self) -> str:
        until = self.sent_at + READABLE
        return path_to(self, "application", recipient=self.email, until=until)

    @property
    def is_erased(self) -> bool:
        """Whether nothing is held any more of the person who sent it."""
        return not self.email

    def may_be_changed(self, *, at: datetime) -> bool:
        return self.withdrawn_at is None and self.call.takes_applications(at=at)


class PartOfApplication(CoalitionOwned):
    """What lives and goes with one application."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="%(class)ss", db_constraint=False
    )

    class Meta:
        abstract = True
