"""Taking back, history, what is still right, and figures."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Organisation, ProfileAnswer, ProfileRow, Verification
from tests.conftest import MemberClient
from tests.factories import (
    OrganisationFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    RepresentationFactory,
    VerificationFactory,
)
from tests.forms import carried
from tests.partners.depth.answers.writing import at, rows, write


def undo(client: MemberClient, answer) -> None:
    tags = [message.extra_tags for message in get_messages(answer.wsgi_request)]
    address = next(tag.removeprefix("undo:") for tag in tags if tag)
    assert client.post(address).status_code == 302


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
    with django_assert_num_queries(11):
        coordinator.get(url)
