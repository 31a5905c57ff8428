"""Test vectors: by hand for the formulas, from dictionaries for the syllables."""

import pytest

from common.text.readability import (
    Counts,
    Ease,
    counts_of,
    ease_of,
    english_syllables,
    grade,
    language_of,
    perspicuity,
    reading_of,
    spanish_syllables,
)

PLAIN = "We meet on the first Monday of each month. You can come and tell us what you need. We will help."
HARD = (
    "The interdisciplinary implementation committee coordinates multisectoral interventions that"
    " facilitate equitable utilization of preventive cardiometabolic services, notwithstanding"
    " longstanding organizational constraints and administrative complexities."
)
SPANISH = (
    "La coalición quiere que todas las familias del barrio puedan comprar fruta cerca de su casa."
    " Nos reunimos cada mes. Usted puede venir y decirnos qué falta."
)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (Counts(words=100, sentences=5, syllables=150), 9.91),
        (Counts(words=100, sentences=10, syllables=120), 2.47),
        (Counts(words=6, sentences=1, syllables=6), -1.45),
    ],
)
def test_grade_is_that_of_flesch_and_kincaid(counts, told):
    assert round(grade(counts), 2) == told


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (Counts(words=100, sentences=5, syllables=200), 62.24),
        (Counts(words=100, sentences=4, syllables=230), 38.55),
    ],
)
def test_perspicuity_is_that_of_szigriszt_pazos(counts, told):
    assert round(perspicuity(counts), 2) == round(told, 2)


@pytest.mark.parametrize(
    ("score", "ease"),
    [
        (39, Ease.VERY_HARD),
        (40, Ease.HARD),
        (54, Ease.HARD),
        (55, Ease.NORMAL),
        (65, Ease.EASY),
        (80, Ease.VERY_EASY),
        (110, Ease.VERY_EASY),
    ],
)
def test_score_is_read_on_the_inflesz_scale(score, ease):
    assert ease_of(score) is ease


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "make used asked health years schools rules the"),
        (2, "table houses people science being needed started places agreed client safely"),
        (3, "created various family area together healthier serious hospital religious"),
        (4, "coalition community diabetes development responsible evaluate society vegetables"),
        (5, "organization individual"),
    ],
)
def test_syllables_of_english_words(syllables, words):
    told = {word: english_syllables(word) for word in words.split()}
    assert told == dict.fromkeys(words.split(), syllables)


@pytest.mark.parametrize(
    ("syllables", "words"),
    [
        (1, "muy y pan"),
        (2, "ciudad día salud agua guía país huevo ahí búho barrio"),
        (3, "queremos Uruguay"),
        (4, "aéreo lingüística coalición"),
        (5, "comunidades comunitario"),
    ],
)
def test_syllables_of_spanish_words(syllables, words):
    told = {word: spanish_syllables(word) for word in words.split()}
    assert told == dict.fromkeys(words.split(), syllables)


def test_sentences_end_where_they_end():
    text = "Dr. Raman asks for 3.5 hours. Really? Yes!\n\nA list:\n- bread\n- milk"
    assert counts_of(text, language="en").sentences == 6


def test_text_that_is_too_short_tells_nothing():
    assert reading_of("We meet on Monday.") is None


def test_plain_text_is_not_hard():
    told = reading_of(PLAIN)
    assert told is not None
    assert told.grade is not None
    assert told.grade <= 3
    assert not told.is_hard


def test_text_for_experts_is_hard_and_its_sentences_are_long():
    told = reading_of(HARD)
    assert told is not None
    assert (told.is_hard, told.is_college, told.has_long_sentences) == (True, True, True)


def test_spanish_is_read_by_the_spanish_formula():
    told = reading_of(SPANISH)
    assert told is not None
    assert (told.language, told.grade, told.ease) == ("es", None, Ease.VERY_EASY)


def test_language_of_nothing_is_english():
    assert language_of("") == "en"
