"""A talk is changed, deleted, followed up and brought back; who may, and what history tells of it."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Touchpoint
from tests.conftest import MemberClient
from tests.factories import (
    TODAY,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    TouchpointFactory,
)
from tests.forms import carried
from tests.partners.changes import change


@pytest.fixture
def talk(coordinator):
    northgate = OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Northgate Grocers"
    )
    return TouchpointFactory(
        organisation=northgate,
        said="Marisol sends the menu",
        logged_by=coordinator.membership.person,
    )


def address(client: MemberClient, name: str, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def undo_of(answer) -> str:
    [said] = get_messages(answer.wsgi_request)
    return said.extra_tags.split("undo:")[1].split()[0]


def form_of(client, talk) -> dict:
    """Everything the page of a talk would send back unchanged."""
    page = client.get(address(client, "talk_edit", talk.pk))
    return {
        "opened": carried(page, "opened"),
        "said": talk.said,
        "kind": talk.kind,
        "on": talk.on.isoformat(),
        "direction": talk.direction,
        "channel": talk.channel,
    }


def delete_form_of(client, talk) -> dict:
    """The delete button, as the page of the partner shows it for the only talk."""
    shown = client.get(address(client, "talks_of", talk.organisation_id))
    return {"opened": carried(shown, "opened")}


def pressed(client, talk) -> object:
    shown = client.get(address(client, "talks") + f"?q={talk.said.split()[0]}")
    mark = carried(shown, "opened")
    return client.post(address(client, "talk_delete", talk.pk), {"opened": mark})


def test_changed_talk_is_kept_and_can_be_undone(coordinator, talk):
    sent = form_of(coordinator, talk) | {"said": "Marisol sends two menus", "kind": "visit"}
    answer = coordinator.post(address(coordinator, "talk_edit", talk.pk), sent)
    assert answer.status_code == 302, answer.content.decode()
    talk.refresh_from_db()
    assert (talk.said, talk.kind) == ("Marisol sends two menus", "visit")
    coordinator.post(undo_of(answer))
    talk.refresh_from_db()
    assert (talk.said, talk.kind) == ("Marisol sends the menu", "call")


def test_deleted_talk_comes_back_with_who_took_part(coordinator, talk):
    marisol = ContactFactory(organisation=talk.organisation)
    talk.theirs.create(coalition=talk.coalition, contact=marisol)
    talk.ours.create(coalition=talk.coalition, person=talk.logged_by)
    answer_of_theirs = TouchpointFactory(organisation=talk.organisation, answers=talk)
    answer = pressed(coordinator, talk)
    assert [*Touchpoint.objects.all()] == [answer_of_theirs]
    coordinator.post(undo_of(answer))
    back = Touchpoint.objects.get(pk=talk.pk)
    assert ([*back.contacts.all()], [*back.members.all()]) == ([marisol], [talk.logged_by])
    answer_of_theirs.refresh_from_db()
    assert answer_of_theirs.answers == talk


def test_talk_that_somebody_changed_meanwhile_is_not_deleted(coordinator, talk):
    form = delete_form_of(coordinator, talk)
    Touchpoint.objects.filter(pk=talk.pk).update(said="Something else altogether")
    coordinator.post(address(coordinator, "talk_delete", talk.pk), form)
    assert Touchpoint.objects.filter(pk=talk.pk).exists()


def test_two_who_changed_one_talk_choose(coordinator, talk):
    sent = form_of(coordinator, talk) | {"said": "Mine"}
    Touchpoint.objects.filter(pk=talk.pk).update(said="Theirs")
    answer = coordinator.post(address(coordinator, "talk_edit", talk.pk), sent)
    assert answer.status_code == 409
    talk.refresh_from_db()
    assert talk.said == "Theirs"


def test_follow_up_is_done_once_and_undone(coordinator, talk):
    Touchpoint.objects.filter(pk=talk.pk).update(follow_up_on=TODAY, follow_up_by=talk.logged_by)
    answer = coordinator.post(address(coordinator, "talk_followed_up", talk.pk))
    talk.refresh_from_db()
    assert talk.follow_up_done_on is not None
    coordinator.post(undo_of(answer))
    talk.refresh_from_db()
    assert talk.follow_up_done_on is None


def test_follow_up_that_is_put_off_is_open_again(coordinator, talk):
    Touchpoint.objects.filter(pk=talk.pk).update(
        follow_up_on=TODAY, follow_up_by=talk.logged_by, follow_up_done_on=TODAY
    )
    sent = form_of(coordinator, talk)
    sent["follow_up_on"] = (TODAY + timedelta(days=9)).isoformat()
    coordinator.post(address(coordinator, "talk_edit", talk.pk), sent)
    talk.refresh_from_db()
    assert talk.is_to_follow_up


def test_steering_member_changes_their_own_and_no_others(member, talk):
    steering = member(Role.STEERING, coalition=talk.coalition)
    theirs = address(steering, "talks_of", talk.organisation_id)
    assert steering.get(address(steering, "talk_edit", talk.pk)).url == theirs
    assert steering.post(address(steering, "talk_edit", talk.pk), {"said": "Mine"}).url == theirs
    assert steering.post(address(steering, "talk_delete", talk.pk)).url == theirs
    talk.refresh_from_db()
    assert talk.said == "Marisol sends the menu"
    own = TouchpointFactory(organisation=talk.organisation, logged_by=steering.membership.person)
    assert steering.get(address(steering, "talk_edit", own.pk)).status_code == 200


def test_undo_of_somebody_elses_change_is_not_for_steering(coordinator, member, talk):
    answer = pressed(coordinator, talk)
    steering = member(Role.STEERING, coalition=talk.coalition)
    assert steering.post(undo_of(answer)).status_code == 404
    assert coordinator.post(undo_of(answer)).status_code == 302


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_note_is_shown_to_no_viewer_and_no_partner(role, member, coordinator, talk):
    client = member(role, coalition=talk.coalition)
    for name, args in (
        ("talks", []),
        ("talks_quiet", []),
        ("talks_of", [talk.organisation_id]),
        ("talk_edit", [talk.pk]),
    ):
        assert client.get(address(client, name, *args)).status_code == 403


def test_own_organisations_page_shows_no_note_of_ours(member, talk):
    theirs = RepresentationFactory(organisation=talk.organisation).membership
    client = MemberClient.of(theirs)
    page = client.get(address(client, "detail", talk.organisation_id)).content.decode()
    assert talk.said not in page


def test_talk_of_another_coalition_is_not_found(member, talk):
    stranger = member(Role.COORDINATOR)
    assert stranger.get(address(stranger, "talk_edit", talk.pk)).status_code == 404
    assert stranger.post(address(stranger, "talk_followed_up", talk.pk)).status_code == 404


def test_timeline_tells_what_was_said_and_what_was_deleted(coordinator, talk):
    coordinator.post(
        address(coordinator, "talk_log"), {"partner": "Northgate Grocers", "said": "Van on Friday"}
    )
    history = address(coordinator, "history", talk.organisation_id)
    assert "Van on Friday" in coordinator.get(history).content.decode()
    logged = Touchpoint.objects.exclude(pk=talk.pk).get()
    pressed(coordinator, logged)
    assert "Deleted: Call" in coordinator.get(history).content.decode()


def test_profile_put_back_keeps_the_talks(coordinator, talk):
    with change(day=1) as made:
        talk.organisation.description = "New"
        talk.organisation.save()
    with change("touchpoint.logged", day=2):
        later = TouchpointFactory(organisation=talk.organisation)
    coordinator.post(address(coordinator, "put_back", talk.organisation_id, made), {"to": "before"})
    assert Touchpoint.objects.filter(pk=later.pk).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "smoke"},
        {"direction": ""},
        {"channel": "pigeon"},
        {"follow_up_by": 1},
        {"follow_up_done_on": TODAY},
        {"follow_up_on": TODAY - timedelta(days=1)},
        {"asks": True, "direction": "from_them"},
    ],
)
def test_database_refuses_what_cannot_be(wrong, talk):
    fields = wrong | ({"follow_up_by": talk.logged_by} if "follow_up_by" in wrong else {})
    with pytest.raises(IntegrityError), transaction.atomic():
        Touchpoint.objects.filter(pk=talk.pk).update(**fields)


def test_talk_cannot_hang_on_a_partner_of_another_coalition(talk):
    with pytest.raises(IntegrityError), transaction.atomic():
        Touchpoint.objects.filter(pk=talk.pk).update(organisation=OrganisationFactory())
        connection.check_constraints()


def test_who_may_be_named_are_those_who_log(coordinator, talk):
    MembershipFactory(coalition=talk.coalition, role=Role.VIEWER, person__full_name="Eleanor Hayes")
    page = coordinator.get(address(coordinator, "talk_edit", talk.pk)).content.decode()
    assert "Eleanor Hayes" not in page
