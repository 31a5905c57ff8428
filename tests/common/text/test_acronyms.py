import pytest

from common.text.acronyms import Place, Sum, Use, acronyms_in, long_form, summed

CENTER = "Federally Qualified Health Center"
HERE, THERE = Place("talk", 1, "Clinic"), Place("talk", 2, "School")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The FQHC and the WIC office", {"FQHC": 1, "WIC": 1}),
        ("FQHCs, an FQHC, the FQHC’s door", {"FQHC": 3}),
        ("They measure A1C and do R&D on COVID-19", {"A1C": 1, "R&D": 1, "COVID": 1}),
        ("HIV/AIDS", {"HIV": 1, "AIDS": 1}),
        ("Open at 9 AM, room II, on TV, in the USA", {}),
        ("Write to ruth@CHW.org or see www.CHW.org", {}),
        ("PLEASE DO NOT PARK here", {}),
        ("SNAP", {"SNAP": 1}),
        ("Baltimore, MD 21201", {}),
        ("I am A person", {}),
        ("", {}),
    ],
)
def test_acronyms_of_a_text(text, found):
    assert {use.text: use.times for use in acronyms_in(text)} == found


def test_acronym_that_the_text_explains_counts_no_times():
    assert acronyms_in(f"We are a {CENTER} (FQHC). An FQHC sees everybody.") == [
        Use("FQHC", 0, CENTER)
    ]


@pytest.mark.parametrize(
    ("acronym", "text", "told"),
    [
        ("FQHC", f"a {CENTER} (FQHC)", CENTER),
        ("MOU", "sign the memorandum of understanding (MOU)", "memorandum of understanding"),
        ("WIC", "Women, Infants and Children (WIC)", "Women, Infants and Children"),
        ("WIC", "ask the office (WIC)", ""),
        ("WIC", "Women, Infants and Children", ""),
    ],
)
def test_long_form_stands_before_the_bracket(acronym, text, told):
    assert long_form(acronym, text) == told


def test_uses_are_summed_over_texts():
    texts = [(HERE, iter(["SNAP and SNAP", "SNAP"])), (THERE, iter([f"SNAP at a {CENTER} (FQHC)"]))]
    assert summed(texts, most_places=5) == {"SNAP": Sum(times=4, texts=3, places=(HERE, THERE))}


def test_long_form_of_one_text_is_told_of_all():
    texts = [(HERE, iter(["the FQHC"])), (THERE, iter([f"a {CENTER} (FQHC)"]))]
    assert summed(texts, most_places=5)["FQHC"] == Sum(1, 1, CENTER, (HERE,))


def test_no_more_places_are_kept_than_wanted():
    texts = [(Place("talk", n, ""), iter(["SNAP"])) for n in range(4)]
    found = summed(texts, most_places=2)["SNAP"]
    assert (found.texts, len(found.places)) == (4, 2)
