"""Of which populations a partner brings knowledge: words of the coalition's own list."""

from collections.abc import Iterable

from django.db import models

from common.history.tracking import tracked
from common.personal.fields import holds
from contributions.models.contributions import Contribution
from partners.models import Term
from partners.models.parts import PartOfOrganisation


class PopulationQuerySet(models.QuerySet["ContributionPopulation"]):
    def but(self, terms: Iterable[Term]) -> "PopulationQuerySet":
        return self.exclude(term__in=list(terms))


@holds(plain=["organisation", "contribution", "term"])
@tracked()
class ContributionPopulation(PartOfOrganisation):
    """A contribution is knowledge of one population."""

    organisation = models.ForeignKey(
        "partners.Organisation",
        on_delete=models.CASCADE,
        related_name="contributed_populations",
        db_constraint=False,
    )
    contribution = models.ForeignKey(
        Contribution,
        on_delete=models.CASCADE,
        related_name="populations",
        db_constraint=False,
        db_index=False,
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        related_name="contributions",
        db_constraint=False,
        db_index=False,
    )

    objects = PopulationQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(fields=["coalition", "term"], name="contribution_by_population"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "term"], name="contribution_names_a_population_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.term)
