"""Whose e-mail and phone a column holds that does not say: the organisation's, or a person's there.

"Organization, Contact, E-mail, Phone" tells how the contact is reached: with a row for each person, these
are the person's. "Name, E-mail, Phone, Contact" begins with the organisation.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from partners.imports.fields import normal_heading
from partners.imports.standard import PREFIXES

OF_A_PERSON = {"email": "contact_email", "phone": "contact_phone"}
NAMES = ("contact_name", "contact_first_name", "contact_last_name")
# An address that anybody may answer: "info@", "front.office@", "contacto@".
SHARED = re.compile(
    r"([a-z]+[._-])?(info|office|mail|email|hello|contact|contactus|admin|general|main|reception|"
    r"frontdesk|support|help|welcome|inquiries|oficina|contacto|correo|hola|recepcion)\d*@.*",
    re.IGNORECASE,
)
MOST_ARE_SHARED = 0.5


class Told(Protocol):
    """A column as the guess sees it."""

    @property
    def position(self) -> int: ...
    @property
    def heading(self) -> str: ...
    def share(self, looks: re.Pattern[str]) -> float: ...


def told_of_the_person(
    samples: Sequence[Told], mapping: Mapping[int, str], *, differs: Mapping[int, bool]
) -> dict[int, str]:
    """Positions that are the person's after all. `differs`: within one organisation the cells do."""
    names = [position for position, key in mapping.items() if key in NAMES]
    if not names:
        return {}
    are_several = any("#" in key for key in mapping.values())
    found = {}
    for key, of_person in OF_A_PERSON.items():
        columns = [one for one in samples if mapping.get(one.position) == key]
        if len(columns) != 1 or of_person in mapping.values() or _is_of_all(columns[0]):
            continue
        if are_several and f"{of_person}#2" not in mapping.values():
            continue  # of all of them, as far as the headings tell
        position = columns[0].position
        if position > min(names) or differs.get(position):
            found[position] = of_person
    return found


def _is_of_all(column: Told) -> bool:
    """ "Agency phone", or addresses such as info@."""
    words = normal_heading(column.heading).split()
    return not set(PREFIXES).isdisjoint(words) or column.share(SHARED) >= MOST_ARE_SHARED
