"""The choices that a person makes once for a whole file."""

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from accounts.models import Coalition
from partners.imports.values import term_key
from partners.models import Organisation, Term, Voice


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
    voice: str = Voice.OURS  # whose words stand in the columns of the profile in depth

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        return cls(**{key: value for key, value in told.items() if key in cls.__dataclass_fields__})

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def fate_of(self, vocabulary: str, word_key: str) -> str:
        return self.words.get(vocabulary, {}).get(word_key) or self.unknown


@dataclass(frozen=True)
class Lists:
    """The coalition's vocabularies as an import meets them: entries by vocabulary and `term_key`.

    Entries that the import itself would add stand among them, unsaved. `unknown` counts the words of
    the file that were in no list.
    """

    coalition_id: int
    terms: dict[str, dict[str, Term]]
    unknown: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @classmethod
    def of(cls, coalition: Coalition) -> Self:
        terms: dict[str, dict[str, Term]] = defaultdict(dict)
        for term in Term.objects.filter(coalition=coalition).order_by("-retired_on", "pk"):
            terms[term.vocabulary][term_key(term.name)] = term
        return cls(coalition.pk, terms)

    def add_new(self) -> None:
        """Save what the rows up to here have brought in."""
        new = [term for terms in self.terms.values() for term in terms.values() if not term.pk]
        Term.objects.bulk_create(new)

    def known(self, vocabulary: str) -> frozenset[str]:
        return frozenset(self.terms.get(vocabulary, {}))

    def meant(self, vocabulary: str, word: str, *, options: Options) -> Term | None:
        """The entry that the word means; a new one where the person lets it be added."""
        key = term_key(word)
        entries = self.terms.setdefault(vocabulary, {})
        if key in entries and entries[key].pk:
            return entries[key]
        self.unknown[vocabulary][word] += 1
        if key in entries:
            return entries[key]
        fate = options.fate_of(vocabulary, key)
        if fate == "skip":
            return None
        if fate != "add":
            return next((term for term in entries.values() if str(term.pk) == fate), None)
        entries[key] = Term(
            coalition_id=self.coalition_id,
            vocabulary=vocabulary,
            name=word,
            position=1 + max((term.position for term in entries.values()), default=0),
        )
        return entries[key]
