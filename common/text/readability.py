"""How hard a text is to read, by published formulas. Pure: no database, no clock.

English: the Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom, 1975),
`0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59`: the school grade in which it is understood.

Spanish: the perspicuity of Szigriszt Pazos (1993), `206.835 − 62.3 × syllables ÷ words − words ÷ sentences`,
read on the INFLESZ scale (Barrio Cantalejo and others, An Sist Sanit Navar 2008; 31: 135–152), which was
made for texts to patients: under 40 very hard, to 55 somewhat hard, to 65 normal, to 80 quite easy, above
very easy.

Syllables are counted by rules, not by a dictionary; of a hundred English words a handful come out one off,
which moves a grade by a few tenths. So grades are told in whole numbers, as a hint.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

ENGLISH, SPANISH = "en", "es"
# Of fewer words a formula tells nothing: one long name would decide.
LEAST_WORDS = 20
# What most grown-ups read without effort; texts for everybody should not be harder [our default].
EASY_GRADE = 8
LAST_GRADE = 12
EASY_INFLESZ = 55
# Beyond so many words in a sentence on average, it is the sentences that make a text hard [our default].
LONG_SENTENCE = 20

WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
# A full stop inside “3.5”, “e.g.” or behind “Dr” ends nothing; an empty line, or a listed point, does.
ABBREVIATED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|St|Sr|Sra|Jr|No|vs|etc|e\.g|i\.e|p\. ej|EE|UU)\.", re.I
)
SENTENCE_END = re.compile(r"[.!?…]+(?=[\s”»\")\]]|$)|\n\s*\n|\n(?=\s*[-•*–]\s)|:\s*\n")


class Ease(StrEnum):
    """The steps of the INFLESZ scale."""

    VERY_HARD = "very_hard"
    HARD = "hard"
    NORMAL = "normal"
    EASY = "easy"
    VERY_EASY = "very_easy"


INFLESZ = ((40, Ease.VERY_HARD), (55, Ease.HARD), (65, Ease.NORMAL), (80, Ease.EASY))


@dataclass(frozen=True)
class Counts:
    words: int
    sentences: int
    syllables: int


@dataclass(frozen=True)
class Reading:
    """How a text reads. `grade` is told of English, `score` (about 0 to 100) and `ease` of Spanish."""

    language: str
    words_in_a_sentence: int
    grade: int | None = None
    score: int | None = None
    ease: Ease | None = None

    @property
    def is_hard(self) -> bool:
        if self.grade is not None:
            return self.grade > EASY_GRADE
        return self.score is not None and self.score < EASY_INFLESZ

    @property
    def is_college(self) -> bool:
        return self.grade is not None and self.grade > LAST_GRADE

    @property
    def has_long_sentences(self) -> bool:
        return self.words_in_a_sentence > LONG_SENTENCE


def reading_of(text: str) -> Reading | None:
    """How a text reads, in the language it is written in; None when it is too short to tell."""
    language = language_of(text)
    counts = counts_of(text, language=language)
    if counts.words < LEAST_WORDS:
        return None
    length = round(counts.words / counts.sentences)
    if language == SPANISH:
        score = round(perspicuity(counts))
        return Reading(language, length, score=score, ease=ease_of(score))
    return Reading(language, length, grade=max(round(grade(counts)), 1))


def grade(counts: Counts) -> float:
    """Flesch–Kincaid: the grade of a school in the United States. May be below 1 for very plain texts."""
    a_sentence, a_word = counts.words / counts.sentences, counts.syllables / counts.words
    return 0.39 * a_sentence + 11.8 * a_word - 15.59


def perspicuity(counts: Counts) -> float:
    """Szigriszt Pazos: the higher, the easier."""
    a_sentence, a_word = counts.words / counts.sentences, counts.syllables / counts.words
    return 206.835 - 62.3 * a_word - a_sentence


def ease_of(score: float) -> Ease:
    return next((ease for below, ease in INFLESZ if score < below), Ease.VERY_EASY)


def counts_of(text: str, *, language: str) -> Counts:
    words = WORD.findall(text)
    syllables = spanish_syllables if language == SPANISH else english_syllables
    return Counts(len(words), _sentences(text), sum(map(syllables, words)))


def _sentences(text: str) -> int:
    plain = ABBREVIATED.sub(lambda match: match[0].replace(".", ""), text)
    return max(sum(1 for part in SENTENCE_END.split(plain) if WORD.search(part)), 1)


# ---------------------------------------------------------------- which language

COMMON = {
    ENGLISH: {
        "the",
        "of",
        "and",
        "to",
        "in",
        "we",
        "you",
        "is",
        "are",
        "that",
        "for",
        "with",
        "our",
    },
    SPANISH: {
        "el",
        "la",
        "los",
        "las",
        "de",
        "del",
        "que",
        "y",
        "en",
        "es",
        "un",
        "una",
        "para",
        "con",
    },
}


def language_of(text: str) -> str:
    """English or Spanish, by their commonest words; English when there is nothing to go by."""
    words = [word.casefold() for word in WORD.findall(text)]
    seen = {code: sum(word in common for word in words) for code, common in COMMON.items()}
    return SPANISH if seen[SPANISH] > seen[ENGLISH] else ENGLISH


# ---------------------------------------------------------------- syllables

VOWELS = re.compile(r"[aeiouy]+")
# Vowels that stand together and are said apart: "radi-o" but not "nati-on", "be-ing", "evalu-ate".
APART = re.compile(
    r"(?<![tcsg])i[aou]|ier$|ie(?=ty)|lie(?=n)|(?<=cr)ea(?=t)|[eouy]ing|uou|(?<![qg])ua(?=[lt])"
)
# An e that is not said: "make", "used", "safely"; after s, c, g and the like it is: "places".
SILENT = re.compile(r"(?:[^aeiouyl]e|[aeiouy]les?|[^aeiouyszxcghl]es|[^aeiouytd]ed|[^aeioul]ely)$")
# Frequent words that the rules miss.
ODD = {
    **dict.fromkeys(("the",), 1),
    **dict.fromkeys(("business", "every", "people", "science", "someone", "something"), 2),
    **dict.fromkeys(("area", "areas", "everyone", "idea", "ideas"), 3),
    **dict.fromkeys(("coalition", "coalitions", "diabetes"), 4),
}


def english_syllables(word: str) -> int:
    """By groups of vowels, less a silent e, plus vowels that are said apart; at least one.

    >>> [english_syllables(word) for word in ("make", "table", "houses", "created", "coalition")]
    [1, 2, 2, 3, 4]
    """
    return sum(_english(part) for part in re.split(r"[-’']", word.lower()) if len(part) > 1) or 1


def _english(word: str) -> int:
    if word in ODD:
        return ODD[word]
    if not VOWELS.search(word):
        return len(word)  # letters that are spelt out: "HPV"
    count = len(VOWELS.findall(word)) + len(APART.findall(word))
    return max(count - bool(SILENT.search(word)), 1)


STRONG = "aeoáéíóú"
_NUCLEUS = re.compile(r"[aeiouáéíóúü]+")


def spanish_syllables(word: str) -> int:
    """By the rules of the language: weak vowels join their neighbours, strong or accented ones stand apart.

    >>> [spanish_syllables(word) for word in ("ciudad", "día", "salud", "comunidades", "aéreo", "guía")]
    [2, 2, 2, 5, 4, 2]
    """
    plain = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "g", word.lower())
    plain = re.sub(r"y(?=$|[^aeiouáéíóú])", "i", plain)
    return sum(map(_nuclei, _NUCLEUS.findall(plain))) or max(len(WORD.findall(word)), 1)


def _nuclei(vowels: str) -> int:
    """Of letters that stand together: each strong one is one, weak ones alone are one."""
    return sum(letter in STRONG for letter in vowels) or 1
