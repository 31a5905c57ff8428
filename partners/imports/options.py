"""The choices that a person makes once for a whole file."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from partners.models import Organisation, Term


@dataclass(frozen=True, kw_only=True)
class Options:
    """`words` tells, for single words that the coalition's lists do not have, which entry they mean.

    Vocabulary → word by `term_key` → "add", "skip", or the id of an entry. All others follow `unknown`.
    """

    scheme: str = ""
    kind: str = Organisation.Kind.PARTNER
    day_first: bool = False
    unknown: str = "add"
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    drops_bad_cells: bool = False
    keeps_ours: bool = False

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        return cls(**{key: value for key, value in told.items() if key in cls.__dataclass_fields__})

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def fate_of(self, vocabulary: str, word_key: str) -> str:
        return self.words.get(vocabulary, {}).get(word_key) or self.unknown


@dataclass(frozen=True)
class Lists:
    """The coalition's vocabularies as an import meets them: entries by vocabulary and `term_key`."""

    terms: dict[str, dict[str, Term]]

    def known(self, vocabulary: str) -> frozenset[str]:
        return frozenset(self.terms.get(vocabulary, {}))
