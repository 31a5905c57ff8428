"""Files that name a person, told by the apps above: the question is a signal, the answers have this shape."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from accounts.signals import files_asked


class Place(Enum):
    """Where in the file they are named."""

    NAME = _("in its name")
    CELLS = _("in its rows")


@dataclass(frozen=True)
class FileAbout:
    name: str
    coalition: str
    at: datetime
    place: Place

    @property
    def told(self) -> dict[str, str]:
        """For the file that programs read."""
        return {
            "name": self.name,
            "coalition": self.coalition,
            "at": self.at.isoformat(),
            "named": self.place.name.lower(),
        }


def files_about(person: Person) -> list[FileAbout]:
    """In the coalitions to which they belong or have belonged, the latest first."""
    coalitions = set(Membership.objects.of(person).values_list("coalition", flat=True))
    answers = files_asked.send(Person, person=person, coalitions=coalitions)
    found: list[FileAbout] = [file for _receiver, files in answers for file in files]
    return sorted(found, key=lambda file: file.at, reverse=True)
