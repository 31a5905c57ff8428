"""Offers of a role to an e-mail address."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.coalitions import Coalition, CoalitionOwned
from accounts.models.memberships import Membership
from accounts.models.people import Person
from accounts.permissions import Role
from common.history.tracking import tracked
from common.pages.signed_links import Link, absolute, path_to
from common.personal.fields import EMPTY, FORMER_ADDRESS, holds


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Neither accepted nor withdrawn; it may have expired."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def closed(self) -> "InvitationQuerySet":
        return self.exclude(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def to_address(self, address: str) -> "InvitationQuerySet":
        return self.annotate(small=Lower("email")).filter(small=address.strip().lower())

    def for_reading(self) -> "InvitationQuerySet":
        """With everything that its page and its letter name."""
        return self.select_related("coalition", "invited_by", "membership")

    def opened_by(self, link: Link) -> "Invitation | None":
        """The row that a link leads to, unless the link was made for another address."""
        invitation = self.for_reading().filter(pk=link.row).first()
        return invitation if invitation and link.is_for(invitation.email) else None


@holds(
    personal={"email": FORMER_ADDRESS, "full_name": EMPTY, "message": EMPTY},
    people=["invited_by"],
    plain=[
        "role",
        "starts_on",
        "ends_on",
        "invited_at",
        "expires_at",
        "accepted_at",
        "withdrawn_at",
        "membership",
    ],
    about={"accounts.Person": "membership__person"},
    address="email",
)
@tracked()
class Invitation(CoalitionOwned):
    """An offer of one role to one e-mail address; accepting it makes a membership."""

    LINK_PURPOSE = "invitation"

    coalition = models.ForeignKey(
        Coalition, on_delete=models.CASCADE, related_name="invitations", db_index=False
    )
    email = models.EmailField(_("e-mail address"))
    full_name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=16, choices=Role)
    message = models.TextField(_("a personal line"), blank=True, max_length=1000)
    starts_on = models.DateField(
        _("member from"),
        null=True,
        blank=True,
        help_text=_(
            "Until then the coalition stays closed to them. Empty: as soon as they accept."
        ),
    )
    ends_on = models.DateField(
        _("member until"),
        null=True,
        blank=True,
        help_text=_("On this day their access ends by itself. Empty: no end."),
    )
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    membership = models.ForeignKey(
        Membership,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="invitations",
        db_constraint=False,
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="invitation_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                Lower("email"),
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_is_open_once_per_address",
            ),
            models.CheckConstraint(
                name="invitation_role_is_known", condition=Q(role__in=list(Role))
            ),
            models.CheckConstraint(
                name="invitation_is_accepted_exactly_when_it_has_a_membership",
                condition=Q(accepted_at__isnull=True, membership__isnull=True)
                | Q(accepted_at__isnull=False, membership__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_ends_after_it_starts",
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gt=F("starts_on")),
            ),
            models.CheckConstraint(
                name="invitation_is_not_both_accepted_and_withdrawn",
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}, {self.get_role_display()}"

    def is_open(self, *, at: datetime) -> bool:
        return not self.accepted_at and not self.withdrawn_at and at < self.expires_at

    def is_to(self, person: Person) -> bool:
        return self.email.lower() == person.email

    @property
    def link(self) -> str:
        """The address that lets its recipient answer; the same until the invitation is sent again."""
        path = path_to(self, "accounts:invitation", recipient=self.email, until=self.expires_at)
        return absolute(path)

    @property
    def role_sentence(self) -> str:
        return Role(self.role).sentence
