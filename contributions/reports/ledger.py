"""What one partner gave beside what it received: seven queries, whatever stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Membership
from accounts.permissions import Permission
from contributions.models import Contribution, SupportRequest
from contributions.reports.balance.counting import Balance, usual_of
from partners.models import Benefit, Organisation
from partners.models.value.promises import WINDOW
from partners.reports.value.keeping import Promises, promises_among


@dataclass(frozen=True)
class Received:
    """One thing that came to the partner: a benefit, or support that it had asked for."""

    on: date
    words: str
    kind: str
    what: str
    benefit: Benefit | None = None
    support: SupportRequest | None = None

    @property
    def is_doubted(self) -> bool:
        """We say that it came, and they say that it did not: it is counted for nobody."""
        return bool(self.benefit and self.benefit.is_doubted)


@dataclass(frozen=True)
class Ledger:
    """`lately` is the last 365 days. `balance` is None for who may not see it."""

    promised: list[Contribution]
    given_lately: list[Contribution]
    given_earlier: list[Contribution]
    withdrawn: list[Contribution]
    received_lately: list[Received]
    received_earlier: list[Received]
    doubted: list[Received]
    support: list[SupportRequest]
    support_settled: list[SupportRequest]
    keeping: Promises
    balance: Balance | None

    @property
    def is_empty(self) -> bool:
        return not (self.promised or self.given or self.withdrawn)

    @property
    def given(self) -> list[Contribution]:
        return [*self.given_lately, *self.given_earlier]

    @property
    def received(self) -> list[Received]:
        return [*self.received_lately, *self.received_earlier]


def ledger_of(organisation: Organisation, *, membership: Membership, on: date) -> Ledger:
    """What is still to come stands as it falls due, what came with the newest first."""
    rows = Contribution.objects.visible_to(membership).of([organisation])
    contributions = list(rows.with_people().with_populations())
    support = list(_support(organisation, membership))
    received = sorted(_received(organisation, support), key=lambda one: one.on, reverse=True)
    counted = [one for one in received if not one.is_doubted]
    given = sorted(
        (one for one in contributions if one.is_delivered),
        key=lambda one: (one.delivered_on, one.pk),
        reverse=True,
    )
    lately = [one for one in given if is_lately(one.delivered_on, on=on)]
    received_lately = [one for one in counted if is_lately(one.on, on=on)]
    return Ledger(
        promised=sorted(
            (one for one in contributions if one.is_open),
            key=lambda one: (one.due_on or date.max, one.promised_on, one.pk),
        ),
        given_lately=lately,
        given_earlier=[one for one in given if one not in lately],
        withdrawn=[one for one in contributions if one.is_withdrawn],
        received_lately=received_lately,
        received_earlier=[one for one in counted if one not in received_lately],
        doubted=[one for one in received if one.is_doubted],
        support=[one for one in support if one.is_open],
        support_settled=[one for one in support if not one.is_open],
        keeping=promises_among(contributions, on=on),
        balance=_balance(len(lately), len(received_lately), membership=membership, on=on),
    )


def is_lately(day: date | None, *, on: date) -> bool:
    """Within the 365 days that end with `on`."""
    return bool(day and on - WINDOW < day <= on)


def _support(organisation: Organisation, membership: Membership) -> Iterable[SupportRequest]:
    """What was provided is part of what they received, also for who does not read what they lack."""
    if membership.may(Permission.READ_NOTES) or membership.may(Permission.SEE_OWN_ORGANISATION):
        rows = SupportRequest.objects.visible_to(membership).of([organisation])
        return rows.told().most_urgent_first()
    return SupportRequest.objects.of([organisation]).provided().told()


def _received(organisation: Organisation, support: Iterable[SupportRequest]) -> Iterable[Received]:
    benefits: Any = Benefit.objects.of([organisation]).standing(["delivered"], on=date.min)
    for benefit in benefits:
        yield Received(
            on=benefit.delivered_on,
            words=benefit.words,
            kind=benefit.get_kind_display(),
            what=benefit.delivered_what,
            benefit=benefit,
        )
    for request in support:
        if request.provided_on:
            yield Received(
                on=request.provided_on,
                words=request.words,
                kind=request.get_kind_display(),
                what=request.provided_what,
                support=request,
            )


def _balance(given: int, received: int, *, membership: Membership, on: date) -> Balance | None:
    if not membership.may(Permission.SEE_BALANCE):
        return None
    return Balance(given=given, received=received, usual=usual_of(membership, on=on))
