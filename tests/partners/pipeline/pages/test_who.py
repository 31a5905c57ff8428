"""Who, and how many questions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from tests.factories import MembershipFactory, PipelinePlanFactory, PipelineStepFactory
from tests.partners.pipeline.pages.reading import make_ready
from tests.partners.pipeline.way import at, moved, one, prospect, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["pipeline", "pipeline_table", "pipeline_left", "suggestions"])
def test_steering_reads_and_viewers_and_partners_do_not(member, name):
    client = member(Role.STEERING)
    assert client.get(at(client, name)).status_code == 200
    for role in (Role.VIEWER, Role.PARTNER):
        client = member(role)
        assert client.get(at(client, name)).status_code == 403


def test_steering_sees_no_buttons_that_move(member):
    client = member(Role.STEERING)
    organisation = prospect(client)
    page = client.get(at(client, "pipeline")).content.decode()
    assert "formaction" not in page
    assert client.post(at(client, "pipeline_move", organisation.pk)).status_code == 403


def test_other_coalitions_stay_apart(coordinator):
    other = PipelineStepFactory(organisation__kind="prospect", organisation__name="Elsewhere")
    assert "Elsewhere" not in text(coordinator.get(at(coordinator, "pipeline")))
    address = at(coordinator, "pipeline_of", other.organisation_id)
    assert coordinator.get(address).status_code == 404


def questions(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["pipeline", "pipeline_table", "pipeline_left"])
def test_pages_ask_as_much_for_one_as_for_many(coordinator, name):
    def add(number: int) -> None:
        make_ready(coordinator, organisation := prospect(coordinator, f"Prospect {number}"))
        PipelinePlanFactory(organisation=organisation, inviter=MembershipFactory().person)
        moved(coordinator, one(coordinator, f"Gone {number}"), "alumni", cause="done")

    add(1)
    few = questions(coordinator, at(coordinator, name))
    for number in range(2, 5):
        add(number)
    assert questions(coordinator, at(coordinator, name)) == few <= 12


def test_page_of_one_asks_at_most_twelve_questions(coordinator):
    organisation = prospect(coordinator)
    make_ready(coordinator, organisation)
    assert questions(coordinator, at(coordinator, "pipeline_of", organisation.pk)) <= 12
    moved(coordinator, left := one(coordinator, "Gone"), "alumni", cause="done")
    assert questions(coordinator, at(coordinator, "pipeline_of", left.pk)) <= 12
    assert questions(coordinator, at(coordinator, "pipeline_leave", one(coordinator, "X").pk)) <= 12
