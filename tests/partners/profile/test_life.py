"""Retiring, coming back, people, undo, the coalition's lists, and who may sign in."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from accounts.models import Invitation, Membership
from accounts.operations import accept
from accounts.permissions import Role
from accounts.signals import coalition_founded
from common.templatetags.look import undo_address
from partners.models import Organisation, Phone, Representation, Term
from tests.conftest import MemberClient
from tests.factories import (
    ClassificationFactory,
    CoalitionFactory,
    ContactFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    TermFactory,
)


def post(client: MemberClient, address: str, /, *row: int, **data):
    return client.post(reverse(f"partners:{address}", args=[client.slug, *row]), data)


def undo(client: MemberClient, answer):
    """Press the Undo of the last message."""
    return client.post(undo_address(list(get_messages(answer.wsgi_request))[-1]))


@pytest.fixture
def grocers(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate Grocers")


# ---------------------------------------------------------------- retiring


def test_retired_with_day_and_reason_and_back_again(coordinator, grocers):
    answer = post(coordinator, "retire", grocers.pk, reason="Closed", on="2026-01-31")
    assert answer["Location"] == grocers.get_absolute_url()
    grocers.refresh_from_db()
    assert (grocers.retired_on, grocers.retired_reason) == (date(2026, 1, 31), "Closed")
    assert "Closed" in coordinator.get(grocers.get_absolute_url()).content.decode()
    post(coordinator, "reinstate", grocers.pk)
    grocers.refresh_from_db()
    assert (grocers.retired_on, grocers.retired_reason) == (None, "")


def test_retiring_without_a_reason_is_asked_again(coordinator, grocers):
    assert post(coordinator, "retire", grocers.pk, on="2026-01-31").status_code == 422
    grocers.refresh_from_db()
    assert not grocers.is_retired


def test_undo_takes_retiring_back_and_undo_of_undo_retires_again(coordinator, grocers):
    answer = post(coordinator, "retire", grocers.pk, reason="Closed", on="2026-01-31")
    answer = undo(coordinator, answer)
    grocers.refresh_from_db()
    assert not grocers.is_retired
    undo(coordinator, answer)
    grocers.refresh_from_db()
    assert grocers.retired_reason == "Closed"


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_editors_retire(member, role, grocers, coordinator):
    client = member(role, coalition=coordinator.membership.coalition)
    assert post(client, "retire", grocers.pk, reason="No", on="2026-01-31").status_code == 403
    assert post(client, "reinstate", grocers.pk).status_code == 403


def test_undo_of_adding_takes_the_whole_organisation_away(coordinator):
    answer = post(
        coordinator,
        "add",
        name="Northgate",
        kind="partner",
        phones="1",
        contact_name="Marisol",
        **{"addresses-TOTAL_FORMS": "0", "addresses-INITIAL_FORMS": "0"},
    )
    assert Organisation.objects.count() == 1
    answer = undo(coordinator, answer)
    assert answer["Location"] == reverse("partners:list", args=[coordinator.slug])
    assert (Organisation.objects.count(), Phone.objects.count()) == (0, 0)


# ---------------------------------------------------------------- people


def test_person_is_added_changed_leaves_and_returns(coordinator, grocers):
    post(coordinator, "contact_add", grocers.pk, name="Marisol", role="representative")
    marisol = grocers.contacts.get()
    post(coordinator, "contact_edit", grocers.pk, marisol.pk, name="Marisol Ortega", role="finance")
    post(coordinator, "contact_left", grocers.pk, marisol.pk, on="2026-01-31")
    marisol.refresh_from_db()
    assert (marisol.name, marisol.role, marisol.left_on) == (
        "Marisol Ortega",
        "finance",
        date(2026, 1, 31),
    )
    post(coordinator, "contact_returned", grocers.pk, marisol.pk)
    marisol.refresh_from_db()
    assert marisol.left_on is None


def test_person_without_a_name_keeps_what_was_typed(coordinator, grocers):
    answer = post(coordinator, "contact_add", grocers.pk, title="Store manager", role="other")
    assert answer.status_code == 422
    assert "Store manager" in answer.content.decode()


def test_person_cannot_leave_before_coming(coordinator, grocers):
    marisol = ContactFactory(organisation=grocers, since_on=date(2026, 1, 1))
    answer = post(coordinator, "contact_left", grocers.pk, marisol.pk, on="2025-12-31")
    assert answer.status_code == 422
    marisol.refresh_from_db()
    assert marisol.left_on is None


def test_person_of_another_organisation_is_not_there(coordinator, grocers):
    other = ContactFactory()
    assert post(coordinator, "contact_edit", grocers.pk, other.pk, name="X").status_code == 404


# ---------------------------------------------------------------- the coalition's lists


def sectors(client: MemberClient) -> list[str]:
    terms = Term.objects.current().filter(
        coalition=client.membership.coalition, vocabulary="sector"
    )
    return [term.name for term in terms]


def test_entries_are_added_renamed_moved_retired_and_offered_again(coordinator):
    for name in ("Health", "Faith"):
        post(coordinator, "term_add", vocabulary="sector", name=name)
    faith = Term.objects.get(name="Faith")
    post(coordinator, "term_move", faith.pk, step="earlier")
    assert sectors(coordinator) == ["Faith", "Health"]
    post(coordinator, "term_rename", faith.pk, name="Faith groups")
    post(coordinator, "term_retire", faith.pk)
    assert sectors(coordinator) == ["Health"]
    post(coordinator, "term_reinstate", faith.pk)
    assert sectors(coordinator) == ["Faith groups", "Health"]


def test_name_that_another_entry_has_is_refused(coordinator):
    coalition = coordinator.membership.coalition
    TermFactory(coalition=coalition, name="Café")
    health = TermFactory(coalition=coalition, name="Health")
    post(coordinator, "term_rename", health.pk, name="CAFE")
    health.refresh_from_db()
    assert health.name == "Health"
    assert post(coordinator, "term_add", vocabulary="sector", name="cafe").status_code == 422


def test_count_of_use_leads_to_the_filtered_list(coordinator, grocers):
    term = TermFactory(coalition=grocers.coalition, name="Food & farming")
    ClassificationFactory(organisation=grocers, term=term)
    page = coordinator.get(reverse("partners:lists", args=[coordinator.slug])).content.decode()
    address = f"{reverse('partners:list', args=[coordinator.slug])}?sector=Food%20%26%20farming"
    assert address in page
    shown = coordinator.get(address).context["listing"]
    assert [row.name for row in shown.rows] == ["Northgate Grocers"]
    assert shown.question.terms == {"sector": ("Food & farming",)}


def test_preset_adds_what_is_missing_and_keeps_the_rest(coordinator):
    post(coordinator, "term_add", vocabulary="sector", name="Our own")
    for _press in range(2):
        post(coordinator, "terms_fill", preset="dfc")
    assert sectors(coordinator)[0] == "Our own"
    assert len(sectors(coordinator)) == 13


def test_new_coalition_begins_with_its_preset(db):
    coalition = CoalitionFactory(sector_preset="dfc")
    coalition_founded.send(type(coalition), coalition=coalition, by=PersonFactory())
    assert Term.objects.filter(coalition=coalition, vocabulary="sector").count() == 12


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_editors_change_the_lists(member, role):
    client = member(role)
    assert post(client, "term_add", vocabulary="sector", name="X").status_code == 403
    assert Term.objects.count() == 0


# ---------------------------------------------------------------- who may sign in


def test_invited_person_sees_the_organisation_once_the_invitation_is_accepted(coordinator, grocers):
    post(coordinator, "invite", grocers.pk, email="marisol@grocers.example", full_name="Marisol")
    invitation = Invitation.objects.get()
    assert invitation.role == Role.PARTNER
    assert "Marisol" in coordinator.get(grocers.get_absolute_url()).content.decode()
    marisol = PersonFactory(email="marisol@grocers.example")
    accept(invitation, by=marisol, at=timezone.now(), on=timezone.localdate())
    client = MemberClient.of(Membership.objects.get(person=marisol))
    assert client.get(grocers.get_absolute_url()).status_code == 200
    other = OrganisationFactory(coalition=grocers.coalition)
    assert client.get(other.get_absolute_url()).status_code == 404


def test_ended_access_is_ended_at_once(coordinator, grocers):
    tie = RepresentationFactory(organisation=grocers)
    client = MemberClient.of(tie.membership)
    assert client.get(grocers.get_absolute_url()).status_code == 200
    post(coordinator, "representation_end", grocers.pk, tie.pk)
    assert client.get(grocers.get_absolute_url()).status_code == 404


def test_second_invitation_to_the_same_address_is_refused_in_the_form(coordinator, grocers):
    for expected in (302, 422):
        answer = post(coordinator, "invite", grocers.pk, email="marisol@grocers.example")
        assert answer.status_code == expected
    assert Representation.objects.count() == 1


def test_expired_invitation_gives_way_to_a_new_one(coordinator, grocers):
    post(coordinator, "invite", grocers.pk, email="marisol@grocers.example")
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    page = coordinator.get(grocers.get_absolute_url()).content.decode()
    assert "the invitation ran out" in page
    answer = post(coordinator, "invite", grocers.pk, email="marisol@grocers.example")
    assert answer.status_code == 302
    page = coordinator.get(grocers.get_absolute_url()).content.decode()
    assert "the invitation ran out" not in page


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_those_who_invite_see_and_give_access(member, role, grocers):
    client = member(role, coalition=grocers.coalition)
    assert post(client, "invite", grocers.pk, email="x@y.example").status_code == 403
    if role is not Role.PARTNER:
        page = client.get(grocers.get_absolute_url()).content.decode()
        assert "Who may sign in for them" not in page
