"""The discovery interview: one question at a time, over several visits and several people."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import InterviewVisit, ProfileAnswer, Topic
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    ProfileAnswerFactory,
)
from tests.forms import carried


@pytest.fixture
def organisation(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


@pytest.fixture
def marisol(organisation):
    return ContactFactory(organisation=organisation, name="Marisol Ortega")


def begin(client, organisation, contact=None):
    url = reverse("partners:interview", args=[client.slug, organisation.pk])
    key = carried(client.get(url), "form_key")
    return client.post(url, {"form_key": key, "contact": str(contact.pk) if contact else ""})


def answer(client, address, *, go="next", **said):
    opened = carried(client.get(address), "opened")
    return client.post(address, {"opened": opened, "go": go, **said})


def test_first_question_is_about_their_mission_and_the_next_one_follows(
    coordinator, organisation, marisol
):
    first = begin(coordinator, organisation, marisol)["Location"]
    assert first.endswith("/mission/")
    page = coordinator.get(first).content.decode()
    assert "What are you here to do, and for whom?" in page
    assert "Question 1 of 15" in page
    second = answer(coordinator, first, theirs_text="We feed people.", said_by=str(marisol.pk))
    assert second["Location"].endswith("/initiatives/")
    told = ProfileAnswer.objects.get()
    assert (told.text, told.said_by) == ("We feed people.", marisol)


def test_who_answers_is_chosen_already(coordinator, organisation, marisol):
    page = coordinator.get(begin(coordinator, organisation, marisol)["Location"])
    assert page.context["form"]["said_by"].value() == str(marisol.pk)


def test_stopping_remembers_the_next_question_and_a_colleague_goes_on_there(
    coordinator, organisation, marisol
):
    first = begin(coordinator, organisation, marisol)["Location"]
    answer(coordinator, first)
    second = answer(coordinator, first.replace("mission", "initiatives"), go="stop")
    assert second["Location"].endswith(f"/{organisation.pk}/depth/")
    leon = MemberClient.of(MembershipFactory(coalition=organisation.coalition))
    page = leon.get(reverse("partners:interview", args=[leon.slug, organisation.pk]))
    assert "stopped before “Strengths”" in page.content.decode()
    assert begin(leon, organisation, marisol)["Location"].endswith("/strengths/")
    assert InterviewVisit.objects.count() == 2


def test_coming_back_on_the_same_day_goes_on_with_the_same_visit(
    coordinator, organisation, marisol
):
    for _visit in range(2):
        begin(coordinator, organisation, marisol)
    assert InterviewVisit.objects.count() == 1


def test_last_question_finishes_it_and_the_next_talk_begins_anew(coordinator, organisation):
    first = begin(coordinator, organisation)["Location"]
    last = answer(coordinator, first.replace("mission", Topic.values[-1]))
    assert last["Location"].endswith(f"/{organisation.pk}/depth/")
    assert InterviewVisit.objects.get().is_finished
    assert begin(coordinator, organisation)["Location"].endswith("/mission/")


def test_empty_answer_stays_an_open_question(coordinator, organisation):
    answer(coordinator, begin(coordinator, organisation)["Location"])
    assert not ProfileAnswer.objects.exists()


def test_walking_past_an_answer_leaves_who_said_it_and_when(coordinator, organisation, marisol):
    dev = ContactFactory(organisation=organisation, name="Dev Patel")
    told = ProfileAnswerFactory(organisation=organisation, text="As told", said_by=dev)
    first = begin(coordinator, organisation, marisol)["Location"]
    said = {"said_by": str(marisol.pk), "said_on": "2026-11-02"}
    answer(coordinator, first, theirs_text="As told", **said)
    told.refresh_from_db()
    assert told.said_by == dev
    answer(coordinator, first, theirs_text="Told anew", **said)
    told.refresh_from_db()
    assert (told.said_by, told.said_on.isoformat()) == (marisol, "2026-11-02")


def test_visit_of_another_partner_is_not_there(coordinator, organisation):
    other = OrganisationFactory(coalition=organisation.coalition)
    address = begin(coordinator, organisation)["Location"]
    theirs = address.replace(f"/{organisation.pk}/", f"/{other.pk}/", 1)
    assert coordinator.get(theirs).status_code == 404


def test_viewer_interviews_nobody(member, organisation):
    client = member(Role.VIEWER, coalition=organisation.coalition)
    url = reverse("partners:interview", args=[client.slug, organisation.pk])
    assert client.get(url).status_code == 403
