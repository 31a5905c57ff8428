"""By what a row may be an organisation, or an earlier row: one line of the big question each."""

from dataclasses import dataclass

from partners.likeness import names
from partners.likeness.judging import Likeness
from partners.likeness.lexicon import Lexicon
from partners.likeness.names import NameLikeness
from partners.likeness.words import read


@dataclass(frozen=True)
class Target:
    """An organisation of the coalition, or an earlier row of the file."""

    organisation_id: int | None
    same_as: int | None


@dataclass(frozen=True)
class Sign:
    """One reason to think that a row tells of the target. `words` are the names of the two."""

    target: Target
    kind: str
    key: str
    score: float
    words: str
    their_words: str
    has_other_identifier: bool
    is_elsewhere: bool
    lexicon: Lexicon
    likeness: Likeness | None = None

    @property
    def near(self) -> NameLikeness:
        """How near the two names are."""
        return names.compare(read(self.words), read(self.their_words), lexicon=self.lexicon)

    @classmethod
    def of(cls, record: tuple, lexicon: Lexicon) -> "Sign":
        _number, organisation, same_as, kind, key, score, words, identifier, region, *theirs = (
            record
        )
        their_words, their_identifier, their_region = theirs
        return cls(
            target=Target(organisation, same_as),
            kind=kind,
            key=key or "",
            score=float(score),
            words=words,
            their_words=their_words,
            has_other_identifier=bool(identifier and their_identifier)
            and identifier != their_identifier,
            is_elsewhere=bool(region and their_region) and region != their_region,
            lexicon=lexicon,
        )
