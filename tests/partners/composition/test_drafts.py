"""The words with which a gap begins: whom we miss, and what they would gain."""

import pytest

from partners.models import NeededVoice
from tests.factories import WordingFactory
from tests.partners.composition.table import at, needed


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def missing(coalition) -> NeededVoice:
    return needed(coalition, population="Renters", area="Riverbend")


def draft_of(client, voice: NeededVoice) -> str:
    return client.get(at(client, "gap", voice.pk)).context["found"].draft


def test_draft_says_whom_we_miss_where_and_what_anybody_gains(coordinator, missing):
    draft = draft_of(coordinator, missing)
    assert draft.startswith("Renters in Riverbend should be heard where things are decided.")
    assert draft.endswith("named wherever we tell what was done together.")
    assert "learn early what is planned in Riverbend" in draft


def test_draft_for_a_sector_of_our_own_is_what_we_say_to_anybody(coordinator, coalition):
    voice = needed(coalition, sector="Fishing")
    assert draft_of(coordinator, voice).startswith("{organisation} reaches people")
    WordingFactory(coalition=coalition, sector=None, for_statements=True, body="Ours for all.")
    assert draft_of(coordinator, voice) == "Ours for all."


def test_draft_of_a_condition_in_a_place_is_one_warm_text(coordinator, coalition):
    voice = needed(coalition, determinant="Housing", area="Riverbend")
    draft = draft_of(coordinator, voice)
    assert draft.startswith("So much of how people in Riverbend fare comes down to this: Housing.")
    assert "Housing" not in draft[100:]


def test_draft_is_in_the_language_of_whoever_asks(coordinator, coalition, missing):
    coordinator.cookies["django_language"] = "es"
    coordinator.membership.person.language = "es"
    coordinator.membership.person.save()
    assert "Ustedes están más cerca" in draft_of(coordinator, missing)
