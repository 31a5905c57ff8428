"""Two voices that may differ."""

import pytest

from accounts.permissions import Role
from partners.models import ProfileAnswer
from tests.factories import (
    ContactFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    RepresentationFactory,
)
from tests.partners.depth.answers.writing import at, write

# ---------------------------------------------------------------- two voices


def test_what_they_say_and_what_we_note_are_kept_apart(coordinator, organisation):
    marisol = ContactFactory(organisation=organisation, name="Marisol Ortega")
    answer = write(
        coordinator,
        organisation,
        "mission",
        theirs_text="Good food within a walk.",
        ours_text="They mean it.",
        said_by=str(marisol.pk),
        said_on="2026-05-02",
    )
    assert answer.status_code == 302
    theirs, ours = ProfileAnswer.objects.order_by("-voice")
    assert (theirs.voice, theirs.text, theirs.said_by) == (
        "theirs",
        "Good food within a walk.",
        marisol,
    )
    assert theirs.said_on.isoformat() == "2026-05-02"
    assert (ours.text, ours.said_by, ours.recorded_by) == (
        "They mean it.",
        None,
        coordinator.membership.person,
    )
    page = coordinator.get(at("depth", coordinator, organisation)).content.decode()
    assert "Good food within a walk." in page
    assert "They mean it." in page
    assert "Marisol Ortega said it" in page


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_our_notes_are_not_for_viewers_nor_for_the_partner(member, organisation, role):
    ProfileAnswerFactory(organisation=organisation, text="In our own words")
    ProfileAnswerFactory(organisation=organisation, voice="ours", text="A note of ours")
    ProfileRowFactory(organisation=organisation, voice="ours", words="A strength we saw")
    client = member(role, coalition=organisation.coalition)
    if role == Role.PARTNER:
        RepresentationFactory(organisation=organisation, membership=client.membership)
    page = client.get(at("depth", client, organisation)).content.decode()
    assert "In our own words" in page
    assert "A note of ours" not in page
    assert "A strength we saw" not in page


def test_steering_reads_notes_and_writes_none(member, organisation):
    ProfileAnswerFactory(organisation=organisation, voice="ours", text="A note of ours")
    client = member(Role.STEERING, coalition=organisation.coalition)
    assert "A note of ours" in client.get(at("depth", client, organisation)).content.decode()
    assert client.get(at("depth_topic", client, organisation, "mission")).status_code == 403


def test_partner_writes_its_own_words_and_never_touches_our_notes(member, organisation):
    ProfileAnswerFactory(organisation=organisation, voice="ours", text="A note of ours")
    client = member(Role.PARTNER, coalition=organisation.coalition)
    RepresentationFactory(organisation=organisation, membership=client.membership)
    form = client.get(at("depth_topic_own", client, organisation, "mission")).content.decode()
    assert "A note of ours" not in form
    answer = write(
        client,
        organisation,
        "mission",
        "depth_topic_own",
        theirs_text="We feed people.",
        ours_text="Overwritten",
    )
    assert answer.status_code == 302
    told = {one.voice: (one.text, one.is_own_hand) for one in ProfileAnswer.objects.all()}
    assert told == {"theirs": ("We feed people.", True), "ours": ("A note of ours", False)}


def test_partner_does_not_reach_another_organisation(member, organisation):
    client = member(Role.PARTNER, coalition=organisation.coalition)
    assert client.get(at("depth", client, organisation)).status_code == 404
    url = at("depth_topic_own", client, organisation, "mission")
    assert client.get(url).status_code == 404


def test_topic_that_nobody_asks_is_not_there(coordinator, organisation):
    url = at("depth_topic", coordinator, organisation, "horoscope")
    assert coordinator.get(url).status_code == 404


def test_what_is_not_known_is_an_invitation(coordinator, organisation):
    page = coordinator.get(at("depth", coordinator, organisation)).content.decode()
    assert "What are you here to do, and for whom?" in page
    assert at("depth_topic", coordinator, organisation, "mission") in page
