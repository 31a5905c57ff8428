"""Words of a text that have a meaning of the reader's own coalition: found, and shown with what they mean.

Nothing here knows where the meanings come from. Whoever keeps them makes an `Explainer` of them once, and
asks it for every text: it looks each word of a text up by its first word, so that a thousand meanings cost
as little as one. See docs/decisions/0036-words-are-explained-from-beneath.md.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import normalize_newlines

# Letters and digits, with an apostrophe or a dot inside: "A1C", "don't", "St".
TOKEN = re.compile(r"\w+(?:[’']\w+)*")
BLANKS = re.compile(r"\s+")
PARAGRAPHS = re.compile(r"\n{2,}")
# From so many letters on a small word is also found in the plural: "food deserts", "promotoras".
PLURAL_FROM = 4


@dataclass(frozen=True)
class Meaning:
    """What a reader is told about a word: `stands_for` for an acronym, `words` in plain language."""

    stands_for: str
    words: str
    key: object = None


@dataclass(frozen=True)
class Found:
    """A place in a text, from `start` up to `end`, and what stands there means."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True)
class _Spelling:
    """One way to write a word: its tokens, and what stands between them."""

    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    is_exact: bool
    meaning: Meaning


@dataclass
class Explainer:
    """Meanings, ready to be found. Made once, asked often; it never changes."""

    _by_first: dict[str, list[_Spelling]] = field(default_factory=dict)

    @classmethod
    def of(cls, spelled: Iterable[tuple[str, Meaning]]) -> "Explainer":
        """From pairs of a spelling and what it means; of two alike the first one counts.

        What has no small letter is an acronym: it is found as it is written, so that WHO is not “who”.
        Everything else is found whatever its capitals.
        """
        found: defaultdict[str, list[_Spelling]] = defaultdict(list)
        for text, meaning in spelled:
            spelling = _spelling(text, meaning)
            if spelling:
                found[spelling.tokens[0].casefold()].append(spelling)
        for several in found.values():
            several.sort(key=lambda one: -len(one.tokens))
        return cls(dict(found))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def first_found(self, text: str) -> Iterator[Found]:
        """The first place of every meaning in a text, in their order; the longer word wins."""
        if not self._by_first:
            return
        told: set[int] = set()
        tokens = list(TOKEN.finditer(text))
        at = 0
        while at < len(tokens):
            spelling = self._at(text, tokens, at)
            if spelling is None:
                at += 1
                continue
            last = at + len(spelling.tokens)
            if id(spelling.meaning) not in told:
                told.add(id(spelling.meaning))
                yield Found(tokens[at].start(), tokens[last - 1].end(), spelling.meaning)
            at = last

    def _at(self, text: str, tokens: Sequence[re.Match[str]], at: int) -> _Spelling | None:
        for first in _singulars(tokens[at][0]):
            for spelling in self._by_first.get(first.casefold(), ()):
                if _stands_at(spelling, text, tokens[at : at + len(spelling.tokens)]):
                    return spelling
        return None


def _spelling(text: str, meaning: Meaning) -> _Spelling | None:
    matches = list(TOKEN.finditer(text))
    if not matches:
        return None
    return _Spelling(
        tokens=tuple(match[0] for match in matches),
        gaps=_gaps(text, matches),
        is_exact=text == text.upper(),
        meaning=meaning,
    )


def _gaps(text: str, tokens: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """What stands between the tokens; a line may end anywhere, so blanks are all alike."""
    return tuple(
        BLANKS.sub(" ", text[one.end() : other.start()]) for one, other in pairwise(tokens)
    )


def _stands_at(spelling: _Spelling, text: str, tokens: Sequence[re.Match[str]]) -> bool:
    if len(tokens) != len(spelling.tokens) or _gaps(text, tokens) != spelling.gaps:
        return False
    *before, last = [token[0] for token in tokens]
    *wanted, wanted_last = spelling.tokens
    if spelling.is_exact:
        return before == wanted and wanted_last in _singulars(last)
    small = {one.casefold() for one in _singulars(last)}
    return [one.casefold() for one in before] == [one.casefold() for one in wanted] and (
        wanted_last.casefold() in small
    )


def _singulars(word: str) -> list[str]:
    """The word, and what it may be the plural or the genitive of: FQHCs, the FQHC’s, deserts."""
    plain = re.sub(r"[’']s$", "", word)
    found = [word] if plain == word else [word, plain]
    if plain[-1:] == "s" and (plain[:-1].isupper() or len(plain) > PLURAL_FROM):
        found.append(plain[:-1])
        if plain.endswith("es") and len(plain) > PLURAL_FROM + 1:
            found.append(plain[:-2])
    return found


# ---------------------------------------------------------------- as HTML


def explained(text: str, explainer: Explainer, *, mark: str) -> SafeString:
    """The text, escaped, with the first place of each known word as a button that tells its meaning.

    A word and its meaning are tied together by an id that begins with `mark`: the text's own on its page.
    """
    if not text or not explainer:
        return conditional_escape(text)
    parts: list[str] = []
    end = 0
    for number, found in enumerate(explainer.first_found(text), start=1):
        before = conditional_escape(text[end : found.start])
        parts += [before, _word(text, found, f"{mark}-{number}")]
        end = found.end
    parts.append(conditional_escape(text[end:]))
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped


def in_lines(marked: SafeString) -> SafeString:
    """Line breaks as they were typed; the counterpart of Django's `linebreaksbr`."""
    return mark_safe(normalize_newlines(marked).replace("\n", "<br>"))  # noqa: S308 - escaped above


def in_paragraphs(marked: SafeString) -> SafeString:
    """Blank lines part paragraphs; the counterpart of Django's `linebreaks`."""
    paragraphs = PARAGRAPHS.split(normalize_newlines(marked))
    told = "\n\n".join(f"<p>{one.replace(chr(10), '<br>')}</p>" for one in paragraphs)
    return mark_safe(told)  # noqa: S308 - escaped above


def _word(text: str, found: Found, name: str) -> SafeString:
    """A button, because it takes focus by key and by touch in every browser; its meaning follows it.

    The stylesheet shows the meaning while the word has the focus or the mouse, so nothing depends on a
    script. A line break in a meaning would part paragraphs, so there is none in it.
    """
    meaning = found.meaning
    plain = BLANKS.sub(" ", meaning.words)
    stands_for = format_html("<b>{}</b> ", meaning.stands_for) if meaning.stands_for else ""
    return format_html(
        '<button type="button" class="word" aria-describedby="{0}">{1}</button>'
        '<span class="meaning" role="tooltip" id="{0}">{2}<span>{3}</span></span>',
        name,
        BLANKS.sub(" ", text[found.start : found.end]),
        stands_for,
        plain,
    )
