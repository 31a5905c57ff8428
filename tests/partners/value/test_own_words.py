"""What a partner gains, as it says itself: beside our words, never instead of them."""

import pytest

from partners.models import ValueStatement
from tests.factories import OrganisationFactory, ValueStatementFactory, WordingFactory
from tests.partners.pipeline.way import text
from tests.partners.value.doors import address, fill, speaker_of


@pytest.fixture
def speaker(organisation):
    return speaker_of(organisation)


def say(client, organisation, words):
    return fill(client, address("value_own_words", client, organisation.pk), own_words=words)


def test_partner_says_it_in_their_own_words(coordinator, organisation, speaker):
    ValueStatementFactory(organisation=organisation, statement="More people find you.")
    say(speaker, organisation, "Neighbors trust us more.")
    told = ValueStatement.objects.get()
    assert (told.own_words, told.own_words_by) == (
        "Neighbors trust us more.",
        speaker.membership.person,
    )
    assert told.statement == "More people find you."
    for client in (coordinator, speaker):
        for name in ("value", "value_review"):
            page = text(client.get(address(name, client, organisation.pk)))
            assert "More people find you." in page
            assert "Neighbors trust us more." in page


def test_each_text_has_a_merge_word_of_its_own(coordinator, organisation, speaker):
    ValueStatementFactory(organisation=organisation, statement="Ours")
    say(speaker, organisation, "Theirs")
    page = text(coordinator.get(address("value", coordinator, organisation.pk)))
    assert "In letters these words stand for {statement}" in page
    assert "In letters these words stand for {own_words}" in page
    wording = WordingFactory(
        coalition=organisation.coalition, for_statements=True, body="You say: {own_words}"
    )
    url = address("value_statement", coordinator, organisation.pk)
    begun = coordinator.get(f"{url}?wording={wording.pk}")
    assert begun.context["form"]["statement"].value() == "You say: Theirs"


def test_coordinator_does_not_write_them(coordinator, organisation):
    url = address("value_own_words", coordinator, organisation.pk)
    assert coordinator.get(url).status_code == 403


def test_partner_writes_none_of_others(organisation, speaker):
    other = OrganisationFactory(coalition=organisation.coalition)
    assert speaker.get(address("value_own_words", speaker, other.pk)).status_code == 404


def test_emptied_they_say_nothing_any_more(organisation, speaker):
    say(speaker, organisation, "Theirs")
    say(speaker, organisation, "")
    told = ValueStatement.objects.get()
    assert (told.own_words, told.own_words_by, told.own_words_on) == ("", None, None)


def test_words_are_in_the_story(coordinator, organisation, speaker):
    say(speaker, organisation, "Theirs")
    story = coordinator.get(address("history", coordinator, organisation.pk))
    assert "They wrote down what they gain, in their own words" in text(story)
