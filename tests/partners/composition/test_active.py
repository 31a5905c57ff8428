"""Who counts as active: what partners do, and what happens with them; never what we write about them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.permissions import Role
from common.history.tracking import recording
from partners.models import CompositionSettings, Contact
from tests.conftest import MemberClient
from tests.factories import (
    ApplicationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    TouchpointFactory,
)
from tests.forms import carried
from tests.partners.composition.table import at


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def old(coalition):
    """A partner from years ago with somebody to call, of whom nothing was heard since."""
    since = timezone.localdate() - timedelta(days=900)
    made = OrganisationFactory(coalition=coalition, name="Old friend", since_on=since)
    ContactFactory(organisation=made)
    return made


@pytest.fixture
def speaker(coalition, old) -> MemberClient:
    """Somebody who signs in for the old partner."""
    membership = MembershipFactory(coalition=coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=old, membership=membership, invitation=None)
    return MemberClient.of(membership)


def is_active(client, organisation) -> bool:
    page = client.get(at(client, "composition")).context["page"]
    return organisation.pk in page.table.standing.active


def reasons(client, organisation) -> list[str]:
    answer = client.get(at(client, "composition_why", organisation.pk))
    assert answer.status_code == 200
    return [str(one.made.sign.key) for one in answer.context["why"].reasons]


def test_partner_of_whom_nothing_was_heard_is_not_active(coordinator, old):
    assert not is_active(coordinator, old)
    page = coordinator.get(at(coordinator, "composition_why", old.pk)).content.decode()
    assert "Why they do not count as active" in page


@pytest.mark.parametrize("verb", ["organisation.edited", "partners.imported"])
def test_what_one_of_us_writes_about_them_is_no_sign(coordinator, old, verb):
    with recording(verb, by=coordinator.membership.person):
        old.description = "They moved."
        old.save()
        Contact.objects.filter(organisation=old).update(phone="555-0199")
    assert not is_active(coordinator, old)


@pytest.mark.parametrize(
    ("kind", "direction", "sign"),
    [
        ("call", "two_way", ["spoke"]),
        ("email", "from_them", ["spoke"]),
        ("email", "from_us", []),
        ("information", "from_us", []),
        ("thanks", "from_us", []),
        ("event", "from_us", ["hosted"]),
        ("event", "two_way", ["spoke"]),
    ],
)
def test_talk_is_a_sign_when_they_had_a_part_in_it(coordinator, old, kind, direction, sign):
    TouchpointFactory(organisation=old, on=timezone.localdate(), kind=kind, direction=direction)
    assert is_active(coordinator, old) == bool(sign)
    assert reasons(coordinator, old) == sign


def test_what_they_write_signed_in_for_themselves_is_a_sign(coordinator, speaker, old):
    address = at(speaker, "depth_topic_own", old.pk, "mission")
    opened = carried(speaker.get(address), "opened")
    sent = {"opened": opened, "theirs_text": "We feed people."}
    assert speaker.post(address, sent).status_code == 302
    assert is_active(coordinator, old)
    assert reasons(coordinator, old) == ["wrote"]


def test_the_same_written_down_by_one_of_us_is_none(coordinator, old):
    address = at(coordinator, "depth_topic", old.pk, "mission")
    opened = carried(coordinator.get(address), "opened")
    sent = {"opened": opened, "theirs_text": "We feed people."}
    assert coordinator.post(address, sent).status_code == 302
    assert not is_active(coordinator, old)


def test_answering_a_call_for_partners_is_a_sign(coordinator, coalition, old):
    now = timezone.now()
    told = {"linked_on": now.date(), "accepted": True, "sent_at": now, "consented_at": now}
    ApplicationFactory(call__coalition=coalition, organisation=old, **told)
    assert reasons(coordinator, old) == ["applied"]


def test_who_speaks_for_one_partner_wrote_nothing_for_another(coordinator, coalition, speaker, old):
    other = OrganisationFactory(coalition=coalition, since_on=old.since_on)
    ContactFactory(organisation=other)
    with recording("organisation.edited", by=speaker.membership.person):
        other.description = "They moved."
        other.save()
    assert not is_active(coordinator, other)


def test_cell_opens_into_the_row_that_made_each_active(coordinator, old):
    talk = TouchpointFactory(organisation=old, on=timezone.localdate(), said="The fair went well.")
    cell = coordinator.get(at(coordinator, "composition_cell"))
    assert [one.made.row for one in cell.context["cell"].active] == [talk.pk]
    why = at(coordinator, "composition_why", old.pk)
    assert why in cell.content.decode()
    assert "The fair went well." in coordinator.get(why).content.decode()


def test_who_does_not_read_talks_sees_that_there_was_one(member, coalition, old):
    TouchpointFactory(organisation=old, on=timezone.localdate(), said="The fair went well.")
    viewer = member(Role.VIEWER, coalition=coalition)
    page = viewer.get(at(viewer, "composition_why", old.pk)).content.decode()
    assert "We spoke with each other" in page
    assert "The fair went well." not in page


def test_window_is_that_of_the_settings(coordinator, coalition, old):
    TouchpointFactory(organisation=old, on=timezone.localdate() - timedelta(days=60))
    CompositionSettings.objects.create(coalition=coalition, active_days=50)
    assert not is_active(coordinator, old)
    assert reasons(coordinator, old) == []
    CompositionSettings.objects.update(active_days=70)
    assert reasons(coordinator, old) == ["spoke"]


def test_number_opens_into_everybody_on_the_list(coordinator, old):
    page = coordinator.get(at(coordinator, "composition")).content.decode()
    assert f'href="{at(coordinator, "composition_cell")}"' in page
    everybody = coordinator.get(at(coordinator, "composition_cell"))
    assert [one.name for one in everybody.context["cell"].unseen] == ["Old friend"]
    assert "Everybody on the list" in everybody.content.decode()
