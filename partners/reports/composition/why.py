"""Why an organisation counts as active, or does not: every row behind the figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from partners.models import CompositionSettings, Contact, Organisation, Touchpoint
from partners.reports.composition.activity import HOSTED, SPOKE, Made, Window, made_active


@dataclass(frozen=True)
class Reason:
    """One row, with what it says where the reader may read talks."""

    made: Made
    talk: Touchpoint | None


@dataclass(frozen=True)
class Why:
    organisation: Organisation
    window: Window
    days: int
    reasons: list[Reason]
    can_be_reached: bool

    @property
    def is_active(self) -> bool:
        return self.can_be_reached and bool(self.reasons)


def why_active(organisation: Organisation, *, membership: Membership, on: date) -> Why:
    """Four queries, however many rows there are."""
    days = CompositionSettings.of(organisation.coalition_id).active_days
    window = Window.before(on, days=days)
    made = made_active(organisation.coalition_id, window, organisations=[organisation.pk])
    ids = [one.row for one in made if one.sign in (SPOKE, HOSTED)]
    talks = Touchpoint.objects.visible_to(membership).in_bulk(ids)
    people = Contact.objects.at([organisation.pk]).current().known()
    return Why(
        organisation=organisation,
        window=window,
        days=days,
        reasons=[
            Reason(one, talks.get(one.row) if one.sign in (SPOKE, HOSTED) else None) for one in made
        ],
        can_be_reached=people.exists(),
    )


def latest_of(made: Iterable[Made]) -> dict[int, Made]:
    """By organisation, the row with the latest day; `made` has the latest first."""
    found: dict[int, Made] = {}
    for one in made:
        found.setdefault(one.organisation, one)
    return found
