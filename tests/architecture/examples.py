"""One populated coalition, and for every address that names a row the row to try it with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import Coalition
from partners.models import Contact, Organisation, Representation
from tests.factories import ContactFactory, OrganisationFactory, RepresentationFactory


@dataclass(frozen=True)
class Populated:
    coalition: Coalition
    organisation: Organisation
    contact: Contact
    representation: Representation


def populate() -> Populated:
    organisation = OrganisationFactory()
    return Populated(
        coalition=organisation.coalition,
        organisation=organisation,
        contact=ContactFactory(organisation=organisation),
        representation=RepresentationFactory(organisation=organisation),
    )


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "partners:detail": lambda here: here.organisation,
}
