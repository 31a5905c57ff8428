"""From cells to values: what one row of a partner spreadsheet says, or why it cannot be read."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from partners.imports import bad_cells, people, values
from partners.imports.columns import Columns, contact_number
from partners.imports.consent import read_consents
from partners.imports.drafts import LONGEST, Draft, Fault
from partners.imports.fields import Field
from partners.imports.known_words import KIND_WORDS, ROLE_WORDS, by_word
from partners.imports.options import Options
from partners.imports.own_cells import read_own
from partners.imports.values import BadCell, DateOrder, one_line


@dataclass(frozen=True)
class Reader:
    """Reads the rows of one file: `fields` by position of the column, `headings` for sentences."""

    fields: dict[int, str]
    headings: Sequence[str]
    options: Options
    known_terms: dict[str, frozenset[str]]
    columns: Columns
    known_names: frozenset[str] = frozenset()

    def draft(self, number: int, cells: Sequence[str]) -> Draft:
        draft = Draft(number=number, cells=cells)
        try:
            _Row(self, draft).read()
        except Fault as fault:
            draft.fault = fault
        return draft

    @property
    def date_order(self) -> DateOrder:
        return DateOrder(day_first=self.options.day_first)

    def heading_of(self, key: str) -> str:
        position = next((p for p, field_key in self.fields.items() if field_key == key), None)
        return self.headings[position] if position is not None else ""


class _Row:
    """The reading of one row, cell by cell."""

    def __init__(self, reader: Reader, draft: Draft) -> None:
        self.reader, self.draft, self.values = reader, draft, draft.values
        self.people: dict[int, dict[str, str]] = defaultdict(dict)
        self.own_of_people: dict[int, dict[str, Any]] = defaultdict(dict)
        self.heading = ""

    def read(self) -> None:
        for position, key in self.reader.fields.items():
            text = self.draft.cells[position] if position < len(self.draft.cells) else ""
            if one_line(text):
                self._read_cell(position, key, text)
        self._check_name()
        self._complete_address()
        self.heading = ""
        for number in sorted({*self.people, *self.own_of_people}):
            self._add_people(number)
        if extra := self.values.pop("more_emails", None):
            self._add_addresses_without_names(extra)

    def _read_cell(self, position: int, key: str, text: str) -> None:
        self.heading = self.reader.headings[position]
        known = self.reader.columns.field_of(key)
        try:
            if known.own:
                self._take_own(key, known, text)
            elif known.is_about_contact:
                self._keep_for_person(key, text)
            elif known.vocabulary:
                self._take_words(known.vocabulary, text)
            else:
                TAKERS[known.key](self, text)
        except BadCell as bad:
            self._judge(bad)

    def _judge(self, bad: BadCell) -> None:
        """A wrong e-mail or date comes back to be mended, unless the person said otherwise."""
        sentence = bad_cells.in_words(bad)
        if bad.kind not in bad_cells.COST_ONLY_THE_CELL and not self.reader.options.drops_bad_cells:
            raise Fault(sentence, self.heading)
        self.draft.notes.append([self.heading, sentence])

    def _fit(self, key: str, text: str) -> str:
        limit = LONGEST.get(key)
        if limit and len(text) > limit:
            raise Fault(
                _("Too long: %(found)s letters, and there is room for %(limit)s.")
                % {"found": len(text), "limit": limit},
                self.heading,
            )
        return text

    def _check_name(self) -> None:
        if self.values.get("name"):
            return
        raise Fault(_("No name."), self.reader.heading_of("name"))

    # ------------------------------------------------------------ the organisation

    def take_text(self, text: str, *, key: str) -> None:
        if key == "name" or not values.is_nothing(text):
            self.values[key] = self._fit(key, one_line(text))

    def take_description(self, text: str) -> None:
        if not values.is_nothing(text):
            self.values["description"] = values.paragraph(text)

    def take_aliases(self, text: str) -> None:
        told = values.words(text, known=self.reader.known_names)
        names = [self._fit("alias", name) for name in told]
        self.values["alias"] = [*self.values.get("alias", []), *names]

    def take_emails(self, text: str) -> None:
        found = [self._fit("email", address) for address in values.emails(text)]
        all_found = [*self.values.pop("more_emails", []), *found]
        if "email" not in self.values and all_found:
            self.values["email"] = all_found.pop(0)
        self.values["more_emails"] = all_found

    def take_phones(self, text: str) -> None:
        found = [self._fit("phone", number) for number in values.phones(text)]
        told = {values.digits_of(number) for number in self.values.get("phone", [])}
        new = [number for number in found if values.digits_of(number) not in told]
        self.values["phone"] = [*self.values.get("phone", []), *new]

    def take_website(self, text: str) -> None:
        if address := values.website(text):
            self.values["website"] = self._fit("website", address)

    def take_identifiers(self, text: str) -> None:
        self.values["identifiers"] = [
            [self._fit("scheme", scheme), self._fit("external_id", value)]
            for scheme, value in values.identifiers(text)
        ]

    def take_since(self, text: str) -> None:
        if day := values.day(text, order=self.reader.date_order):
            self.values["since_on"] = day.isoformat()

    def take_kind(self, text: str) -> None:
        kind = by_word(text, KIND_WORDS)
        if not kind and not values.is_nothing(text):
            raise Fault(_("“%(text)s” is not a kind that we know.") % {"text": text}, self.heading)
        self.values["kind"] = kind

    def take_owner(self, text: str) -> None:
        self.values["owner"] = values.emails(text)[:1]

    def take_postcode(self, text: str) -> None:
        self.values["postcode"] = self._fit("postcode", values.postcode(text))

    def _take_words(self, vocabulary: str, text: str) -> None:
        known = self.reader.known_terms.get(vocabulary, frozenset())
        words = [self._fit(vocabulary, word) for word in values.words(text, known=known)]
        self.values[vocabulary] = [*self.values.get(vocabulary, []), *words]

    def _take_own(self, key: str, known: Field, text: str) -> None:
        """A field of the coalition's own, of the organisation or of the person in this column."""
        if known.own is None:
            return
        told = read_own(known.own, text, order=self.reader.date_order)
        if told is None:
            return
        if isinstance(told, str):
            self._fit(known.sort, told)
        if known.is_about_contact:
            self.own_of_people[contact_number(key)][known.own.key] = told
        else:
            self.values.setdefault("own", {})[known.own.key] = told

    def _complete_address(self) -> None:
        parts = {key: self.values.pop(key, "") for key in ("street", "city", "region", "postcode")}
        if second := self.values.pop("street_2", ""):
            parts["street"] = ", ".join(part for part in (parts["street"], second) if part)
            self._fit("street", parts["street"])
        if any(parts.values()):
            self.values["address"] = parts

    # ------------------------------------------------------------ people

    def _keep_for_person(self, key: str, text: str) -> None:
        base = key.partition("#")[0]
        checked = values.emails(text) if base == "contact_email" else []
        told = self.people[contact_number(key)]
        told[base] = "; ".join(checked) if checked else text
        told[f"{base} heading"] = self.heading

    def _add_people(self, number: int) -> None:
        told = self.people[number]
        self.heading = told.get("contact_name heading", "")
        full = " ".join(
            one_line(told.get(key, "")) for key in ("contact_first_name", "contact_last_name")
        ).strip()
        names = people.split_names(told.get("contact_name", "")) or ([full] if full else [])
        addresses = values.emails(told.get("contact_email", ""))
        numbers = self._phones_of_person(told)
        if not names:
            self._without_name(addresses, numbers, told)
            return
        titles = people.split_beside(told.get("contact_title", ""), count=len(names))
        role = by_word(told.get("contact_role", ""), ROLE_WORDS)
        addresses = self._enough_addresses(addresses, len(names))
        consents = self._consents_of_people(told, len(names))
        for index, name in enumerate(names):
            person = {
                "name": self._fit("contact_name", name),
                "title": self._fit("contact_title", titles[index]),
                "email": addresses[index] if index < len(addresses) else "",
                "phone": self._phone_at(numbers, index, len(names)),
                "role": role,
                "own": self.own_of_people[number] if index == 0 else {},
                **consents[index],
            }
            self.values.setdefault("contacts", []).append(person)
        self._add_addresses_without_names(addresses[len(names) :])

    def _phones_of_person(self, told: dict[str, str]) -> list[str]:
        self.heading = told.get("contact_phone heading", "")
        try:
            return [
                self._fit("contact_phone", number)
                for number in values.phones(told.get("contact_phone", ""))
            ]
        except BadCell as bad:
            self._judge(bad)
            return []

    def _phone_at(self, numbers: list[str], index: int, count: int) -> str:
        """As many numbers as people: one each. Else they are all the first person's."""
        if len(numbers) == count:
            return numbers[index]
        return self._fit("contact_phone", ", ".join(numbers)) if index == 0 else ""

    def _consents_of_people(self, told: dict[str, str], count: int) -> list[dict[str, Any]]:
        self.heading = told.get("contact_consent heading", "")
        try:
            answers = read_consents(
                told.get("contact_consent", ""), count=count, order=self.reader.date_order
            )
        except BadCell as bad:
            self._judge(bad)
            return [{}] * count
        for answer in filter(None, answers):
            self._fit("contact_consent", answer.how)
        return [{"consent": answer.to_json()} if answer else {} for answer in answers]

    def _enough_addresses(self, addresses: list[str], count: int) -> list[str]:
        """Two people and two addresses in the organisation's own cell belong together."""
        more = self.values.get("more_emails", [])
        own = [self.values["email"], *more] if self.values.get("email") else []
        if addresses or count < 2 or len(own) != count:  # noqa: PLR2004
            return addresses
        self.values.pop("more_emails", None)
        return own

    def _without_name(self, addresses: list[str], numbers: list[str], told: dict[str, str]) -> None:
        """An address or number of nobody is the organisation's; a title of nobody is left out."""
        if addresses and "email" not in self.values:
            self.values["email"] = addresses.pop(0)
        self._add_addresses_without_names(addresses)
        for number in numbers:
            self.take_phones(number)
        if title := one_line(told.get("contact_title", "")):
            heading = told["contact_title heading"]
            sentence = _("“%(text)s” was left out: no name stands beside it.") % {"text": title}
            self.draft.notes.append([heading, sentence])

    def _add_addresses_without_names(self, addresses: list[str]) -> None:
        for address in addresses:
            person = {"name": address, "title": "", "email": address, "phone": "", "role": ""}
            self.values.setdefault("contacts", []).append(person)


TAKERS: dict[str, Callable[[_Row, str], None]] = {
    **{
        key: partial(_Row.take_text, key=key)
        for key in ("name", "external_id", "street", "street_2", "city", "region")
    },
    "description": _Row.take_description,
    "alias": _Row.take_aliases,
    "email": _Row.take_emails,
    "phone": _Row.take_phones,
    "website": _Row.take_website,
    "identifiers": _Row.take_identifiers,
    "since_on": _Row.take_since,
    "kind": _Row.take_kind,
    "owner": _Row.take_owner,
    "postcode": _Row.take_postcode,
}
