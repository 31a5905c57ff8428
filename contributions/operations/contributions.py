"""What partners give: written down, given, taken back, moved; by us or by their own hand."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from contributions.models import Contribution, ContributionPopulation
from contributions.operations.changing import change, locked
from partners.models import Organisation, Term
from partners.operations.value.benefits import Counted
from partners.operations.value.redating import redate

State = Contribution.State
NOT_COUNTED = Counted()
NOT_GIVEN = {"delivered_on": None, "delivered_what": "", "amount": None}
NOT_WITHDRAWN = {"withdrawn_on": None, "withdrawn_reason": ""}


@transaction.atomic
def log(
    organisation: Organisation,
    contribution: Contribution,
    *,
    populations: Iterable[Term],
    by: Person,
    is_their_own_word: bool,
) -> Contribution:
    """Put on record what the organisation gives, or the one that has taken its place by now."""
    home = Organisation.objects.locked_home(organisation.pk)
    with recording("contribution.logged", by=by):
        contribution.coalition_id, contribution.organisation = home.coalition_id, home
        contribution.told_by, contribution.is_their_own_word = by, is_their_own_word
        contribution.is_worth_their_own_word = is_their_own_word and bool(contribution.worth)
        contribution.is_end_their_own_word = is_their_own_word and contribution.is_delivered
        contribution.save()
        _name_populations(contribution, populations)
    return contribution


@transaction.atomic
def edit(
    contribution: Contribution,
    *,
    populations: Iterable[Term] | None,
    by: Person,
    is_agreed: bool = False,
) -> Contribution:
    """Save what its form has written; what became of it has verbs of its own.

    `populations` is None where the form does not ask for them. `is_agreed` says that we know the day by
    which it is promised now, and that it suits us.
    """
    now = locked(contribution)
    redate(contribution, now, is_agreed=is_agreed)
    with recording("contribution.edited", by=by):
        contribution.save(update_fields=TOLD)
        if populations is not None:
            _name_populations(contribution, populations)
    return contribution


# What an edit writes, its day with what `redate` says of it.
TOLD = [
    "kind",
    "words",
    "promised_amount",
    "unit",
    "own_unit",
    "promised_on",
    "due_on",
    "first_due_on",
    "held_to_on",
    "times_moved",
    "note",
]


def deliver(
    contribution: Contribution,
    *,
    on: date,
    what: str,
    by: Person,
    is_their_own_word: bool,
    counted: Counted = NOT_COUNTED,
) -> Contribution:
    """It was given on a day. Refuses for what was taken back, or before it was promised.

    What was promised in one unit is not counted in another.
    """

    def refuse(now: Contribution) -> None:
        if now.is_withdrawn:
            raise Refusal(_("This promise was taken back. Promise it again first."))
        if on < now.promised_on:
            raise Refusal(_("It cannot have been given before it was promised."))
        if now.promised_amount and counted.amount and not _is_same_unit(now, counted):
            words = {"unit": now.unit_name}
            raise Refusal(_("It was promised in this unit: %(unit)s. Count it so.") % words)

    return change(
        contribution,
        "contribution.given",
        by=by,
        refuse=refuse,
        state=State.DELIVERED,
        delivered_on=on,
        delivered_what=what,
        is_end_their_own_word=is_their_own_word,
        **_count(contribution, counted),
    )


def withdraw(
    contribution: Contribution, *, on: date, reason: str, by: Person, is_their_own_word: bool
) -> Contribution:
    """The promise is taken back, with a reason that both sides read. What was given stays given."""

    def refuse(now: Contribution) -> None:
        if now.is_delivered:
            raise Refusal(_("This was given already, so it cannot be taken back."))
        if on < now.promised_on:
            raise Refusal(_("It cannot have been taken back before it was promised."))

    return change(
        contribution,
        "contribution.withdrawn",
        by=by,
        refuse=refuse,
        state=State.WITHDRAWN,
        withdrawn_on=on,
        withdrawn_reason=reason,
        is_end_their_own_word=is_their_own_word,
    )


def reopen(contribution: Contribution, *, by: Person) -> Contribution:
    """It stands as promised again: it was not given after all, or it was taken back by mistake."""
    untold = {} if contribution.promised_amount else {"unit": "", "own_unit": ""}
    return change(
        contribution,
        "contribution.reopened",
        by=by,
        state=State.PROMISED,
        is_end_their_own_word=False,
        **NOT_GIVEN,
        **NOT_WITHDRAWN,
        **untold,
    )


def say_worth(
    contribution: Contribution, *, worth: str, by: Person, is_their_own_word: bool
) -> Contribution:
    """What the partner says it is worth, from its own hand or as one of us heard it."""

    def refuse(now: Contribution) -> None:
        if now.is_worth_their_own_word and not is_their_own_word:
            raise Refusal(
                _("They have written it down themselves. Only they change their own word.")
            )

    return change(
        contribution,
        "contribution.valued",
        by=by,
        refuse=refuse,
        worth=worth,
        is_worth_their_own_word=is_their_own_word and bool(worth),
    )


# ---------------------------------------------------------------- how


def _is_same_unit(contribution: Contribution, counted: Counted) -> bool:
    return (contribution.unit, contribution.own_unit) == (counted.unit, counted.own_unit)


def _count(contribution: Contribution, counted: Counted) -> dict[str, Any]:
    """Not counted, a promise keeps the unit in which it was made."""
    if counted.amount is None and contribution.promised_amount:
        return {"amount": None}
    return asdict(counted)


def _name_populations(contribution: Contribution, populations: Iterable[Term]) -> None:
    """Those that are named now, if it is knowledge of populations; none otherwise."""
    wanted = list(populations) if contribution.names_populations else []
    named = contribution.populations.all()
    named.but(wanted).delete()
    known = set(named.values_list("term", flat=True))
    for term in wanted:
        if term.pk not in known:
            ContributionPopulation.objects.create(
                coalition_id=contribution.coalition_id,
                organisation_id=contribution.organisation_id,
                contribution=contribution,
                term=term,
            )
