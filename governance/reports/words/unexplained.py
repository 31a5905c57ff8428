"""Acronyms of the coalition's texts that its glossary does not explain yet."""

from dataclasses import dataclass
from typing import Any

from common.text.acronyms import Place
from governance.models import FoundAcronym, NotAnAcronym, Word
from governance.reports.words.sources import BY_KEY

SHOWN = 200


@dataclass(frozen=True)
class Where:
    """A text in which it stands, as a link."""

    label: Any
    name: str
    url: str


@dataclass(frozen=True)
class Unexplained:
    text: str
    times: int
    texts: int
    stands_for: str
    places: tuple[Where, ...]

    @property
    def elsewhere(self) -> int:
        """In how many texts beside those that are named."""
        return max(self.texts - len(self.places), 0)


def unexplained(coalition: int, *, slug: str) -> list[Unexplained]:
    """Most used first. Three queries, whatever was found."""
    known = known_spellings(coalition)
    known |= set(NotAnAcronym.objects.of_coalition(coalition).values_list("text", flat=True))
    rows = FoundAcronym.objects.of_coalition(coalition).most_used_first()
    return [_told(row, slug) for row in rows if row.text not in known][:SHOWN]


def known_spellings(coalition: int) -> set[str]:
    """Every way in which a word of the glossary is written."""
    rows = Word.objects.of_coalition(coalition).current().values_list("term", "spellings")
    return {text for term, spellings in rows for text in (term, *spellings)}


def _told(row: FoundAcronym, slug: str) -> Unexplained:
    places = [Place(**place) for place in row.places if place["kind"] in BY_KEY]
    return Unexplained(
        text=row.text,
        times=row.times,
        texts=row.texts,
        stands_for=row.stands_for,
        places=tuple(
            Where(BY_KEY[one.kind].label, one.name, BY_KEY[one.kind].url(slug, one.row))
            for one in places
        ),
    )
