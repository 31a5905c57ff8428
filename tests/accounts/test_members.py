"""Who is a member, as what, and who decides that."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pghistory.models import Context

from accounts.models import Membership
from accounts.permissions import Permission, Role
from tests.conftest import MemberClient
from tests.factories import InvitationFactory, MembershipFactory


def post(client: MemberClient, name: str, membership: Membership, **data):
    return client.post(reverse(f"accounts:{name}", args=[client.slug, membership.pk]), data)


def page(client: MemberClient, name: str = "members") -> str:
    return client.get(reverse(f"accounts:{name}", args=[client.slug])).content.decode()


@pytest.fixture
def ben(administrator) -> Membership:
    return MembershipFactory(
        coalition=administrator.membership.coalition, role=Role.VIEWER, person__full_name="Ben Ode"
    )


def test_page_shows_each_member_with_role_and_its_sentence(administrator, ben):
    shown = page(administrator)
    for words in ("Ben Ode", ben.person.email, "Viewer", Role.VIEWER.sentence):
        assert str(words).replace("'", "&#x27;") in shown


def test_table_says_what_permissions_py_says(administrator):
    table = administrator.get(reverse("accounts:members", args=[administrator.slug])).context[
        "table"
    ]
    assert len(table.rows) == len(Permission)
    for permission, row in zip(Permission, table.rows, strict=True):
        assert row.held == [permission in role.permissions for role in Role]


def test_members_of_another_coalition_are_not_shown(administrator):
    stranger = MembershipFactory(person__full_name="Somebody Else")
    assert "Somebody Else" not in page(administrator)
    assert post(administrator, "end_membership", stranger).status_code == 404
    assert post(administrator, "change_role", stranger, role="viewer").status_code == 404


def test_coordinator_sees_the_members_and_decides_nothing(coordinator):
    other = MembershipFactory(coalition=coordinator.membership.coalition)
    assert reverse("accounts:change_role", args=[coordinator.slug, other.pk]) not in page(
        coordinator
    )
    for name in ("change_role", "end_membership", "reinstate"):
        assert post(coordinator, name, other, role="viewer").status_code == 403


def test_role_is_changed_and_recorded_with_who_did_it(administrator, ben):
    post(administrator, "change_role", ben, role="steering")
    ben.refresh_from_db()
    assert ben.role == Role.STEERING
    words = Context.objects.latest("created_at").metadata
    assert words["verb"] == "membership.role_changed"
    assert words["person"] == administrator.membership.person_id


@pytest.mark.parametrize("role", ["partner", "emperor", ""])
def test_role_that_cannot_be_given_here_is_refused_with_the_reason(administrator, ben, role):
    answer = administrator.post(
        reverse("accounts:change_role", args=[administrator.slug, ben.pk]),
        {"role": role},
        follow=True,
    )
    ben.refresh_from_db()
    assert ben.role == Role.VIEWER
    reason = "from that organisation" if role == "partner" else "There is no such role"
    assert reason in answer.content.decode()


def test_last_administrator_stays(administrator):
    mine = administrator.membership
    for name, data in (("end_membership", {}), ("change_role", {"role": "viewer"})):
        post(administrator, name, mine, **data)
        mine.refresh_from_db()
        assert (mine.role, mine.ended_on) == (Role.ADMINISTRATOR, None)
        assert "is the only administrator" in page(administrator)


def test_former_administrator_does_not_count_as_another(administrator):
    coalition = administrator.membership.coalition
    MembershipFactory(coalition=coalition, role=Role.ADMINISTRATOR, ended=True)
    MembershipFactory(role=Role.ADMINISTRATOR)
    post(administrator, "end_membership", administrator.membership)
    administrator.membership.refresh_from_db()
    assert administrator.membership.ended_on is None


def test_administrator_beside_another_may_leave(administrator):
    MembershipFactory(coalition=administrator.membership.coalition, role=Role.ADMINISTRATOR)
    answer = post(administrator, "end_membership", administrator.membership)
    assert answer["Location"] == reverse("accounts:coalitions")
    home = administrator.membership.coalition.get_absolute_url()
    assert administrator.get(home).status_code == 404


def test_ended_membership_loses_access_at_once_and_can_be_taken_back(administrator, ben):
    his = Client()
    his.force_login(ben.person)
    home = ben.coalition.get_absolute_url()
    assert his.get(home).status_code == 200
    answer = post(administrator, "end_membership", ben)
    assert his.get(home).status_code == 404
    undo = reverse("accounts:reinstate", args=[administrator.slug, ben.pk])
    assert f'action="{undo}"' in administrator.get(answer["Location"]).content.decode()
    administrator.post(undo)
    assert his.get(home).status_code == 200


def test_ending_of_another_day_is_not_taken_back(administrator, ben):
    ben.ended_on = timezone.localdate() - timedelta(days=1)
    ben.save()
    post(administrator, "reinstate", ben)
    ben.refresh_from_db()
    assert ben.ended_on
    assert "invite the person again" in page(administrator)


def test_ending_is_not_taken_back_when_the_person_has_joined_again(administrator, ben):
    post(administrator, "end_membership", ben)
    MembershipFactory(coalition=ben.coalition, person=ben.person, started_on=timezone.localdate())
    post(administrator, "reinstate", ben)
    assert Membership.objects.active().of(ben.person).count() == 1


def test_past_members_keep_their_place(administrator, ben):
    post(administrator, "end_membership", ben)
    assert "Ben Ode" in page(administrator, "past_members")


def test_membership_that_began_tomorrow_elsewhere_can_end_today(administrator, ben):
    ben.started_on = timezone.localdate() + timedelta(days=1)
    ben.save()
    post(administrator, "end_membership", ben)
    ben.refresh_from_db()
    assert ben.ended_on == ben.started_on


@pytest.mark.parametrize("name", ["members", "past_members", "invitations"])
def test_pages_ask_as_often_for_many_as_for_one(
    administrator, ben, name, django_assert_max_num_queries
):
    coalition = administrator.membership.coalition

    def populate(number: int) -> None:
        MembershipFactory.create_batch(number, coalition=coalition)
        MembershipFactory.create_batch(number, coalition=coalition, ended=True)
        InvitationFactory.create_batch(number, coalition=coalition)

    populate(1)
    with django_assert_max_num_queries(12) as few:
        page(administrator, name)
    populate(5)
    with django_assert_max_num_queries(len(few)):
        page(administrator, name)


def test_long_list_is_turned_page_by_page(administrator):
    MembershipFactory.create_batch(60, coalition=administrator.membership.coalition)
    first = administrator.get(reverse("accounts:members", args=[administrator.slug]))
    second = administrator.get(reverse("accounts:members", args=[administrator.slug]) + "?page=2")
    assert (len(first.context["page"]), len(second.context["page"])) == (50, 11)
