"""The coalition's own texts for saying what a partner gains, by sector, and for when something happens."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from common.text.numbers import read_id
from partners.models.taxonomy import Term


class WordingQuerySet(models.QuerySet["Wording"]):
    def of_coalition(self, coalition: int) -> "WordingQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "WordingQuerySet":
        return self.filter(retired_on__isnull=True)

    def for_purpose(self, purpose: str) -> "WordingQuerySet":
        return self.filter(purpose=purpose)

    def called(self, name: str, *, purpose: str) -> "WordingQuerySet":
        """Whatever the accents and capitals of the name."""
        told = models.Func(
            models.Value(name), function="plain_text", output_field=models.TextField()
        )
        rows = self.alias(plain_name=models.Func("name", function="plain_text"))
        return rows.filter(plain_name=told, purpose=purpose)

    def among(self, ids: Iterable[int]) -> "WordingQuerySet":
        return self.filter(pk__in=list(ids))

    def chosen(self, told: str | None) -> "Wording | None":
        """The one that an address names, if it names one."""
        return self.filter(pk=read_id(told)).first()

    def told(self) -> "WordingQuerySet":
        """With the sector that it is meant for."""
        return self.select_related("sector")

    def in_order(self) -> "WordingQuerySet":
        return self.told().order_by("purpose", "position", "name", "pk")


@holds(
    plain=[
        "purpose",
        "name",
        "sector",
        "language",
        "subject",
        "body",
        "position",
        "retired_on",
    ]
)
@tracked()
class Wording(CoalitionOwned):
    """A text with merge words in it, from which a value statement, a letter or a holding statement begins."""

    class Purpose(models.TextChoices):
        STATEMENT = "statement", _("Value statement")
        LETTER = "letter", _("Invitation letter")
        HOLDING = "holding", _("Holding statement")

    purpose = models.CharField(_("what for"), max_length=10, choices=Purpose)
    name = models.CharField(_("name"), max_length=120)
    sector = models.ForeignKey(
        Term,
        verbose_name=_("for which sector"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        help_text=_("It is offered first to partners of this sector. Empty: for anybody."),
    )
    language = models.CharField(_("language"), max_length=8, default="en")
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"), max_length=10_000)
    position = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)

    objects = WordingQuerySet.as_manager()

    class Meta:
        ordering = ["purpose", "position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="wording_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                "purpose",
                models.Func("name", function="plain_text"),
                name="wording_is_named_once_per_purpose",
                violation_error_message=_("There is a wording of that name already."),
            ),
            models.CheckConstraint(
                name="wording_purpose_is_known",
                condition=Q(purpose__in=["statement", "letter", "holding"]),
            ),
            models.CheckConstraint(
                name="wording_has_a_name_and_a_text", condition=~Q(name="") & ~Q(body="")
            ),
            models.CheckConstraint(
                name="wording_of_a_letter_has_a_subject",
                condition=(Q(purpose="letter") & ~Q(subject=""))
                | Q(purpose__in=["statement", "holding"], subject=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    @property
    def is_for_letters(self) -> bool:
        return self.purpose == self.Purpose.LETTER
