"""D4 of whom nobody has said why they are here; D3.6 how a first talk begins."""

import pytest

from accounts.permissions import Role
from tests.factories import (
    OrganisationFactory,
    ProfileAnswerFactory,
    TieFactory,
    TouchpointFactory,
)
from tests.partners.composition.table import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def untold(client, query=""):
    return client.get(at(client, "untold") + query).context["untold"]


def test_partners_without_a_reason_to_be_here_are_listed_first(coordinator, coalition):
    silent, heard = (
        OrganisationFactory(coalition=coalition, name=name, kind="partner")
        for name in ("Clinic", "Church")
    )
    OrganisationFactory(coalition=coalition, kind="prospect")
    ProfileAnswerFactory(organisation=heard, topic="why_here", text="We want fewer sick children.")
    found = untold(coordinator)
    assert (found.topic, found.partners, list(found.page)) == ("why_here", 2, [silent])
    numbers = {each.topic.value: each.number for each in found.topics}
    assert (numbers["why_here"], numbers["mission"]) == (1, 2)
    assert list(untold(coordinator, "?topic=mission").page) == [heard, silent]


def test_topic_without_sense_asks_for_why_here(coordinator):
    assert untold(coordinator, "?topic=spam").topic == "why_here"


def test_first_talk_tells_what_is_known_and_who_could_introduce_us(coordinator, coalition):
    church = OrganisationFactory(coalition=coalition, name="Church", kind="prospect")
    friend = OrganisationFactory(coalition=coalition, name="Clinic", kind="partner")
    TieFactory(first=friend, second=church)
    ProfileAnswerFactory(organisation=church, topic="mission", text="Feed the hungry.")
    ProfileAnswerFactory(organisation=church, topic="initiatives", text="A garden.")
    TouchpointFactory(organisation=church, kind="ask", direction="from_us")
    answer = coordinator.get(at(coordinator, "first_talk", church.pk))
    talk = answer.context["talk"]
    assert [text for _topic, text in talk.known] == ["Feed the hungry.", "A garden."]
    assert talk.door.name == "Clinic"
    assert talk.asks_too_much
    assert [each.is_told for each in talk.questions] == [True, False, False, False]
    assert "Offer something first." in answer.text


@pytest.mark.parametrize("name", ["untold", "first_talk"])
def test_partner_reads_neither(member, coalition, name):
    partner = member(Role.PARTNER, coalition=coalition)
    values = [OrganisationFactory(coalition=coalition).pk] if name == "first_talk" else []
    assert partner.get(at(partner, name, *values)).status_code == 403
