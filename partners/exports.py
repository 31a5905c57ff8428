"""The partner list as a table to download: what the list shows, all pages, in the same order.

The headings are those that an import of this program recognises, so that a list can be worked on in a
spreadsheet and brought back.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.documents.downloads import Table
from common.spreadsheets.several import SEPARATOR, together
from common.spreadsheets.writing import Link
from partners.models import (
    BroadSector,
    Contact,
    ExternalIdentifier,
    Organisation,
    OwnField,
    Vocabulary,
    Voice,
)
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.own_fields.fields import Stored
from partners.models.own_fields.values import typed
from partners.reports.depth.strengths import strengths_cell
from partners.reports.listing.cells import Cell, as_rows, fields_of
from partners.reports.listing.columns import Column as ListColumn

# So many organisations with all their parts are in memory at once.
BATCH = 500
# An import takes up to four people a row; each has columns of its own, so that nothing shifts.
PEOPLE = 4


@dataclass(frozen=True)
class Column:
    """One column of the file. `key` names it in addresses and saved views, whatever the language."""

    key: str
    heading: str
    cell: Callable[[Organisation], Any]


def table(
    organisations: OrganisationQuerySet,
    *,
    with_people: bool,
    with_notes: bool = False,
    own_fields: Sequence[OwnField] = (),
    columns: Collection[str] | None = None,
) -> Table:
    """All of `organisations` in their order. Only ids are held for the whole list.

    `own_fields` are those that the reader may see, of organisations and of people. `columns` names
    those that are wanted by their keys, in the order wanted; None means all.
    """
    every = [
        *standard_columns(),
        *(note_columns() if with_notes else []),
        *columns_of(own_fields, about="organisation"),
        *(people_columns(own_fields) if with_people else []),
    ]
    by_key = {column.key: column for column in every}
    chosen = every if columns is None else [by_key[key] for key in columns if key in by_key]
    return Table([column.heading for column in chosen], cells(organisations, chosen))


def cells(organisations: OrganisationQuerySet, columns: list[Column]) -> Iterator[list[Any]]:
    ids = list(organisations.values_list("pk", flat=True))
    for first in range(0, len(ids), BATCH):
        found = Organisation.objects.for_files().in_bulk(ids[first : first + BATCH])
        for pk in ids[first : first + BATCH]:
            # Gone since the list of ids was read: deleted by an undo.
            if pk in found:
                yield [column.cell(found[pk]) for column in columns]


def standard_columns() -> list[Column]:
    # Rows are written after the request, when the reader's language is no longer active.
    kinds = {kind.value: str(kind.label) for kind in Organisation.Kind}
    broadly = {broad.value: str(broad.label) for broad in BroadSector}
    return [
        Column("name", _("Name"), lambda o: o.name),
        Column("alias", _("Other names"), lambda o: together(o.aliases.all())),
        Column("kind", _("Kind"), lambda o: kinds[o.kind]),
        Column("sector", _("Sectors"), terms(Vocabulary.SECTOR)),
        Column("broad", _("Broad sectors"), broad_sectors(broadly)),
        Column("population", _("Populations served"), terms(Vocabulary.POPULATION)),
        Column("area", _("Areas"), terms(Vocabulary.AREA)),
        Column("language", _("Languages"), terms(Vocabulary.LANGUAGE)),
        Column("determinant", _("Social determinants"), terms(Vocabulary.DETERMINANT)),
        Column("tag", _("Tags"), terms(Vocabulary.TAG)),
        Column("website", _("Website"), lambda o: Link(o.website, o.website)),
        Column("email", _("E-mail"), email_link),
        Column("phone", _("Phones"), lambda o: joined(o.phones.all())),
        Column("street", _("Street"), of_first_address("street")),
        Column("city", _("City"), of_first_address("city")),
        Column("region", _("State"), of_first_address("region")),
        Column("postcode", _("Postal code"), of_first_address("postcode")),
        Column("description", _("Description"), lambda o: o.description),
        Column("strengths", _("Strengths, in their words"), strengths_cell(Voice.THEIRS)),
        Column("owner", _("Looked after by"), lambda o: o.owner.email if o.owner else ""),
        Column("since", _("Since"), lambda o: o.since_on),
        Column(
            "identifier",
            _("Identifiers"),
            lambda o: joined(map(numbered, o.external_identifiers.all())),
        ),
        Column("retired_on", _("Retired on"), lambda o: o.retired_on),
        Column("retired_reason", _("Why retired"), lambda o: o.retired_reason),
    ]


def note_columns() -> list[Column]:
    return [Column("our_strengths", _("Strengths, our notes"), strengths_cell(Voice.OURS))]


def columns_of(fields: Sequence[OwnField], *, about: str) -> list[Column]:
    return [
        Column(f"own_{field.key}", field.label, of_own_field(field))
        for field in fields
        if field.subject == about
    ]


def of_own_field(field: OwnField) -> Callable[[Any], Any]:
    """The cell of an organisation, or of a person, with its type."""
    return lambda row: exported(field, row.own_values.get(field.key))


def exported(field: OwnField, told: Stored | None) -> Any:
    """Numbers, dates, truth values and links as such, choices by what they are called."""
    value = typed(field, told)
    if value is None:
        return ""
    if field.kind == OwnField.Kind.LINK:
        return Link(value, value)
    if field.kind == OwnField.Kind.CHOICE:
        return field.label_of(value)
    return together(map(field.label_of, value)) if field.kind == OwnField.Kind.CHOICES else value


def people_columns(own_fields: Sequence[OwnField] = ()) -> list[Column]:
    headings = {
        "name": _("Contact %(number)d name"),
        "title": _("Contact %(number)d title"),
        "email": _("Contact %(number)d e-mail"),
        "phone": _("Contact %(number)d phone"),
        "role": _("Contact %(number)d role"),
        "consent": _("Contact %(number)d may be listed"),
        "no_letters": _("Contact %(number)d wants no letters"),
    }
    values = values_of_people()
    columns = []
    for number in range(PEOPLE):
        columns += [
            Column(
                f"contact_{number + 1}_{field}",
                heading % {"number": number + 1},
                of_person(number, values[field]),
            )
            for field, heading in headings.items()
        ]
        columns += [
            Column(
                f"contact_{number + 1}_{column.key}",
                _("Contact %(number)d %(what)s") % {"number": number + 1, "what": column.heading},
                of_person(number, column.cell),
            )
            for column in columns_of(own_fields, about="contact")
        ]
    return columns


def values_of_people() -> dict[str, Callable[[Contact], Any]]:
    # Rows are written after the request, when the reader's language is no longer active.
    roles = {role.value: str(role.label) for role in Contact.Role}
    answers = {answer.value: str(answer.label) for answer in Contact.Consent}
    yes = _("Yes")
    return {
        "name": attrgetter("name"),
        "title": attrgetter("title"),
        "email": email_link,
        "phone": attrgetter("phone"),
        "role": lambda contact: roles[contact.role],
        "consent": lambda contact: contact.consent_in_words(answers),
        "no_letters": lambda contact: yes if contact.wants_no_letters else "",
    }


def joined(values: Any) -> str:
    return SEPARATOR.join(str(value) for value in values)


def numbered(identifier: ExternalIdentifier) -> str:
    """ "EIN: 52-1234567", as an import takes it apart again."""
    return f"{identifier.scheme}: {identifier.value}"


def terms(vocabulary: Vocabulary) -> Callable[[Organisation], str]:
    return lambda organisation: together(organisation.terms_in(vocabulary))


def broad_sectors(words: Mapping[str, str]) -> Callable[[Organisation], str]:
    """Told along with the sectors from which they follow; an import does not read them."""

    def cell(organisation: Organisation) -> str:
        said = {term.broad_sector for term in organisation.terms_in(Vocabulary.SECTOR)}
        return together(word for broad, word in words.items() if broad in said)

    return cell


def of_first_address(field: str) -> Callable[[Organisation], str]:
    """Several addresses do not fit into one row; the first is the one that letters go to."""
    return lambda organisation: getattr(next(iter(organisation.addresses.all()), None), field, "")


def email_link(told: Organisation | Contact) -> Link:
    return Link(told.email, f"mailto:{told.email}")


def of_person(number: int, value: Callable[[Contact], Any]) -> Callable[[Organisation], Any]:
    def cell(organisation: Organisation) -> Any:
        there: list[Contact] = organisation.current_contacts[number : number + 1]
        return value(there[0]) if there else ""

    return cell


# ---------------------------------------------------------------- the columns that the list shows


def shown_table(
    organisations: OrganisationQuerySet,
    columns: Sequence[ListColumn],
    *,
    membership: Membership,
) -> Table:
    """The list as somebody arranged it: its columns in its order, with the values that it shows."""
    headings = [str(column.label) for column in columns]
    return Table(headings, shown_cells(organisations, columns, membership=membership))


def shown_cells(
    organisations: OrganisationQuerySet,
    columns: Sequence[ListColumn],
    *,
    membership: Membership,
) -> Iterator[list[Any]]:
    ids = list(organisations.values_list("pk", flat=True))
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        fields = fields_of(columns)
        found = Organisation.objects.filter(pk__in=batch).values_list(*fields)
        rows = as_rows(found, fields, columns, membership=membership)
        known = {row.pk: row for row in rows}
        for pk in batch:
            if pk in known:
                yield [known[pk].name, *map(as_shown, known[pk].cells)]


def as_shown(cell: Cell) -> Any:
    """A day without its hour, a website and an address as links; what is not known is empty."""
    value = cell.value
    if isinstance(value, datetime):
        return timezone.localtime(value).date()
    if cell.column.look in {"link", "mail"} and value:
        return Link(value, cell.href)
    return "" if value is None else str(value) if isinstance(value, Promise) else value


# ---------------------------------------------------------------- one own field alone


def values_of_field(field: OwnField) -> Table:
    """Everything that one field says, also after it was retired: who, and what."""
    if field.subject == OwnField.Subject.CONTACT:
        people = Contact.objects.answering(field).values_list(
            "organisation__name", "name", "own_values"
        )
        rows = ([where, who, exported(field, own[field.key])] for where, who, own in people)
        return Table([_("Name"), _("Contact 1 name"), field.label], rows)
    told = Organisation.objects.answering(field).by_name().values_list("name", "own_values")
    return Table(
        [_("Name"), field.label], ([name, exported(field, own[field.key])] for name, own in told)
    )
