"""Risk notes: what a few people named on it know of an organisation, and nobody else.

What a note says is sealed before it gets to the database, so that neither its history nor a dump, a log or a
query by hand tells it. Who may read is a row for each; there is no role that reads without one.
"""

import uuid
from datetime import date

from cryptography.fernet import InvalidToken
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from common.personal.sealing import seal, unseal
from partners.models.organisations import Organisation

# An organisation, and all that were merged into it, however many merges ago.
FAMILY = """WITH RECURSIVE family(id) AS (
        SELECT %s::bigint UNION SELECT o.id FROM partners_organisation o
        JOIN family ON o.merged_into_id = family.id)
    SELECT id FROM family"""


class RiskNoteQuerySet(models.QuerySet["RiskNote"]):
    def visible_to(self, membership: Membership) -> "RiskNoteQuerySet":
        """Those that name this member. No role is exempt, and none of a partner reads any."""
        if not membership.may(Permission.SEE_PARTNERS):
            return self.none()
        return self.naming(membership.pk).filter(coalition=membership.coalition_id)

    def naming(self, membership: int | Blank) -> "RiskNoteQuerySet":
        return self.filter(readers__membership=membership)

    def of_coalition(self, coalition: int | Blank) -> "RiskNoteQuerySet":
        return self.filter(coalition=coalition)

    def about(self, organisation: Organisation) -> "RiskNoteQuerySet":
        """Of the organisation, and of those that were merged into it: a merge does not move notes."""
        return self.filter(organisation__in=RawSQL(FAMILY, [organisation.pk]))  # noqa: S611 - a constant

    def current(self) -> "RiskNoteQuerySet":
        return self.filter(settled_on__isnull=True)

    def due_by(self, day: date | Blank) -> "RiskNoteQuerySet":
        return self.current().filter(review_on__lte=day)

    def read_by_nobody_but(self, membership: Membership) -> "RiskNoteQuerySet":
        """Nobody else who is named stays a member."""
        others = RiskReader.objects.staying().filter(note=OuterRef("pk"))
        others = others.exclude(membership=membership.pk)
        return self.naming(membership.pk).filter(~Exists(others))

    def told(self) -> "RiskNoteQuerySet":
        """With their organisations and everybody who is named: two queries."""
        readers = RiskReader.objects.told()
        rows = self.select_related(
            "organisation__coalition",
            "organisation__merged_into__coalition",
            "written_by",
            "heir__person",
        )
        rows = rows.prefetch_related(models.Prefetch("readers", queryset=readers))
        return rows.order_by("settled_on", "review_on", "-written_at", "pk")


@holds(
    people=["written_by"],
    # Sealed: whoever is erased is masked in it by partners/operations/risk/masking.py.
    free=["sealed"],
    plain=[
        "token",
        "organisation",
        "organisation_name",
        "written_at",
        "review_on",
        "settled_on",
        "heir",
    ],
)
@tracked()
class RiskNote(CoalitionOwned):
    """One note on one organisation. Its address is a random token: no number tells how many there are.

    When the organisation goes for good (its adding is undone), the note stays with its name: whether there
    is a note must not show in what others can do.
    """

    STAYS_WHEN_MERGED = {
        "organisation": "whoever merges must not learn of notes; the one that stays shows them to those named"
    }

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
    )
    organisation_name = models.CharField(max_length=250)
    sealed = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    heir = models.ForeignKey(
        Membership,
        verbose_name=_("who takes it over"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        help_text=_("Reads nothing until nobody who is named is a member any more."),
    )

    objects = RiskNoteQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("restricted note"), _("restricted notes")
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "organisation"])]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="risk_note_of_coalition"),
            models.CheckConstraint(name="risk_note_is_sealed", condition=~Q(sealed="")),
            models.CheckConstraint(
                name="risk_note_names_its_organisation", condition=~Q(organisation_name="")
            ),
        ]

    def __str__(self) -> str:
        """Says nothing of what it is about: names of rows get into lists."""
        return gettext("A restricted note")

    @property
    def words(self) -> str:
        return opened(self.sealed, coalition=self.coalition_id)

    @property
    def home(self) -> Organisation | None:
        """Where it is read: the one that has taken the organisation's place, if another has."""
        return self.organisation.survivor if self.organisation else None

    @property
    def about(self) -> str:
        """The organisation's name of today; the one it had if it is gone."""
        return self.home.name if self.home else self.organisation_name


class RiskReaderQuerySet(models.QuerySet["RiskReader"]):
    def staying(self) -> "RiskReaderQuerySet":
        """Of members whose end is not set."""
        return self.filter(membership__ended_on__isnull=True)

    def told(self) -> "RiskReaderQuerySet":
        """With who reads, and who has named them."""
        return self.select_related("membership__person", "added_by")


@holds(
    people=["added_by"],
    plain=["note", "membership", "added_on"],
    about={"accounts.Person": "membership__person"},
)
@tracked()
class RiskReader(CoalitionOwned):
    """Somebody who is named on a note, and so reads it, as long as this membership lasts."""

    note = models.ForeignKey(
        RiskNote,
        on_delete=models.CASCADE,
        related_name="readers",
        db_constraint=False,
        db_index=False,
    )
    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()

    objects = RiskReaderQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("named reader"), _("named readers")
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "membership"])]
        constraints = [
            models.UniqueConstraint(fields=["note", "membership"], name="risk_reader_is_named_once")
        ]

    def __str__(self) -> str:
        return gettext("Named on a restricted note")


# ---------------------------------------------------------------- what a note says


def sealed(words: str, *, coalition: int) -> str:
    """For the database. What was sealed in one coalition opens in no other."""
    return seal(words, purpose=_purpose(coalition))


def opened(text: str, *, coalition: int) -> str:
    """What it says; or, when the server's secret was changed and the old one not kept, that it is shut."""
    try:
        return unseal(text, purpose=_purpose(coalition))
    except InvalidToken:
        return gettext("This note was sealed with a key that this server no longer has.")


def _purpose(coalition: int) -> str:
    return f"risk note of coalition {coalition}"
