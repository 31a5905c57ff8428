"""From cells to values: what one row of a partner spreadsheet says, or why it cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from partners.imports import people, values
from partners.imports.cells import Cells, Reading
from partners.imports.consent import read_consents
from partners.imports.drafts import Draft, Fault
from partners.imports.known_words import ROLE_WORDS, by_word
from partners.imports.letters import read_wishes
from partners.imports.values import BadCell, one_line


@dataclass(frozen=True)
class Reader(Reading):
    """Reads the rows of one file."""

    def draft(self, number: int, cells: Sequence[str]) -> Draft:
        draft = Draft(number=number, cells=cells)
        try:
            _Row(self, draft).read()
        except Fault as fault:
            draft.fault = fault
        return draft


class _Row(Cells):
    """The reading of one row: its cells, then what they say together."""

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

    def _check_name(self) -> None:
        if self.values.get("name"):
            return
        raise Fault(_("No name."), self.reader.heading_of("name"))

    def _complete_address(self) -> None:
        parts = {key: self.values.pop(key, "") for key in ("street", "city", "region", "postcode")}
        if second := self.values.pop("street_2", ""):
            parts["street"] = ", ".join(part for part in (parts["street"], second) if part)
            self._fit("street", parts["street"])
        if any(parts.values()):
            self.values["address"] = parts

    # ------------------------------------------------------------ people

    def _add_people(self, number: int) -> None:
        told = self.people[number]
        self.heading = told.get("contact_name heading", "")
        full = " ".join(
            one_line(told.get(key, "")) for key in ("contact_first_name", "contact_last_name")
        ).strip()
        named, addresses = self._names_and_addresses(told)
        names = named or ([full] if full else [])
        numbers = self._phones_of_person(told)
        if not names:
            self._without_name(addresses, numbers, told)
            return
        titles = people.split_beside(told.get("contact_title", ""), count=len(names))
        role = by_word(told.get("contact_role", ""), ROLE_WORDS)
        addresses = self._enough_addresses(addresses, len(names))
        consents = self._consents_of_people(told, len(names))
        wishes = self._wishes_of_people(told, len(names))
        for index, name in enumerate(names):
            person = {
                "name": self._fit("contact_name", name),
                "title": self._fit("contact_title", titles[index]),
                "email": addresses[index] if index < len(addresses) else "",
                "phone": self._phone_at(numbers, index, len(names)),
                "role": role,
                "own": self.own_of_people[number] if index == 0 else {},
                **consents[index],
                **wishes[index],
            }
            self.values.setdefault("contacts", []).append(person)
        self._add_addresses_without_names(addresses[len(names) :])

    def _names_and_addresses(self, told: dict[str, str]) -> tuple[list[str], list[str]]:
        """An address beside a name is that person's; those of the column beside fill up what is left."""
        beside = values.emails(told.get("contact_email", ""))
        pairs = people.named_with_addresses(told.get("contact_name", ""))
        own = {address.lower() for _name, address in pairs}
        left = [address for address in beside if address.lower() not in own]
        nameless = [address for name, address in pairs if not name]
        named = [(name, address) for name, address in pairs if name]
        if not any(own):
            return [name for name, _address in named], beside
        filled = [address or (left.pop(0) if left else "") for _name, address in named]
        return [name for name, _address in named], [*filled, *nameless, *left]

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

    def _wishes_of_people(self, told: dict[str, str], count: int) -> list[dict[str, Any]]:
        self.heading = told.get("contact_no_letters heading", "")
        try:
            wishes = read_wishes(told.get("contact_no_letters", ""), count=count)
        except BadCell as bad:
            self._judge(bad)
            return [{}] * count
        return [{} if wish is None else {"no_letters": wish} for wish in wishes]

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
