"""Why an organisation should be here: what we say that it gains, what it says itself, what it hopes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation
from partners.models.representation import Representation


class ValueStatementQuerySet(models.QuerySet["ValueStatement"]):
    def of_coalition(self, coalition: int) -> "ValueStatementQuerySet":
        return self.filter(coalition=coalition)

    def told_of(self, organisation: Organisation) -> "ValueStatement":
        """What is said of the organisation; nothing yet is an unsaved row that says nothing."""
        rows = self.filter(organisation=organisation).select_related(
            "stated_by", "own_words_by", "hoped_by"
        )
        nothing = ValueStatement(coalition_id=organisation.coalition_id, organisation=organisation)
        return rows.first() or nothing


@holds(
    people=["stated_by", "own_words_by", "hoped_by"],
    free=["statement", "own_words", "hopes"],
    plain=["organisation", "stated_on", "own_words_on", "hoped_on"],
)
@tracked()
class ValueStatement(PartOfOrganisation):
    """What one organisation gains, in two voices: what we say to them; what they say, and hope for.

    `statement` and `own_words` tell of the same and are never written from each other.
    """

    statement = models.TextField(
        _("what we say they gain"),
        blank=True,
        max_length=4000,
        help_text=_("To them, in your words: what being here is worth to them. They see it."),
    )
    stated_on = models.DateField(null=True, blank=True)
    stated_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    own_words = models.TextField(
        _("what we gain, in our own words"),
        blank=True,
        max_length=4000,
        help_text=_("As you would say it yourselves: what is being here worth to you?"),
    )
    own_words_on = models.DateField(null=True, blank=True)
    own_words_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hopes = models.TextField(
        _("what we hope to gain"),
        blank=True,
        max_length=4000,
        help_text=_("In your own words: what would make being here worth your time?"),
    )
    hoped_on = models.DateField(null=True, blank=True)
    hoped_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ValueStatementQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("value statement")
        verbose_name_plural = _("value statements")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], name="value_is_stated_once_per_organisation"
            ),
            models.CheckConstraint(
                name="value_statement_has_a_day_and_a_hand",
                condition=Q(statement="", stated_on__isnull=True, stated_by__isnull=True)
                | (~Q(statement="") & Q(stated_on__isnull=False, stated_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="value_own_words_have_a_day_and_a_hand",
                condition=Q(own_words="", own_words_on__isnull=True, own_words_by__isnull=True)
                | (~Q(own_words="") & Q(own_words_on__isnull=False, own_words_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="value_hopes_have_a_day_and_a_hand",
                condition=Q(hopes="", hoped_on__isnull=True, hoped_by__isnull=True)
                | (~Q(hopes="") & Q(hoped_on__isnull=False, hoped_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.statement or self.own_words or self.hopes

    @property
    def are_hopes_in_their_hand(self) -> bool:
        """Whether somebody wrote them who signs in for the organisation, and not one of us as told."""
        speakers = Representation.objects.shown_for(self.organisation_id)
        return bool(self.hopes) and speakers.filter(membership__person=self.hoped_by_id).exists()
