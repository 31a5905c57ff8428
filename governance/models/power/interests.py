"""What those who decide have said of interests of their own that could pull them another way."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.assignments import RoleAssignment
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation


class InterestDeclarationQuerySet(models.QuerySet["InterestDeclaration"]):
    def of_coalition(self, coalition: int) -> "InterestDeclarationQuerySet":
        return self.filter(coalition=coalition)

    def in_force(self, *, on: date | Blank) -> "InterestDeclarationQuerySet":
        return self.filter(declared_on__lte=on, ends_on__gte=on)

    def readable_by(self, membership: Membership) -> "InterestDeclarationQuerySet":
        """Those whose words the member may read: all, or what they or their organisation declared."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_SUCCESSION):
            return rows
        theirs = Q(declared_by=membership.person_id) | Q(
            contact__email__iexact=membership.person.email
        )
        if membership.may(Permission.SIGN_FOR_ORGANISATION):
            theirs |= Q(
                organisation__in=Organisation.objects.visible_to(membership).order_by(),
                contact__isnull=True,
            )
        return rows.filter(theirs)

    def told(self) -> "InterestDeclarationQuerySet":
        return self.select_related("organisation", "contact", "declared_by")


@holds(
    people=["declared_by"],
    free=["interest"],
    plain=["organisation", "contact", "has_interest", "declared_on", "ends_on", "is_own_hand"],
)
@tracked()
class InterestDeclaration(PartOfOrganisation):
    """For a year: this interest, or none. By a person of an organisation, or by it as a whole.

    A later declaration takes the place of an earlier one, which stays readable.
    """

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="interest_declarations",
        db_constraint=False,
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interest_declarations",
        db_constraint=False,
    )
    has_interest = models.BooleanField(_("there is an interest"))
    interest = models.TextField(_("which one"), max_length=2000, blank=True)
    declared_on = models.DateField(_("declared on"))
    ends_on = models.DateField(_("holds until"))
    declared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_own_hand = models.BooleanField(
        _("they wrote it themselves"), default=False, help_text=_("Signed in for themselves.")
    )

    objects = InterestDeclarationQuerySet.as_manager()

    # Who declares the same again a year later declares again.
    IS_SAME_WHEN_EQUAL = False
    TOLD_AS = "organisation__name"

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-declared_on", "-pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "contact"], name="interest_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "id"], name="interest_declaration_of_coalition"
            ),
            models.CheckConstraint(
                name="interest_is_told_if_there_is_one",
                condition=Q(has_interest=False, interest="")
                | (Q(has_interest=True) & ~Q(interest="")),
            ),
            models.CheckConstraint(
                name="interest_declaration_ends_after_it_began",
                condition=Q(ends_on__gt=F("declared_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact or self.organisation}, {self.declared_on}"

    def is_in_force(self, *, on: date) -> bool:
        return self.declared_on <= on <= self.ends_on


def seat_holders(coalition: int | Blank, *, on: date | Blank) -> models.QuerySet:
    """Who sits in a body that stands, on a day."""
    seated = RoleAssignment.objects.filter(coalition=coalition).in_force(on=on).seated()
    return seated.filter(seat__closed_on__isnull=True, seat__body__closed_on__isnull=True)


def undeclared(holders: models.QuerySet, *, on: date | Blank) -> models.QuerySet:
    """Those of whom nothing holds on that day: neither the person nor the organisation has declared."""
    declared = InterestDeclaration.objects.filter(
        Q(contact__isnull=True) | Q(contact=OuterRef("contact")),
        coalition=OuterRef("coalition"),
        organisation=OuterRef("organisation"),
    )
    return holders.filter(~Exists(declared.in_force(on=on)))
