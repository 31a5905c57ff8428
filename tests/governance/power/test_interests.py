"""Interests are declared once a year; everybody sees who has, few read what."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from governance.models import InterestDeclaration
from governance.operations.power.interests import Declared, declare
from partners import operations
from tests.conftest import MemberClient
from tests.factories import (
    NOW,
    ContactFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
)
from tests.forms import carried
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.power.factories import InterestDeclarationFactory, day, seated

pytestmark = pytest.mark.django_db


def at(client, name, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def text(answer) -> str:
    return answer.content.decode()


def sits(coalition, **fields):
    body = BodyFactory(coalition=coalition)
    return seated(SeatFactory(body=body), OrganisationFactory(coalition=coalition, **fields))


def waiting(page) -> list[str]:
    return [str(one.contact or one.organisation) for one in page.context["found"].missing]


def test_who_has_and_who_has_not_is_seen_by_all(member):
    client = member(Role.VIEWER)
    coalition = client.membership.coalition
    never, declared, over = (sits(coalition) for _n in range(3))
    InterestDeclarationFactory(organisation=declared.organisation, contact=declared.contact)
    InterestDeclarationFactory(organisation=over.organisation, contact=over.contact, over=True)
    page = client.get(at(client, "interests"))
    assert set(waiting(page)) == {str(never.contact), str(over.contact)}


def test_declaration_of_the_organisation_holds_for_who_sits_for_it(coordinator):
    role = sits(coordinator.membership.coalition)
    InterestDeclarationFactory(organisation=role.organisation)
    assert waiting(coordinator.get(at(coordinator, "interests"))) == []


def test_declaration_of_a_colleague_does_not_hold(coordinator):
    role = sits(coordinator.membership.coalition)
    colleague = ContactFactory(organisation=role.organisation)
    InterestDeclarationFactory(organisation=role.organisation, contact=colleague)
    assert waiting(coordinator.get(at(coordinator, "interests"))) == [str(role.contact)]


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.COORDINATOR, True),
        (Role.STEERING, True),
        (Role.ADMINISTRATOR, True),
        (Role.VIEWER, False),
    ],
)
def test_what_it_says_is_read_by_few(member, role, reads):
    client = member(role)
    sitting = sits(client.membership.coalition)
    InterestDeclarationFactory(organisation=sitting.organisation, some=True)
    for address in (
        at(client, "interests"),
        at(client, "partner_interests", sitting.organisation_id),
    ):
        assert ("My sister owns the clinic" in text(client.get(address))) is reads


def partner_client(organisation=None) -> MemberClient:
    told = {"organisation": organisation} if organisation else {}
    return MemberClient.of(RepresentationFactory(**told).membership)


def test_partner_reads_their_own_and_nobody_elses(coordinator):
    ours, theirs = (sits(coordinator.membership.coalition).organisation for _n in range(2))
    InterestDeclarationFactory(organisation=ours, some=True, interest="Ours")
    InterestDeclarationFactory(organisation=theirs, some=True, interest="Theirs")
    client = partner_client(ours)
    page = text(client.get(at(client, "interests")))
    assert "<p>Ours" in page
    assert "<p>Theirs" not in page
    assert client.get(at(client, "partner_interests", theirs.pk)).status_code == 404


def test_partner_does_not_read_what_a_colleague_said_of_themselves():
    client = partner_client()
    organisation = client.membership.representations.get().organisation
    colleague = ContactFactory(organisation=organisation)
    InterestDeclarationFactory(
        organisation=organisation, contact=colleague, some=True, interest="Of my own"
    )
    page = text(client.get(at(client, "partner_interests", organisation.pk)))
    assert "Of my own" not in page


def test_partner_declares_for_the_organisation_once_however_often_pressed():
    client = partner_client()
    organisation = client.membership.representations.get().organisation
    address = at(client, "interests_own")
    told = {
        "form_key": carried(client.get(address), "form_key"),
        "whom": f"{organisation.pk}-",
        "answer": "some",
        "interest": "We sell to the clinic",
    }
    for _press in range(2):
        client.post(address, told)
    made = InterestDeclaration.objects.get()
    assert (made.organisation, made.contact, made.is_own_hand) == (organisation, None, True)
    assert made.ends_on == day(365)


def test_steering_member_declares_as_the_contact_that_they_are(member):
    client = member(Role.STEERING)
    role = sits(client.membership.coalition)
    role.contact.email = client.membership.person.email.upper()
    role.contact.save()
    address = at(client, "interests_own")
    told = {
        "form_key": carried(client.get(address), "form_key"),
        "whom": f"{role.organisation_id}-{role.contact_id}",
        "answer": "none",
        "interest": "Left over",
    }
    client.post(address, told)
    made = InterestDeclaration.objects.get()
    assert (made.contact, made.has_interest, made.interest) == (role.contact, False, "")


def test_nobody_declares_for_an_organisation_of_others():
    client = partner_client()
    other = OrganisationFactory(coalition=client.membership.coalition)
    told = {"whom": f"{other.pk}-", "answer": "none"}
    assert client.post(at(client, "interests_own"), told).status_code == 422
    assert not InterestDeclaration.objects.exists()


def test_interest_is_told_if_there_is_one():
    client = partner_client()
    organisation = client.membership.representations.get().organisation
    told = {"whom": f"{organisation.pk}-", "answer": "some"}
    answer = client.post(at(client, "interests_own"), told)
    assert list(answer.context["form"].errors) == ["interest"]


def test_who_stands_for_nobody_has_nothing_to_declare(member):
    client = member(Role.VIEWER)
    page = client.get(at(client, "interests_own"))
    assert "You stand for no organisation here" in text(page)


def test_coordinator_writes_down_what_was_said(coordinator):
    role = sits(coordinator.membership.coalition)
    address = at(coordinator, "interest_add", role.organisation_id)
    told = {
        "form_key": carried(coordinator.get(address), "form_key"),
        "contact": role.contact_id,
        "answer": "none",
    }
    coordinator.post(address, told)
    made = InterestDeclaration.objects.get()
    assert (made.contact, made.is_own_hand) == (role.contact, False)
    assert made.declared_by == coordinator.membership.person


def test_person_of_another_organisation_is_refused():
    with pytest.raises(Refusal):
        declare(
            OrganisationFactory(),
            Declared("", contact=ContactFactory()),
            on=day(),
            by=PersonFactory(),
        )


def test_declaration_follows_a_merge(coordinator):
    coalition = coordinator.membership.coalition
    survivor, other = (OrganisationFactory(coalition=coalition) for _n in range(2))
    made = InterestDeclarationFactory(organisation=other)
    by = coordinator.membership.person
    operations.merge(survivor, others=[other], choices={}, by=by, at=NOW)
    made.refresh_from_db()
    assert made.organisation_id == survivor.pk


@pytest.mark.parametrize(
    "wrong", [{"has_interest": True}, {"interest": "Some"}, {"ends_on": day(-60)}]
)
def test_database_refuses_a_declaration_that_makes_no_sense(wrong):
    organisation, person = OrganisationFactory(), PersonFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        InterestDeclarationFactory(organisation=organisation, declared_by=person, **wrong)


@pytest.mark.parametrize("number", [1, 5])
def test_interests_take_the_same_queries(coordinator, number, django_assert_num_queries):
    for _n in range(number):
        role = sits(coordinator.membership.coalition)
        InterestDeclarationFactory(organisation=role.organisation)
        sits(coordinator.membership.coalition)
    url = at(coordinator, "interests")
    coordinator.get(url)
    with django_assert_num_queries(6):
        coordinator.get(url)
