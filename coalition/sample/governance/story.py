"""How the sample coalition works: its bodies, who sat where, its rules. Each part of it writes its own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import Organisation


@dataclass(frozen=True)
class Story:
    """What every part of it is written from. Organisations are known by today's name, people by their key."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def told(self, name: str) -> dict[str, Any]:
        """The cards of one file under data/governance/."""
        return tomllib.loads((DATA / "governance" / f"{name}.toml").read_text(encoding="utf-8"))
