"""What member organisations say to the charter: signed, or objections in words."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.charter.versions import CharterVersion
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation


class CharterSignatureQuerySet(models.QuerySet["CharterSignature"]):
    def of_coalition(self, coalition: int | Blank) -> "CharterSignatureQuerySet":
        return self.filter(coalition=coalition)

    def to(self, version: CharterVersion) -> "CharterSignatureQuerySet":
        rows = self.filter(coalition=version.coalition_id, version=version)
        return rows.select_related("person", "contact")

    def by(self, organisation: Organisation | int) -> "CharterSignatureQuerySet":
        return self.filter(organisation=organisation)

    def answer_of(
        self, organisation: Organisation | int, *, to: CharterVersion
    ) -> "CharterSignature | None":
        """What the organisation said to that version, if it has said anything."""
        return self.to(to).by(organisation).first()

    def among(self, organisations: Iterable[Organisation]) -> "CharterSignatureQuerySet":
        return self.filter(organisation__in=list(organisations))

    def signed(self) -> "CharterSignatureQuerySet":
        return self.filter(answer=CharterSignature.Answer.SIGNED)

    def objecting(self) -> "CharterSignatureQuerySet":
        return self.filter(answer=CharterSignature.Answer.OBJECTS)


@holds(
    people=["person"],
    free=["objections", "told_how"],
    plain=["organisation", "version", "answer", "way", "contact", "given_on"],
)
@tracked()
class CharterSignature(PartOfOrganisation):
    """One organisation's word on one version of the charter; what it said before stays in history."""

    class Answer(models.TextChoices):
        SIGNED = "signed", _("Signed")
        OBJECTS = "objects", _("Has objections")

    class Way(models.TextChoices):
        HERE = "here", _("signed in")
        LINK = "link", _("by the link in a letter")
        TOLD = "told", _("told us")

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="charter_signatures",
        db_constraint=False,
    )
    version = models.ForeignKey(
        CharterVersion,
        on_delete=models.PROTECT,
        related_name="signatures",
        db_constraint=False,
        db_index=False,
    )
    answer = models.CharField(_("answer"), max_length=8, choices=Answer)
    objections = models.TextField(
        _("objections"),
        max_length=4000,
        blank=True,
        help_text=_("What you could not sign, and what would mend it. All members can read this."),
    )
    given_on = models.DateField(_("on"))
    way = models.CharField(max_length=4, choices=Way)
    person = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who pressed the button: a person of theirs, or the member who noted it.",
    )
    contact = models.ForeignKey(
        Contact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="charter_signatures",
        db_constraint=False,
        help_text="Whose link was used.",
    )
    told_how = models.CharField(
        _("how we know"),
        max_length=300,
        blank=True,
        help_text=_("“Signed on paper at the June meeting; the sheet is in the blue folder.”"),
    )

    objects = CharterSignatureQuerySet.as_manager()

    TOLD_AS = "organisation__name"

    class Meta(PartOfOrganisation.Meta):
        ordering = ["given_on", "pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "version", "answer"], name="signature_by_version"),
            models.Index(fields=["coalition", "contact"], name="signature_by_contact"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "organisation"], name="charter_is_answered_once_by_each"
            ),
            models.CheckConstraint(
                name="signature_answer_is_known", condition=Q(answer__in=["signed", "objects"])
            ),
            models.CheckConstraint(
                name="signature_says_its_objections_and_only_those",
                condition=(Q(answer="objects") & ~Q(objections=""))
                | Q(answer="signed", objections=""),
            ),
            models.CheckConstraint(
                name="signature_says_by_whom_it_came",
                condition=Q(way="here", contact__isnull=True, told_how="")
                | Q(way="link", contact__isnull=False, person__isnull=True, told_how="")
                | (Q(way="told", contact__isnull=True) & ~Q(told_how="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_answer_display()}"

    @property
    def is_signed(self) -> bool:
        return self.answer == CharterSignature.Answer.SIGNED
