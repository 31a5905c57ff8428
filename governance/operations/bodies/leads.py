"""Who leads a body from the day on which it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.models import Body
from governance.operations.seats.places import Place, appended
from governance.operations.seats.terms import Holding, seated
from partners.models import Contact, Organisation


@dataclass(frozen=True)
class FirstLead:
    """A leading seat, and who takes it; which person of the organisation may be said later."""

    title: str
    rank: str
    organisation: Organisation
    contact: Contact | None = None

    @property
    def place(self) -> Place:
        return Place(title=self.title, rank=self.rank)


def seat_leads(body: Body, leads: Sequence[FirstLead]) -> None:
    """A seat for each, held from the body's first day, in this order."""
    seats = appended(body, [lead.place for lead in leads])
    for seat, lead in zip(seats, leads, strict=True):
        told = Holding(
            organisation=lead.organisation, contact=lead.contact, starts_on=body.opened_on
        )
        seated(seat, told)
