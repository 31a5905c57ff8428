import pytest

from common.text.explaining import Explainer, Meaning, explained, in_lines, in_paragraphs

CLINIC = Meaning("Federally Qualified Health Center", "A clinic that sees everybody.")
DESERT = Meaning("", "Fresh food is far away.")
SNAP = Meaning("Supplemental Nutrition Assistance Program", "Help to buy food.")


def found(text, *spelled):
    explainer = Explainer.of(spelled)
    return [(text[one.start : one.end], one.meaning) for one in explainer.first_found(text)]


@pytest.mark.parametrize(
    "text", ["FQHC", "the FQHC,", "(FQHC)", "FQHCs", "the FQHC’s door", "FQHC/WIC"]
)
def test_acronym_is_found_in_its_forms(text):
    assert [meaning for _words, meaning in found(text, ("FQHC", CLINIC))] == [CLINIC]


@pytest.mark.parametrize("text", ["fqhc", "FQHCX", "XFQHC", "Fqhc", "F Q H C", ""])
def test_acronym_is_not_found_in_other_letters(text):
    assert found(text, ("FQHC", CLINIC)) == []


def test_word_that_is_also_an_acronym_is_told_apart():
    assert found("They who eat a snap pea", ("WHO", CLINIC), ("SNAP", SNAP)) == []


@pytest.mark.parametrize(
    "text", ["food desert", "Food Desert", "a FOOD DESERT", "food deserts", "food\ndesert"]
)
def test_word_is_found_whatever_its_capitals(text):
    assert len(found(text, ("food desert", DESERT))) == 1


@pytest.mark.parametrize("text", ["food, desert", "food-desert", "food desertion", "desert food"])
def test_words_that_only_resemble_it_are_not_found(text):
    assert found(text, ("food desert", DESERT)) == []


def test_only_the_first_place_in_a_text_is_told():
    assert len(found("FQHC here, FQHC there, FQHCs everywhere", ("FQHC", CLINIC))) == 1


def test_longer_word_wins():
    longer = Meaning("", "Healthy food for schools.")
    told = found("The SNAP Ed class", ("SNAP", SNAP), ("SNAP Ed", longer))
    assert told == [("SNAP Ed", longer)]


def test_other_spelling_of_a_word_told_already_is_not_told_again():
    told = found(
        "R&D, or research and development", ("R&D", SNAP), ("research and development", SNAP)
    )
    assert told == [("R&D", SNAP)]


def test_spelling_without_letters_is_never_found():
    assert found("what — is — this", ("—", CLINIC)) == []


@pytest.mark.parametrize("number", [1, 1000])
def test_every_word_is_found_among_however_many(number):
    spelled = [(f"ACR{n}X", Meaning("", str(n))) for n in range(number)]
    text = " ".join(term for term, _meaning in spelled)
    assert len(found(text, *spelled)) == number


# ---------------------------------------------------------------- as HTML


def html(text, *spelled):
    return explained(text, Explainer.of(spelled), mark="word")


def test_text_is_escaped_around_the_word_and_in_it():
    evil = Meaning("<b>x</b>", "<script>alert(1)</script>")
    told = html("<i>R&D</i> & more", ("R&D", evil))
    assert "<script>" not in told
    assert "<i>" not in told
    assert told.startswith("&lt;i&gt;<button")
    assert ">R&amp;D</button>" in told
    assert "&lt;b&gt;x&lt;/b&gt;" in told


def test_text_without_a_glossary_is_escaped():
    assert html("<FQHC>") == "&lt;FQHC&gt;"


def test_word_and_meaning_are_tied_together():
    told = html("An FQHC with SNAP", ("FQHC", CLINIC), ("SNAP", SNAP))
    assert 'aria-describedby="word-1">FQHC</button>' in told
    assert 'role="tooltip" id="word-1"' in told
    assert 'aria-describedby="word-2">SNAP</button>' in told


def test_meaning_of_several_lines_parts_no_paragraph():
    told = html("FQHC", ("FQHC", Meaning("", "One.\n\nTwo.")))
    assert in_paragraphs(told).count("<p>") == 1
    assert "One. Two." in told


def test_lines_stay_lines():
    assert in_lines(html("one\r\ntwo")) == "one<br>two"


def test_paragraphs_stay_paragraphs():
    assert in_paragraphs(html("one\n\ntwo\nthree")) == "<p>one</p>\n\n<p>two<br>three</p>"
