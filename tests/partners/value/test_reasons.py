"""Their motivation and priorities in what we say to them: on the page, in a statement, in a letter."""

import pytest

from partners.models import PartnerLetter, ValueStatement
from partners.models.depth import Topic
from tests.factories import (
    ContactFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    ValueStatementFactory,
    WordingFactory,
)
from tests.partners.value.doors import address, fill, said, speaker_of


@pytest.fixture
def told(organisation):
    """What they said in a talk."""
    ProfileAnswerFactory(
        organisation=organisation, topic=Topic.MOTIVATION, text="We want more girls in sport"
    )
    for place, words in enumerate(["Safe ways home", "Girls in sport"], start=1):
        ProfileRowFactory(
            organisation=organisation, topic=Topic.PRIORITIES, words=words, position=place
        )


def test_what_draws_them_stands_beside_what_we_say(coordinator, organisation, told):
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    assert "We want more girls in sport" in page
    assert page.index("Safe ways home") < page.index("Girls in sport</li>")
    assert "have not said so yet" not in page


def test_our_own_notes_are_not_told_as_their_words(coordinator, organisation):
    ProfileAnswerFactory(
        organisation=organisation, topic=Topic.MOTIVATION, voice="ours", text="They want our money"
    )
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    assert "They want our money" not in page
    assert "have not said so yet" in page


def test_statement_is_written_with_their_reasons_in_sight(coordinator, organisation, told):
    wording = WordingFactory(
        coalition=organisation.coalition,
        for_statements=True,
        body="You said: {motivation}. First comes {priorities}. You hope: {hopes}.",
    )
    url = address("value_statement", coordinator, organisation.pk)
    page = coordinator.get(f"{url}?wording={wording.pk}")
    assert page.context["form"]["statement"].value() == (
        "You said: We want more girls in sport. First comes Safe ways home and Girls in sport."
        " You hope: We want more girls in sport."
    )
    assert page.content.decode().count("We want more girls in sport") > 2


def test_letter_carries_the_statement_and_their_reasons(coordinator, organisation, told):
    contact = ContactFactory(organisation=organisation, name="Marisol Vega")
    ValueStatementFactory(organisation=organisation, statement="You gain a stage.")
    wording = WordingFactory(
        coalition=organisation.coalition, body="{statement}\n{benefits}\n{why_here}\n{motivation}"
    )
    fill(
        coordinator,
        address("letter_add", coordinator, organisation.pk),
        contact=contact.pk,
        wording=wording.pk,
    )
    assert PartnerLetter.objects.get().body == (
        "You gain a stage.\nYou gain a stage.\n{why_here}\nWe want more girls in sport"
    )


def test_coordinator_writes_down_what_they_told(coordinator, organisation):
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    url = address("value_hopes_told", coordinator, organisation.pk)
    assert url in page
    fill(coordinator, url, hopes="More girls in sport")
    told = ValueStatement.objects.get()
    assert (told.hopes, told.hoped_by) == ("More girls in sport", coordinator.membership.person)


def test_what_they_wrote_themselves_is_theirs(coordinator, organisation):
    speaker = speaker_of(organisation)
    fill(speaker, address("value_hopes", speaker, organisation.pk), hopes="Fewer empty shelves")
    url = address("value_hopes_told", coordinator, organisation.pk)
    assert (
        url not in coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    )
    answer = fill(coordinator, url, hopes="Something else")
    assert "Only they change their own word" in said(answer)[0]
    assert ValueStatement.objects.get().hopes == "Fewer empty shelves"
