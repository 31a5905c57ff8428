"""Letters that the coalition writes to one person at an organisation: drafted, then sent or printed."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation
from partners.models.value.wordings import Wording


class PartnerLetterQuerySet(models.QuerySet["PartnerLetter"]):
    def visible_to(self, membership: Membership) -> "PartnerLetterQuerySet":
        """A letter speaks to a person by name, so who may not see people's details sees none."""
        rows = self.filter(coalition_id=membership.coalition_id)
        return rows if membership.may(Permission.SEE_CONTACT_DETAILS) else rows.none()

    def told(self) -> "PartnerLetterQuerySet":
        """With everything that a page about one names."""
        return self.select_related(
            "organisation__coalition", "contact", "written_by", "sent_by", "printed_by"
        )

    def of(self, organisation: Organisation | int) -> "PartnerLetterQuerySet":
        """With whom each is for and who wrote it, the newest first."""
        rows = self.filter(organisation=organisation)
        return rows.select_related("contact", "written_by").order_by("-written_at", "-pk")

    def locked(self, pk: int) -> "PartnerLetter":
        return self.select_for_update(of=("self",)).get(pk=pk)


@holds(
    people=["written_by", "sent_by", "printed_by"],
    free=["subject", "body"],
    plain=[
        "organisation",
        "contact",
        "wording",
        "language",
        "written_at",
        "sent_at",
        "printed_on",
        "discarded_at",
    ],
)
@tracked()
class PartnerLetter(PartOfOrganisation):
    """One letter to one person: a draft until it is sent or handed over on paper, then kept as it was.

    A draft that was thrown away stays, so that it can be brought back.
    """

    contact = models.ForeignKey(
        Contact,
        verbose_name=_("to"),
        on_delete=models.PROTECT,
        related_name="letters",
        db_constraint=False,
    )
    wording = models.ForeignKey(
        Wording,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        help_text="The text from which it began.",
    )
    language = models.CharField(max_length=8, default="en")
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=10_000)
    written_by = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="+", editable=False
    )
    written_at = models.DateTimeField(editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)
    sent_by = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    printed_on = models.DateField(_("handed over on paper"), null=True, blank=True, editable=False)
    printed_by = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    discarded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PartnerLetterQuerySet.as_manager()

    # Two letters are two letters, however alike they are.
    IS_SAME_WHEN_EQUAL = False

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="partner_letter_says_something", condition=~Q(subject="") & ~Q(body="")
            ),
            models.CheckConstraint(
                name="partner_letter_is_sent_by_somebody",
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
            ),
            models.CheckConstraint(
                name="partner_letter_is_printed_by_somebody",
                condition=Q(printed_on__isnull=True, printed_by__isnull=True)
                | Q(printed_on__isnull=False, printed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="partner_letter_that_left_is_not_thrown_away",
                condition=Q(discarded_at__isnull=True)
                | Q(sent_at__isnull=True, printed_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        slug = self.organisation.coalition.slug
        return reverse("partners:letter", args=[slug, self.organisation_id, self.pk])

    @property
    def is_draft(self) -> bool:
        return not (self.sent_at or self.printed_on or self.discarded_at)

    @property
    def is_discarded(self) -> bool:
        return self.discarded_at is not None

    @property
    def outbox_key(self) -> str:
        """By which the outbox knows it: however often it is sent, it leaves once."""
        return f"partners/letter:{self.pk}"
