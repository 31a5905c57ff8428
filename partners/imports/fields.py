"""What a column of a spreadsheet may hold."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from partners.models import OwnField, Vocabulary

ORGANISATION = gettext_lazy("The organisation")
PLACE = gettext_lazy("Where it is")
LISTS = gettext_lazy("Your lists")
CONTACT = gettext_lazy("A person there")
OWN = gettext_lazy("Your own fields")
VOCABULARIES = frozenset(Vocabulary.values)  # which counts its members anew each time it is asked


@dataclass(frozen=True)
class Field:
    """What a column may hold. `headings` are normalised as `normal_heading` does."""

    key: str
    label: Any
    headings: frozenset[str]
    group: Any
    is_about_contact: bool = False
    own: OwnField | None = None

    @property
    def vocabulary(self) -> str:
        """The list whose words the field holds, or nothing."""
        return self.key if self.key in VOCABULARIES else ""

    @property
    def sort(self) -> str:
        """By which the page asks what concerns the whole file: "since_on", or "own date"."""
        return f"own {self.own.kind}" if self.own else self.key


def normal_heading(text: str) -> str:
    """Without accents, marks and case: "Código_Postal " and "codigo postal" are one heading."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z]+|[0-9]+", plain))


# A label in letters that have no plain form is compared as it is written.
def heading_of(label: str) -> str:
    return normal_heading(label) or label.strip().casefold()


def own_field(field: OwnField) -> Field:
    """A coalition's own field as one that a column may fill: found by its name."""
    is_about_contact = field.subject == OwnField.Subject.CONTACT
    name = heading_of(field.label)
    headings = {name, f"contact {name}"} if is_about_contact else {name}
    return Field(
        key=f"{'contact_own' if is_about_contact else 'own'}.{field.key}",
        label=field.label,
        headings=frozenset(headings),
        group=OWN,
        is_about_contact=is_about_contact,
        own=field,
    )
