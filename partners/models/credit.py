"""Who is named for what partners do together: agreed before it is done, so that nobody feels robbed after."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.parts import PartOfOrganisation


class CreditRuleQuerySet(models.QuerySet["CreditRule"]):
    def of_coalition(self, coalition: int) -> "CreditRuleQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "CreditRuleQuerySet":
        return self.filter(retired_on__isnull=True)

    def called(self, on_what: str) -> "CreditRuleQuerySet":
        """Those that are about the same thing, whatever the accents and capitals."""
        asked = models.Func(
            models.Value(on_what), function="plain_text", output_field=models.TextField()
        )
        told = self.alias(plain_words=models.Func("on_what", function="plain_text"))
        return told.filter(plain_words=asked)

    def told(self) -> "CreditRuleQuerySet":
        """With the partners that each names: two queries, however many there are."""
        partners = CreditedPartner.objects.select_related("organisation").by_name()
        return self.prefetch_related(Prefetch("credited", partners))


@holds(free=["how", "agreed_with"], plain=["on_what", "named", "agreed_on", "retired_on"])
@tracked()
class CreditRule(CoalitionOwned):
    """One thing that partners put out together, who is named on it, and how."""

    class Named(models.TextChoices):
        EVERYBODY = "everybody", _("Every partner of the coalition")
        TOOK_PART = "took_part", _("The partners who took part")
        COALITION = "coalition", _("The coalition alone")
        CHOSEN = "chosen", _("The partners chosen here")

    on_what = models.CharField(
        _("on what"), max_length=200, help_text=_("For example: news releases and posters")
    )
    named = models.CharField(_("who is named"), max_length=10, choices=Named)
    how = models.TextField(
        _("how"),
        max_length=1000,
        blank=True,
        help_text=_("For example: by the alphabet, each with its logo, all of one size."),
    )
    agreed_on = models.DateField(_("agreed on"))
    agreed_with = models.CharField(
        _("agreed with"), max_length=200, help_text=_("For example: the steering committee")
    )
    retired_on = models.DateField(null=True, blank=True)

    objects = CreditRuleQuerySet.as_manager()

    TOLD_AS = "on_what"

    class Meta:
        ordering = ["on_what", "pk"]
        verbose_name, verbose_name_plural = _("rule for credit"), _("rules for credit")
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="credit_rule_of_coalition"),
            models.CheckConstraint(
                name="credit_rule_names_are_known",
                condition=Q(named__in=["everybody", "took_part", "coalition", "chosen"]),
            ),
            models.CheckConstraint(
                name="credit_rule_says_on_what_and_with_whom",
                condition=~Q(on_what="") & ~Q(agreed_with=""),
            ),
        ]

    def __str__(self) -> str:
        return self.on_what

    def get_absolute_url(self) -> str:
        return reverse("partners:credit_edit", args=[self.coalition.slug, self.pk])

    @property
    def is_chosen(self) -> bool:
        return self.named == self.Named.CHOSEN


class CreditedPartnerQuerySet(models.QuerySet["CreditedPartner"]):
    def by_name(self) -> "CreditedPartnerQuerySet":
        return self.order_by("organisation__sort_name", "organisation")

    def rules_of(self, organisations: Iterable[int]) -> dict[int, set[str]]:
        """By the organisation, on what it is agreed that it is named. Rules that still hold."""
        rows = self.filter(organisation__in=list(organisations), rule__retired_on__isnull=True)
        found: dict[int, set[str]] = defaultdict(set)
        for organisation, words in rows.order_by().values_list("organisation", "rule__on_what"):
            found[organisation].add(words)
        return found


@holds(plain=["rule", "organisation"])
@tracked()
class CreditedPartner(PartOfOrganisation):
    """A partner whom one rule for credit names."""

    rule = models.ForeignKey(
        CreditRule,
        on_delete=models.CASCADE,
        related_name="credited",
        db_constraint=False,
        db_index=False,
    )

    objects = CreditedPartnerQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "organisation"], name="credit_rule_names_a_partner_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)
