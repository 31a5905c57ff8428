"""The partner list as a table to download: what the list shows, all pages, in the same order.

The headings are those that an import of this program recognises, so that a list can be worked on in a
spreadsheet and brought back.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from partners.models import Contact, Organisation, Vocabulary
from partners.models.organisations import OrganisationQuerySet

# So many organisations with all their parts are in memory at once.
BATCH = 500
# An import takes up to four people a row; each has columns of its own, so that nothing shifts.
PEOPLE = 4
SEPARATOR = "; "


@dataclass(frozen=True)
class Column:
    heading: str
    cell: Callable[[Organisation], Any]


@dataclass(frozen=True)
class Table:
    columns: list[str]
    rows: Iterator[list[Any]]


def table(organisations: OrganisationQuerySet, *, with_people: bool) -> Table:
    """All of `organisations` in their order. Only ids are held for the whole list."""
    columns = [*own_columns(), *(people_columns() if with_people else [])]
    return Table([column.heading for column in columns], cells(organisations, columns))


def cells(organisations: OrganisationQuerySet, columns: list[Column]) -> Iterator[list[Any]]:
    ids = list(organisations.values_list("pk", flat=True))
    for first in range(0, len(ids), BATCH):
        found = Organisation.objects.with_details().in_bulk(ids[first : first + BATCH])
        for pk in ids[first : first + BATCH]:
            # Gone since the list of ids was read: deleted by an undo.
            if pk in found:
                yield [column.cell(found[pk]) for column in columns]


def own_columns() -> list[Column]:
    # Rows are written after the request, when the reader's language is no longer active.
    kinds = {kind.value: str(kind.label) for kind in Organisation.Kind}
    return [
        Column(_("Name"), lambda o: o.name),
        Column(_("Other names"), lambda o: joined(o.aliases.all())),
        Column(_("Kind"), lambda o: kinds[o.kind]),
        Column(_("Sectors"), terms(Vocabulary.SECTOR)),
        Column(_("Populations served"), terms(Vocabulary.POPULATION)),
        Column(_("Areas"), terms(Vocabulary.AREA)),
        Column(_("Languages"), terms(Vocabulary.LANGUAGE)),
        Column(_("Tags"), terms(Vocabulary.TAG)),
        Column(_("Website"), lambda o: o.website),
        Column(_("E-mail"), lambda o: o.email),
        Column(_("Phones"), lambda o: joined(o.phones.all())),
        Column(_("Street"), of_first_address("street")),
        Column(_("City"), of_first_address("city")),
        Column(_("State"), of_first_address("region")),
        Column(_("Postal code"), of_first_address("postcode")),
        Column(_("Description"), lambda o: o.description),
        Column(_("Looked after by"), lambda o: o.owner.email if o.owner else ""),
        Column(_("Since"), lambda o: o.since_on),
        Column(_("Identifiers"), lambda o: joined(o.external_identifiers.all())),
        Column(_("Retired on"), lambda o: o.retired_on),
        Column(_("Why retired"), lambda o: o.retired_reason),
    ]


def people_columns() -> list[Column]:
    headings = {
        "name": _("Contact %(number)d name"),
        "title": _("Contact %(number)d title"),
        "email": _("Contact %(number)d e-mail"),
        "phone": _("Contact %(number)d phone"),
    }
    return [
        Column(heading % {"number": number + 1}, of_person(number, field))
        for number in range(PEOPLE)
        for field, heading in headings.items()
    ]


def joined(values: Any) -> str:
    return SEPARATOR.join(str(value) for value in values)


def terms(vocabulary: Vocabulary) -> Callable[[Organisation], str]:
    return lambda organisation: joined(organisation.terms_in(vocabulary))


def of_first_address(field: str) -> Callable[[Organisation], str]:
    """Several addresses do not fit into one row; the first is the one that letters go to."""
    return lambda organisation: getattr(next(iter(organisation.addresses.all()), None), field, "")


def of_person(number: int, field: str) -> Callable[[Organisation], str]:
    def cell(organisation: Organisation) -> str:
        there: list[Contact] = organisation.current_contacts[number : number + 1]
        return getattr(there[0], field) if there else ""

    return cell
