"""Wordings: the words that are filled in, the shipped set, and a coalition's own."""

import re

import pytest

from common.refusal import Refusal
from partners.models import Wording
from partners.operations.value.wordings import fill_wordings
from partners.presets import SECTORS
from partners.reports.value.merge_words import OF_LETTERS, fill, gaps_in, refuse_unknown
from partners.reports.value.wordings import offered_to
from partners.wordings import languages, shipped_wordings
from tests.factories import (
    ClassificationFactory,
    PersonFactory,
    TermFactory,
    WordingFactory,
)
from tests.forms import all_hidden
from tests.partners.value.doors import address, said
from tests.partners.value.doors import fill as fill_in

# ---------------------------------------------------------------- merge words


def test_unknown_merge_words_are_refused_by_name():
    with pytest.raises(Refusal) as refused:
        refuse_unknown("Dear {contcat}, {organisation} {colation}", known=OF_LETTERS)
    assert str(refused.value).startswith("Nobody knows the merge word {contcat} and {colation}. ")
    assert "{contact}" in str(refused.value)


@pytest.mark.parametrize("text", ["Dear {contact", "Dear contact}", "{{contact}}", "{a{contact}}"])
def test_stray_brace_is_refused(text):
    with pytest.raises(Refusal):
        refuse_unknown(text, known=OF_LETTERS)


@pytest.mark.parametrize(
    "text", ["{{ 7|add:7 }}", "{% load i18n %}", "{0.__class__}", "{contact.email}", "{contact!r}"]
)
def test_nothing_is_run_or_reached_into(text):
    with pytest.raises(Refusal):
        refuse_unknown(text, known=OF_LETTERS)
    assert fill(text, {"contact": "Marisol"}).text == text


def test_what_is_filled_in_is_not_looked_at_again():
    filled = fill("{organisation}, {contact}", {"organisation": "{contact}", "contact": "Ana"})
    assert filled.text == "{contact}, Ana"


def test_word_of_which_nothing_is_known_stays_and_is_told():
    filled = fill("{contact} {hopes} {hopes}", {"contact": "Ana", "hopes": ""})
    assert (filled.text, filled.missing) == ("Ana {hopes} {hopes}", ("hopes",))
    assert gaps_in(filled.text) == ["hopes"]


# ---------------------------------------------------------------- the shipped set


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("preset", SECTORS)
def test_every_preset_sector_has_a_statement_and_a_letter(preset, language):
    shipped = shipped_wordings(language)
    told = {(one.purpose, name) for one in shipped for name in one.sector_names}
    for sector, _broad in SECTORS[preset]:
        assert {("statement", str(sector)), ("letter", str(sector))} <= told


@pytest.mark.parametrize(
    "shipped",
    [one for language in languages() for one in shipped_wordings(language)],
    ids=lambda one: f"{one.language} {one.purpose} {one.name}",
)
def test_shipped_wording_knows_all_its_words(shipped):
    refuse_unknown(shipped.subject + shipped.body, known=OF_LETTERS)
    assert "[opening]" not in shipped.body


@pytest.mark.parametrize("language", languages())
def test_shipped_sets_say_the_same_with_the_same_words(language):
    """In every language as in English: which sectors there are, and what a draft fills in."""

    def shape(code: str) -> list[tuple[str, tuple[str, ...], list[str]]]:
        return [
            (one.purpose, one.sector_names, sorted(re.findall(r"{(\w+)}", one.subject + one.body)))
            for one in shipped_wordings(code)
        ]

    assert shape(language) == shape("en")


def test_spanish_set_names_its_sectors_in_spanish():
    names = {one.name for one in shipped_wordings("es")}
    assert "Vivienda" in names
    assert "Housing" not in names


def test_set_is_filled_for_the_sectors_that_are_here_and_once(
    administrator, django_assert_max_num_queries
):
    coalition = administrator.membership.coalition
    TermFactory(coalition=coalition, name="Housing")
    TermFactory(coalition=coalition, name="Jóvenes")
    TermFactory(coalition=coalition, name="Beekeepers")
    url = address("wordings_fill", administrator)
    with django_assert_max_num_queries(20):
        answer = administrator.post(url)
    assert said(answer) == ["9 wordings are new in the list."]
    of_sectors = Wording.objects.exclude(purpose="holding")
    assert set(of_sectors.values_list("name", "sector__name")) == {
        ("For anybody", None),
        ("Housing", "Housing"),
        ("Youth", "Jóvenes"),
    }
    assert said(administrator.post(url))[-1] == "All of them are in the list already."
    assert (of_sectors.count(), Wording.objects.count()) == (6, 9)


def test_language_without_a_set_gets_the_english_one(organisation):
    assert fill_wordings(organisation.coalition, language="fr", by=PersonFactory()) == 5
    assert set(Wording.objects.values_list("language", flat=True)) == {"en"}


# ---------------------------------------------------------------- keeping wordings


def test_wording_with_an_unknown_word_is_refused_with_a_sentence(coordinator):
    url = address("wording_add", coordinator) + "?for=letter"
    answer = fill_in(coordinator, url, name="Shops", subject="Hello", body="Dear {contcat}")
    assert answer.status_code == 422
    assert "Nobody knows the merge word {contcat}." in answer.content.decode()
    assert not Wording.objects.exists()


def test_statement_does_not_know_the_words_of_letters(coordinator):
    answer = fill_in(coordinator, address("wording_add", coordinator), name="A", body="{contact}")
    assert answer.status_code == 422


def test_wording_is_added_edited_moved_retired_and_offered_again(coordinator):
    url = address("wording_add", coordinator) + "?for=letter"
    for name in ("Shops", "Schools"):
        fill_in(coordinator, url, name=name, subject="Hello", body="Dear {contact}")
    shops, schools = Wording.objects.order_by("position")
    edit = address("wording", coordinator, shops.pk)
    fill_in(coordinator, edit, name="Small shops", subject="Hello", body="Dear {full_name}")
    page = coordinator.get(address("wordings", coordinator))
    move = address("wording_move", coordinator, schools.pk)
    coordinator.post(move, {"form_key": all_hidden(page)["form_key"][1], "step": "earlier"})
    named = list(Wording.objects.order_by("position").values_list("name", flat=True))
    assert named == ["Schools", "Small shops"]
    coordinator.post(address("wording_retire", coordinator, shops.pk))
    assert Wording.objects.current().get() == schools
    coordinator.post(address("wording_restore", coordinator, shops.pk))
    assert Wording.objects.current().count() == 2


def test_second_wording_of_a_name_is_refused(coordinator, wording):
    url = address("wording_add", coordinator) + "?for=letter"
    answer = fill_in(coordinator, url, name=wording.name.upper(), subject="A", body="B")
    assert answer.status_code == 422
    assert "already" in answer.content.decode()


def test_wordings_of_their_sector_are_offered_first(organisation):
    coalition = organisation.coalition
    food, housing = TermFactory(coalition=coalition), TermFactory(coalition=coalition)
    ClassificationFactory(organisation=organisation, term=food)
    anybody = WordingFactory(coalition=coalition)
    others = WordingFactory(coalition=coalition, sector=housing)
    fitting = WordingFactory(coalition=coalition, sector=food)
    WordingFactory(coalition=coalition, sector=food, retired_on="2026-01-01")
    offered = offered_to(organisation, purpose=Wording.Purpose.LETTER)
    assert offered.ids == [fitting.pk, anybody.pk, others.pk]
    assert offered.usual == fitting.pk
