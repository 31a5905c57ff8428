"""What a row adds to a profile, said as before and after.

What is empty is filled, what is missing is added, nothing is erased. A value that differs replaces the
old one, unless the person keeps ours, or an earlier row of the same file has told it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.imports import letters as mail
from partners.imports.columns import Columns
from partners.imports.consent import Consent, left_out, met
from partners.imports.options import Lists, Options
from partners.imports.profiles import Profile
from partners.imports.sameness import (
    agreement,
    alone,
    fits,
    introduced,
    letters,
    of,
    same_letters,
    same_paragraphs,
)
from partners.imports.source import Source
from partners.imports.topics import PREFIX, TopicMerge
from partners.imports.values import digits_of, same_website, term_key
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    Vocabulary,
)
from partners.models.own_fields.fields import OwnValues
from partners.reports.own_fields.words import own_words

Change = list[str]  # field key, before, after


@dataclass
class Merge:
    """One row meeting one profile. `changes` tells what it changed, `kept` what it left as it was."""

    profile: Profile
    values: dict[str, Any]
    options: Options
    lists: Lists
    owners: dict[str, int]
    columns: Columns
    source: Source
    naming: str = ""  # what a differing name is: "rename", "alias", or of no account
    fills_only: bool = False
    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)

    def made(self) -> "Merge":
        self.name()
        self.single("description", self.values.get("description", ""), same=same_paragraphs)
        self.single("website", self.values.get("website", ""), same=same_website)
        self.single("email", self.values.get("email", ""), same=same_letters)
        self.single("kind", self.values.get("kind", ""))
        self.since()
        self.owner()
        self.own(self.profile.organisation, "own", self.values.get("own", {}))
        self.aliases()
        self.identifiers()
        self.phones()
        self.address()
        for person in self.values.get("contacts", []):
            self.person(person)
        for vocabulary in filter(self.values.get, Vocabulary.values):
            self.words(vocabulary)
        for topic, said in self.values.get("topics", {}).items():
            self.topic(topic, said)
        return self

    def name(self) -> None:
        """Who is known by number may have a new name; the old one stays as an alias."""
        organisation, told = self.profile.organisation, self.values["name"]
        aliases = {letters(alias.name) for alias in self.profile.parts[Alias]}
        if not self.naming or letters(told) in aliases | {letters(organisation.name)}:
            return
        if self.naming == "rename" and not (self.fills_only or self.options.keeps_ours):
            before = organisation.name
            self.profile.edit(organisation, "name", told)
            self.profile.add(Alias, name=before)
            self.changes.append(["name", before, told])
            return
        self.values = {**self.values, "alias": [*self.values.get("alias", []), told]}

    def single(
        self, name: str, told: str, *, same: Callable[[str, str], bool] = lambda a, b: a == b
    ) -> None:
        organisation = self.profile.organisation
        before = getattr(organisation, name)
        if not told or (before and same(before, told)):
            return
        if before and self._keeps(name):
            return
        self.profile.edit(organisation, name, told)
        self.changes.append([name, self._shown(name, before), self._shown(name, told)])

    def _shown(self, name: str, value: str) -> str:
        return str(Organisation.Kind(value).label) if name == "kind" and value else value

    def _keeps(self, key: str) -> bool:
        """Whether a differing value stays as it was; the row then says so."""
        if self.fills_only or self.options.keeps_ours:
            self.kept.append(key)
            return True
        return False

    def since(self) -> None:
        organisation, told = self.profile.organisation, self.values.get("since_on")
        after = date.fromisoformat(told) if told else None
        before = organisation.since_on
        if after is None or after == before or (before and self._keeps("since_on")):
            return
        self.profile.edit(organisation, "since_on", after)
        self.changes.append(["since_on", str(before or ""), str(after)])

    def owner(self) -> None:
        """Only a member of the coalition can look after a partner; anybody else's address is left out."""
        organisation = self.profile.organisation
        address = next(iter(self.values.get("owner", [])), "")
        person = self.owners.get(address.lower())
        if person is None or organisation.owner_id == person:
            return
        if organisation.owner_id and self._keeps("owner"):
            return
        before = next((a for a, pk in self.owners.items() if pk == organisation.owner_id), "")
        self.profile.edit(organisation, "owner_id", person)
        self.changes.append(["owner", before, address])

    def own(self, row: Organisation | Contact, prefix: str, told: OwnValues) -> None:
        """The coalition's own fields; choices of which there may be several are added."""
        for name, asked in self.columns.own(prefix) if told else ():
            before, value = row.own_values.get(asked.key), told.get(asked.key)
            both = isinstance(before, list) and isinstance(value, list)
            after = list(dict.fromkeys([*(before or []), *(value or [])])) if both else value
            if value is None or after == before:
                continue
            if before is not None and not both and self._keeps(name):
                continue
            self.profile.edit(row, "own_values", {**row.own_values, asked.key: after})
            words = [own_words(asked, said) for said in (before, after)]
            if isinstance(row, Contact):
                words = [of(row, said) for said in words]
            self.changes.append([name, *words])

    # ------------------------------------------------------------ what there may be several of

    def aliases(self) -> None:
        organisation = self.profile.organisation
        told = {term_key(alias.name) for alias in self.profile.parts[Alias]}
        for name in self.values.get("alias", []):
            if term_key(name) not in told | {term_key(organisation.name)}:
                told.add(term_key(name))
                self.profile.add(Alias, name=name)
                self.changes.append(["alias", "", name])

    def identifiers(self) -> None:
        """One number per system and partner: another one is shown by matching, and never replaces it."""
        if told := self.values.get("external_id"):
            self._identifier(self.options.scheme, told, key="external_id")
        for scheme, value in self.values.get("identifiers", []):
            self._identifier(scheme, value, key="identifiers")

    def _identifier(self, scheme: str, value: str, *, key: str) -> None:
        has_one = any(i.scheme == scheme for i in self.profile.parts[ExternalIdentifier])
        if scheme and not has_one and self.source.numbers.take(scheme, value, self.profile):
            self.profile.add(ExternalIdentifier, scheme=scheme, value=value)
            self.changes.append([key, "", value if key == "external_id" else f"{scheme}: {value}"])

    def phones(self) -> None:
        told = {digits_of(phone.number) for phone in self.profile.parts[Phone]}
        for number in self.values.get("phone", []):
            if digits_of(number) not in told:
                told.add(digits_of(number))
                self.profile.add(Phone, number=number)
                self.changes.append(["phone", "", number])

    def address(self) -> None:
        """Fills what an address leaves open; another street is another address."""
        told = self.values.get("address")
        if not told:
            return
        ours = self.profile.parts[Address]
        fitting = next((address for address in ours if fits(address, told)), None)
        if fitting is not None:
            self._complete(fitting, told)
        elif not ours or told["street"]:
            self.profile.add(Address, **told)
            self.changes.append(["street", "", str(self.profile.parts[Address][-1])])
        else:
            self.kept.append("postcode" if told["postcode"] else "city")

    def _complete(self, address: Address, told: dict[str, str]) -> None:
        before = str(address)
        for name, value in told.items():
            ours = getattr(address, name)
            is_longer = name == "postcode" and value != ours and value.startswith(ours)
            if value and (not ours or is_longer):
                self.profile.edit(address, name, value)
        if str(address) != before:
            self.changes.append(["street", before, str(address)])

    def person(self, told: dict[str, Any]) -> None:
        ours = self._known(told)
        if ours is None:
            values = {key: told[key] for key in ("name", "title", "email", "phone")}
            role = told["role"] or Contact.Role.OTHER
            self.profile.add(Contact, role=role, own_values=told.get("own", {}), **values)
            self.changes.append(["contact_name", "", introduced(values)])
            ours = self.profile.parts[Contact][-1]
        for key in ("title", "email", "phone"):
            self._tell_of(ours, key, told[key])
        self.own(ours, "contact_own", told.get("own", {}))
        self.consent(ours, told.get("consent"))
        self.no_letters(ours, is_wanted=told.get("no_letters"))
        if told["role"] and ours.role == Contact.Role.OTHER:
            self.profile.edit(ours, "role", told["role"])
            self.changes.append(["contact_role", "", str(ours.get_role_display())])

    def consent(self, contact: Contact, told: dict[str, str] | None) -> None:
        """Whether the directory may name them; a word that does not hold is said beside the row."""
        if told is None:
            return
        ours, said = Consent.of(contact), Consent(**told)
        before = contact.consent_in_words(day=date_format)
        source = _("spreadsheet “%(file)s”") % {"file": self.source.file_name[:150]}
        holds = met(ours, said, on=self.source.on, source=source)
        is_answered = ours.answer != Contact.Consent.NOT_ASKED
        if holds is None or (is_answered and self._keeps("contact_consent")):
            if said.answer != ours.answer:
                label = self.columns.what_changes("contact_consent")
                self.notes.append([label, left_out(said, contact)])
            return
        for name, value in holds.as_columns().items():
            self.profile.edit(contact, name, value)
        after = contact.consent_in_words(day=date_format)
        self.changes.append(["contact_consent", of(contact, before), of(contact, after)])

    def no_letters(self, contact: Contact, *, is_wanted: bool | None) -> None:
        """Who wants no letters gets none from now on; that they do again is not for a file to say."""
        if is_wanted and not contact.wants_no_letters:
            self.profile.edit(contact, "wants_no_letters", is_wanted)
            self.changes.append(["contact_no_letters", "", of(contact, _("Yes"))])
        elif is_wanted is False and contact.wants_no_letters:
            label = self.columns.what_changes("contact_no_letters")
            self.notes.append([label, mail.left_out(contact)])

    def _known(self, told: dict[str, Any]) -> Contact | None:
        """By e-mail address, else by name."""
        ours = self.profile.parts[Contact]
        by_address = [c for c in ours if told["email"] and same_letters(c.email, told["email"])]
        by_name = [c for c in ours if term_key(c.name) == term_key(told["name"])]
        shared = [c for c in by_address if c in by_name]
        found = shared or by_name or alone(by_address, told)
        return max(found, key=lambda c: agreement(c, told), default=None)

    def _tell_of(self, contact: Contact, key: str, value: str) -> None:
        before = getattr(contact, key)
        same = (
            digits_of(before) == digits_of(value) if key == "phone" else same_letters(before, value)
        )
        if not value or same or (before and self._keeps(f"contact_{key}")):
            return
        self.profile.edit(contact, key, value)
        self.changes.append([f"contact_{key}", of(contact, before), of(contact, value)])

    def words(self, vocabulary: str) -> None:
        ours = {c.term.pk or id(c.term) for c in self.profile.parts[Classification]}
        for word in self.values[vocabulary]:
            term = self.lists.meant(vocabulary, word, options=self.options)
            if term is not None and (term.pk or id(term)) not in ours:
                ours.add(term.pk or id(term))
                self.profile.add(Classification, term=term)
                self.changes.append([vocabulary, "", term.name])

    def topic(self, topic: str, said: dict[str, Any]) -> None:
        """What the profile in depth says; other words replace ours like any value, rows are added."""
        key = PREFIX + topic
        meeting = TopicMerge(
            self.profile, topic, source=self.source, options=self.options, lists=self.lists
        )
        if meeting.differs(said) and self._keeps(key):
            said = {"rows": said.get("rows", [])}
        if change := meeting.write(said):
            self.changes.append([key, *change])
