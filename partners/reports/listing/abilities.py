"""What the list asks of what partners told of themselves: what they can do, and their part of government.

Their own words count, and our notes for whoever reads those: nobody finds by what they may not read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from django.db.models import Exists, Q
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.database.blanks import values
from common.pages.filters import Words
from partners.models import ProfileAnswer, ProfileRow, Topic
from partners.models.depth import Government, Voice
from partners.models.depth.topics import STRENGTHS
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.search.words import Sought, typed_words

UNKNOWN = "unknown"
GOVERNMENT = Topic.GOVERNMENT.value
LEVELS = {str(level): words for level, words in STRENGTHS}
BEST = max(level for level, _words in STRENGTHS)

# How many of a table say each level of government; who says none is UNKNOWN.
GOVERNMENTS = f"""SELECT '{GOVERNMENT}', coalesce(g.choice, '{UNKNOWN}'), '', count(DISTINCT s.id)
    FROM {{table}} s LEFT JOIN partners_profileanswer g ON g.organisation_id = s.id
    AND g.topic = '{GOVERNMENT}' AND g.choice <> ''{{voice}} {{where}} GROUP BY g.choice"""  # noqa: S608 - of our own constants
THEIRS_ONLY = f" AND g.voice = '{Voice.THEIRS}'"


@dataclass(frozen=True)
class Abilities:
    """`?can=interpret&can-least=2&government=city&government=unknown`, checked.

    Every word stands in one and the same strength, or in the name of one kind of capacity of which they have
    some. `least` is how good they are at it, 0 for whatever: of capacity nobody says how good it is.
    """

    words: tuple[str, ...] = ()
    least: int = 0
    governments: tuple[str, ...] = ()

    @classmethod
    def asked(cls, parameters: "MultiValueDict[str, str]") -> Self:
        least, levels = parameters.get("can-least", ""), parameters.getlist(GOVERNMENT)
        return cls(
            words=typed_words(parameters.get("can", "")),
            least=int(least) if least in LEVELS else 0,
            governments=tuple(value.replace("\0", "") for value in levels if value),
        )

    def parameters(self) -> dict[str, list[str]]:
        return {
            "can": [" ".join(self.words)] if self.words else [],
            "can-least": [str(self.least)] if self.least else [],
            GOVERNMENT: list(self.governments),
        }

    def told(self) -> dict[str, Any]:
        """The values that fill the blanks of a question."""
        words = {f"can{n}": Sought.word(word).text for n, word in enumerate(self.words)}
        return {**words, "governments": list(self.governments)}


@dataclass(frozen=True)
class AbilityShape:
    """What of it stands in the words of the SQL; of each word, whether it is looked for inside words."""

    words: tuple[bool, ...] = ()
    least: int = 0
    has_governments: bool = False
    or_unknown: bool = False

    @classmethod
    def of(cls, asked: Abilities) -> Self:
        return cls(
            words=tuple(Sought.word(word).is_inside for word in asked.words),
            least=asked.least,
            has_governments=bool(asked.governments),
            or_unknown=UNKNOWN in asked.governments,
        )

    def without_government(self) -> Self:
        return replace(self, has_governments=False, or_unknown=False)

    def narrowed(
        self, rows: OrganisationQuerySet, told: Mapping[str, Any], *, reader: Membership
    ) -> OrganisationQuerySet:
        if self.words or self.least:
            rows = rows.filter(self._able(told, reader=reader))
        if self.has_governments:
            answers = ProfileAnswer.objects.readable_by(reader).choosing(GOVERNMENT)
            chosen = answers.filter(choice__in=values(told["governments"])).are_there()
            rows = rows.filter(chosen | ~answers.are_there() if self.or_unknown else chosen)
        return rows

    def _able(self, told: Mapping[str, Any], *, reader: Membership) -> Exists | Q:
        sought = [Sought(told[f"can{n}"], inside) for n, inside in enumerate(self.words)]
        told_of_them = ProfileRow.objects.readable_by(reader)
        strengths = told_of_them.strengths().saying(sought).at_least(self.least).are_there()
        if self.least:
            return strengths
        return strengths | told_of_them.of_kinds_saying(sought).are_there()


def governments() -> list[tuple[str, Any]]:
    """The answers of the filter."""
    return [*Government.choices, (UNKNOWN, _("not told yet"))]


@dataclass(frozen=True)
class Able(Words):
    """The chip “Can do”: words, and how good they are at it at least."""

    least: int = 0
    template = "partners/list_able.html"

    @classmethod
    def chosen(cls, asked: Abilities) -> Self:
        return cls("can", _("Can do"), (), text=" ".join(asked.words), least=asked.least)

    @property
    def parameters(self) -> tuple[str, ...]:
        return "can", "can-least"

    @property
    def is_set(self) -> bool:
        return bool(self.text or self.least)

    @property
    def levels(self) -> list[tuple[str, str, bool]]:
        """What can be chosen: value, words, whether it is."""
        return [(value, str(words), value == str(self.least)) for value, words in LEVELS.items()]

    @property
    def summary(self) -> str:
        text = f"“{self.text}”" if self.text else ""
        return ", ".join(filter(None, (text, self._level))) or _("any")

    @property
    def _level(self) -> str:
        words = str(LEVELS.get(str(self.least), ""))
        if not words or self.least == BEST:
            return words
        return _("%(level)s or better") % {"level": words}
