"""What a partner says and what we noted: written, read, kept apart, confirmed."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Organisation, ProfileAnswer, ProfileRow, Verification
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    OrganisationFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    RepresentationFactory,
    TermFactory,
    VerificationFactory,
)
from tests.forms import carried


@pytest.fixture
def organisation(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


def at(name: str, client: MemberClient, organisation: Organisation, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, organisation.pk, *args])


def rows(voice: str, *told: dict[str, str]) -> dict[str, str]:
    """Rows of a topic as a browser sends them."""
    prefix = f"{voice}_rows"
    sent = {f"{prefix}-TOTAL_FORMS": str(len(told)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, row in enumerate(told):
        sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return sent


def write(client, organisation, topic, name="depth_topic", **said):
    url = at(name, client, organisation, topic)
    opened = carried(client.get(url), "opened")
    return client.post(url, {"opened": opened, **said})


def undo(client: MemberClient, answer) -> None:
    tags = [message.extra_tags for message in get_messages(answer.wsgi_request)]
    address = next(tag.removeprefix("undo:") for tag in tags if tag)
    assert client.post(address).status_code == 302


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


# ---------------------------------------------------------------- rows


def test_priorities_stand_in_their_order_by_words_of_the_list_or_their_own(
    coordinator, organisation
):
    food = TermFactory(coalition=organisation.coalition, vocabulary="priority", name="Fresh food")
    said = rows(
        "theirs",
        {"position": "2", "term": str(food.pk)},
        {"position": "1", "words": "  Keeping   the doors open "},
        {"position": "", "term": "", "words": ""},
    )
    write(coordinator, organisation, "priorities", **said, **rows("ours"))
    told = ProfileRow.objects.in_order()
    assert [(row.position, row.name) for row in told] == [
        (1, "Keeping the doors open"),
        (2, "Fresh food"),
    ]


def test_same_priority_twice_is_asked_back(coordinator, organisation):
    said = rows("theirs", {"words": "Food"}, {"words": "food "})
    answer = write(coordinator, organisation, "priorities", **said, **rows("ours"))
    assert answer.status_code == 422
    assert "Something stands here twice" in answer.content.decode()
    assert not ProfileRow.objects.exists()


def test_level_of_nothing_is_asked_back(coordinator, organisation):
    said = rows("theirs", {"words": "", "level": "3"})
    answer = write(coordinator, organisation, "strengths", **said, **rows("ours"))
    assert answer.status_code == 422
    assert "What is this about?" in answer.content.decode()


def test_capacity_has_a_size_and_a_row_for_each_kind_that_was_told(coordinator, organisation):
    said = rows(
        "theirs",
        {"kind": "funding", "level": "0", "note": ""},
        {"kind": "outreach", "level": "3", "note": "Five doors"},
        {"kind": "research", "level": "", "note": ""},
    )
    answer = write(coordinator, organisation, "capacity", theirs_choice="M", **said, **rows("ours"))
    assert answer.status_code == 302
    told = ProfileRow.objects.in_order().values_list("kind", "level", "note")
    assert list(told) == [("funding", 0, ""), ("outreach", 3, "Five doors")]
    assert ProfileAnswer.objects.get().choice == "M"


def test_row_that_stays_is_the_same_row(coordinator, organisation):
    kept = ProfileRowFactory(organisation=organisation, words="Cooking", level=1)
    ProfileRowFactory(organisation=organisation, words="Singing", position=2)
    ProfileAnswerFactory(organisation=organisation, topic="strengths", text="")
    said = rows("theirs", {"words": "Cooking", "level": "3"})
    write(coordinator, organisation, "strengths", **said, **rows("ours"))
    told = ProfileRow.objects.get()
    assert (told.pk, told.level) == (kept.pk, 3)


def test_database_refuses_a_row_that_says_nothing(organisation):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileRowFactory(organisation=organisation, words="")


# ---------------------------------------------------------------- taking back, history


def test_answer_is_taken_back_with_one_press(coordinator, organisation):
    ProfileAnswerFactory(organisation=organisation, text="As it was")
    answer = write(coordinator, organisation, "mission", theirs_text="Otherwise")
    assert ProfileAnswer.objects.get().text == "Otherwise"
    undo(coordinator, answer)
    assert ProfileAnswer.objects.get().text == "As it was"


def test_emptied_answer_is_gone_and_comes_back_with_its_rows(coordinator, organisation):
    ProfileAnswerFactory(organisation=organisation, topic="strengths", text="")
    ProfileRowFactory(organisation=organisation, words="Cooking")
    answer = write(coordinator, organisation, "strengths", **rows("theirs"), **rows("ours"))
    assert not ProfileAnswer.objects.exists()
    assert not ProfileRow.objects.exists()
    undo(coordinator, answer)
    assert ProfileRow.objects.get().words == "Cooking"


def test_timeline_tells_it_in_words(coordinator, organisation):
    write(coordinator, organisation, "mission", theirs_text="Good food for all")
    said = rows("theirs", {"words": "Cooking", "level": "3"})
    write(coordinator, organisation, "strengths", **said, **rows("ours"))
    coordinator.post(at("verify", coordinator, organisation))
    page = coordinator.get(at("history", coordinator, organisation)).content.decode()
    assert "Mission, in their words added: Good food for all" in page
    assert "Cooking (others learn from them)" in page
    assert "confirmed what is written of them" in page


def test_same_again_writes_nothing(coordinator, organisation):
    write(coordinator, organisation, "mission", theirs_text="Good food", said_on="2026-05-02")
    before = ProfileAnswer.pgh_event_models["insert"].objects.count()
    write(coordinator, organisation, "mission", theirs_text="Good food", said_on="2026-05-02")
    assert ProfileAnswer.pgh_event_models["insert"].objects.count() == before


def test_two_people_at_one_answer_are_shown_both(coordinator, organisation):
    url = at("depth_topic", coordinator, organisation, "mission")
    opened = carried(coordinator.get(url), "opened")
    coordinator.post(url, {"opened": opened, "theirs_text": "The first one"})
    late = coordinator.post(url, {"opened": opened, "theirs_text": "The second one"})
    assert late.status_code == 409
    assert "The first one" in late.content.decode()
    assert ProfileAnswer.objects.get().text == "The first one"


def test_rows_of_two_people_are_both_kept(coordinator, organisation):
    url = at("depth_topic", coordinator, organisation, "strengths")
    opened = carried(coordinator.get(url), "opened")
    for words in ("Cooking", "Singing"):
        said = rows("theirs", {"words": words, "level": "", "note": ""})
        coordinator.post(url, {"opened": opened, **said, **rows("ours")})
    assert sorted(ProfileRow.objects.values_list("words", flat=True)) == ["Cooking", "Singing"]


# ---------------------------------------------------------------- still right


def test_still_right_notes_who_and_when_once_a_day(coordinator, organisation):
    for _press in range(2):
        coordinator.post(at("verify", coordinator, organisation))
    said = Verification.objects.get()
    assert said.by == coordinator.membership.person
    assert said.on == organisation.coalition.day(at=timezone.now())


def test_partner_confirms_its_own(member, organisation):
    client = member(Role.PARTNER, coalition=organisation.coalition)
    RepresentationFactory(organisation=organisation, membership=client.membership)
    client.post(at("verify_own", client, organisation))
    assert Verification.objects.get().by == client.membership.person


def home(client: MemberClient) -> str:
    return client.get(reverse("dashboard:home", args=[client.slug])).content.decode()


def verifying(client: MemberClient) -> str:
    return client.get(reverse("partners:verifying", args=[client.slug])).content.decode()


def days_ago(days: int):
    return timezone.now() - timedelta(days=days)


@pytest.mark.parametrize(("days", "is_due"), [(179, False), (182, True)])
def test_profile_is_due_once_nobody_confirmed_it_for_half_a_year(coordinator, days, is_due):
    coalition = coordinator.membership.coalition
    partner = OrganisationFactory(coalition=coalition, name="Acorn", created_at=days_ago(900))
    VerificationFactory(organisation=partner, on=days_ago(days).date())
    assert ("Acorn" in verifying(coordinator)) is is_due
    assert ("have waited longer" in verifying(coordinator)) is True
    assert ("Nobody has confirmed for a while" in home(coordinator)) is is_due


def test_newcomer_is_not_due_and_an_old_partner_that_was_never_confirmed_is(coordinator):
    coalition = coordinator.membership.coalition
    OrganisationFactory(coalition=coalition, name="Newcomer")
    OrganisationFactory(coalition=coalition, name="Old hand", created_at=days_ago(200))
    OrganisationFactory(
        coalition=coalition, name="Hoped for", created_at=days_ago(200), prospect=True
    )
    OrganisationFactory(coalition=coalition, name="Gone", created_at=days_ago(200), retired=True)
    page = verifying(coordinator)
    assert [name for name in ("Newcomer", "Old hand", "Hoped for", "Gone") if name in page] == [
        "Old hand"
    ]


# ---------------------------------------------------------------- figures


def fill(organisation: Organisation, number: int) -> None:
    for each in range(number):
        ProfileRowFactory(organisation=organisation, words=f"Strength {each}")
        ProfileAnswerFactory(organisation=organisation, topic=["mission", "values", "equity"][each])
        VerificationFactory(organisation=organisation)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_page_takes_the_same_queries_however_much_is_known(
    coordinator, organisation, django_assert_num_queries, number
):
    fill(organisation, number)
    url = at("depth", coordinator, organisation)
    coordinator.get(url)
    with django_assert_num_queries(10):
        coordinator.get(url)
