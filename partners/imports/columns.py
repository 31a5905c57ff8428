"""The fields that a partner spreadsheet may fill: those of every coalition, and a coalition's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from django.utils.translation import gettext as _

from accounts.models import Coalition
from partners.imports.fields import Field, own_field
from partners.imports.standard import FIELDS as OF_PARTNERS
from partners.imports.standard import MANY
from partners.imports.topics import OF_ONE_VOICE, TOPICS
from partners.models import OwnField

FIELDS = OF_PARTNERS | TOPICS | OF_ONE_VOICE
# A file with "Contact 1 name" to "Contact 4 name" is common; more than four people in one row is not.
MOST_CONTACTS = 4


@dataclass(frozen=True)
class Columns:
    """By key; own ones first, so that their names win over what else a heading could mean."""

    fields: Mapping[str, Field]

    @classmethod
    def of(cls, coalition: Coalition) -> Self:
        own = map(own_field, OwnField.objects.of_coalition(coalition.pk))
        return cls({field.key: field for field in own} | FIELDS)

    @cached_property
    def offered(self) -> dict[str, Field]:
        """Without the own fields that are asked no more: nothing new is written to those."""
        return {
            key: field
            for key, field in self.fields.items()
            if field.own is None or not field.own.is_retired
        }

    @cached_property
    def headings(self) -> dict[str, str]:
        """Every heading that is known, and the field that it names."""
        told: dict[str, str] = {}
        for key, field in self.offered.items():
            for heading in field.headings:
                told.setdefault(heading, key)
        return told

    def field_of(self, key: str) -> Field:
        """`contact_name#2` is the second person's name."""
        return self.fields[key.partition("#")[0]]

    def is_known(self, key: str) -> bool:
        base, _mark, number = key.partition("#")
        if base not in self.offered:
            return False
        if not number:
            return True
        return self.offered[base].is_about_contact and number in {"2", "3", "4"}

    def label_of(self, key: str) -> str:
        """As the select on the columns page and the dry run name it: "Person 2: Job title"."""
        field = self.field_of(key)
        if not field.is_about_contact:
            return str(field.label)
        return _("Person %(number)s: %(what)s") % {
            "number": contact_number(key),
            "what": field.label,
        }

    def what_changes(self, key: str) -> str:
        """As a change names it: whose job title it is stands in the change itself."""
        if key == "contact_name":
            return _("Person")
        known = self.fields.get(key.partition("#")[0])
        return str(known.label) if known else _("A field that is gone")

    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Fields by group, for a select."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for field in (*FIELDS.values(), *self._own_offered):
            if not field.is_about_contact:
                groups.setdefault(str(field.group), []).append((field.key, str(field.label)))
        for number in range(1, MOST_CONTACTS + 1):
            name = _("Person %(number)s") % {"number": number}
            suffix = f"#{number}" if number > 1 else ""
            groups[name] = [
                (field.key + suffix, self.label_of(field.key + suffix))
                for field in (*FIELDS.values(), *self._own_offered)
                if field.is_about_contact
            ]
        return list(groups.items())

    @property
    def _own_offered(self) -> list[Field]:
        return [field for field in self.offered.values() if field.own]

    def own(self, prefix: str) -> list[tuple[str, OwnField]]:
        """The own fields of organisations ("own") or people ("contact_own") by key, in their order."""
        return self._own_by_prefix.get(prefix, [])

    @cached_property
    def _own_by_prefix(self) -> dict[str, list[tuple[str, OwnField]]]:
        told: dict[str, list[tuple[str, OwnField]]] = {}
        for key, field in self.offered.items():
            if field.own:
                told.setdefault(key.partition(".")[0], []).append((key, field.own))
        return told

    def sorts(self, keys: Iterable[str]) -> set[str]:
        """What the columns hold, as the questions about the whole file depend on it."""
        return {self.field_of(key).sort for key in keys if self.is_known(key)}

    def twice(self, keys: Iterable[str]) -> str:
        """A field that two columns would fill though it holds one value; nothing when there is none."""
        single = [key for key in keys if key not in MANY]
        return next((key for key in single if single.count(key) > 1), "")


def contact_number(key: str) -> int:
    """1 unless the key says otherwise: `contact_name#2` is 2."""
    return int(key.partition("#")[2] or 1)


STANDARD = Columns(FIELDS)
