"""Agreeing on credit: who is named for what partners do together, and how."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import CreditedPartner, CreditRule, Organisation


@transaction.atomic
def agree(rule: CreditRule, *, partners: Collection[Organisation], by: Person) -> CreditRule:
    """A new rule. Refuses a second one about the same thing."""
    Coalition.objects.lock(rule.coalition_id)
    _refuse(rule, partners)
    with recording("credit_rule.agreed", by=by):
        rule.save()
        _name(rule, partners)
    return rule


@transaction.atomic
def change(rule: CreditRule, *, partners: Collection[Organisation], by: Person) -> CreditRule:
    Coalition.objects.lock(rule.coalition_id)
    _refuse(rule, partners)
    with recording("credit_rule.changed", by=by):
        rule.save(update_fields=["on_what", "named", "how", "agreed_on", "agreed_with"])
        _name(rule, partners)
    return rule


@transaction.atomic
def retire(rule: CreditRule, *, on: date, by: Person) -> CreditRule:
    """It holds no more, and is kept. The day on which it first did not stays."""
    with recording("credit_rule.retired", by=by):
        rule.retired_on = rule.retired_on or on
        rule.save(update_fields=["retired_on"])
    return rule


@transaction.atomic
def restore(rule: CreditRule, *, by: Person) -> CreditRule:
    Coalition.objects.lock(rule.coalition_id)
    _refuse_twin(rule)
    with recording("credit_rule.restored", by=by):
        rule.retired_on = None
        rule.save(update_fields=["retired_on"])
    return rule


def _refuse(rule: CreditRule, partners: Collection[Organisation]) -> None:
    if rule.is_chosen and not partners:
        raise Refusal(_("Please choose the partners who are named."))
    _refuse_twin(rule)


def _refuse_twin(rule: CreditRule) -> None:
    rules = CreditRule.objects.of_coalition(rule.coalition_id).current()
    if rules.called(rule.on_what).exclude(pk=rule.pk).exists():
        raise Refusal(_("There is a rule about “%(what)s” already.") % {"what": rule.on_what})


def _name(rule: CreditRule, partners: Collection[Organisation]) -> None:
    """Only a rule that chooses names anybody."""
    wanted = {one.pk for one in partners} if rule.is_chosen else set()
    named = CreditedPartner.objects.filter(rule=rule)
    named.exclude(organisation__in=wanted).delete()
    there = set(named.values_list("organisation", flat=True))
    CreditedPartner.objects.bulk_create(
        CreditedPartner(coalition_id=rule.coalition_id, rule=rule, organisation_id=pk)
        for pk in sorted(wanted - there)
    )
