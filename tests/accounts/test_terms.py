"""Memberships begin and end by themselves, and what people kept is handed over."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Coalition, Invitation, Membership
from accounts.permissions import Role
from common.history.tracking import recording
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import (
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
)

DAY = timedelta(days=1)


@pytest.fixture
def today(administrator):
    return administrator.membership.coalition.day(at=datetime.now(UTC))


@pytest.fixture
def ben(administrator) -> Membership:
    return MembershipFactory(
        coalition=administrator.membership.coalition, person__full_name="Ben Ode"
    )


@pytest.fixture
def cleo(administrator) -> Membership:
    return MembershipFactory(
        coalition=administrator.membership.coalition, person__full_name="Cleo Fox"
    )


def home(membership: Membership, client: Client | None = None) -> int:
    if client is None:
        client = MemberClient.of(membership)
    return client.get(membership.coalition.get_absolute_url()).status_code


def end(client: MemberClient, membership: Membership, **said):
    url = reverse("accounts:end_membership", args=[client.slug, membership.pk])
    return client.post(url, said)


# ---------------------------------------------------------------- access by the day


@pytest.mark.parametrize(
    ("starts", "ends", "status"),
    [
        (-1, None, 200),
        (0, None, 200),
        (1, None, 404),
        (-9, 1, 200),
        (-9, 0, 404),
        (-9, -1, 404),
        (1, 2, 404),
    ],
)
def test_membership_opens_the_coalition_from_its_start_until_its_end(
    ben, today, starts, ends, status
):
    ben.started_on = today + DAY * starts
    ben.ended_on = None if ends is None else today + DAY * ends
    ben.save()
    assert home(ben) == status


def test_end_set_ahead_comes_without_anything_running(administrator, ben, today):
    his = MemberClient.of(ben)
    end(administrator, ben, on=today + DAY)
    assert home(ben, his) == 200
    Membership.objects.filter(pk=ben.pk).update(ended_on=today)  # the day has come
    assert home(ben, his) == 404


def test_day_is_the_coalitions_own(administrator, ben):
    """Fourteen hours ahead of UTC and eleven behind it, it is never the same date."""
    ben.started_on = datetime.now(UTC).date() + DAY
    ben.save()
    seen = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        Coalition.objects.update(time_zone=zone)
        coalition = Coalition.objects.get(pk=ben.coalition_id)
        seen.append((home(ben) == 200) == ben.is_active(on=coalition.day(at=datetime.now(UTC))))
    assert seen == [True, True]


def test_person_who_leaves_one_coalition_stays_in_the_other(administrator, ben):
    other = MembershipFactory(person=ben.person)
    his = MemberClient.of(ben)
    end(administrator, ben)
    assert (home(ben, his), home(other, his)) == (404, 200)


def test_partner_whose_membership_ended_sees_their_organisation_no_more(administrator, today):
    tie = RepresentationFactory(organisation__coalition=administrator.membership.coalition)
    his = MemberClient.of(tie.membership)
    page = reverse("partners:detail", args=[administrator.slug, tie.organisation.pk])
    assert his.get(page).status_code == 200
    Membership.objects.filter(pk=tie.membership.pk).update(ended_on=today)
    assert his.get(page).status_code == 404


def test_two_memberships_at_one_time_are_refused_by_the_database(ben):
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(coalition=ben.coalition, person=ben.person)


def test_person_may_come_back_on_the_day_they_left(administrator, ben, today):
    end(administrator, ben)
    again = MembershipFactory(coalition=ben.coalition, person=ben.person, started_on=today)
    assert home(again) == 200


# ---------------------------------------------------------------- ends set ahead


def test_end_ahead_is_shown_and_taken_back(administrator, ben, today):
    end(administrator, ben, on=today + DAY * 30)
    members = reverse("accounts:members", args=[administrator.slug])
    assert "Take the end back" in administrator.get(members).content.decode()
    administrator.post(reverse("accounts:reinstate", args=[administrator.slug, ben.pk]))
    ben.refresh_from_db()
    assert ben.ended_on is None


def test_end_ahead_can_be_brought_forward(administrator, ben, today):
    end(administrator, ben, on=today + DAY * 30)
    end(administrator, ben)
    ben.refresh_from_db()
    assert ben.ended_on == today


def test_end_in_the_past_is_refused(administrator, ben, today):
    answer = end(administrator, ben, on=today - DAY)
    assert "Today is the earliest" in answer.content.decode()
    ben.refresh_from_db()
    assert ben.ended_on is None


def test_only_administrator_cannot_plan_to_leave_nor_hide_behind_one_who_will(
    administrator, ben, today
):
    mine = administrator.membership
    end(administrator, mine, on=today + DAY * 30)
    mine.refresh_from_db()
    assert mine.ended_on is None
    Membership.objects.filter(pk=ben.pk).update(role=Role.ADMINISTRATOR, ended_on=today + DAY * 5)
    end(administrator, mine)
    mine.refresh_from_db()
    assert mine.ended_on is None


# ---------------------------------------------------------------- invitations for a time


def test_invitation_for_a_time_makes_a_membership_for_that_time(administrator, today):
    administrator.post(
        reverse("accounts:invite", args=[administrator.slug]),
        {
            "email": "dee@people.example",
            "role": "viewer",
            "starts_on": today + DAY * 3,
            "ends_on": today + DAY * 90,
        },
    )
    person = PersonFactory(email="dee@people.example")
    client = Client()
    client.force_login(person)
    answer = client.post("/" + Invitation.objects.get().link.split("/", 3)[3], follow=True)
    membership = Membership.objects.get(person=person)
    assert (membership.started_on, membership.ended_on) == (today + DAY * 3, today + DAY * 90)
    assert "Open to you later" in answer.content.decode()
    assert home(membership, client) == 404


def test_invitation_that_ends_before_it_starts_is_refused(administrator, today):
    answer = administrator.post(
        reverse("accounts:invite", args=[administrator.slug]),
        {"email": "d@people.example", "role": "viewer", "starts_on": today, "ends_on": today},
    )
    assert "The end lies before the start" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_invitation_whose_time_is_over_lets_nobody_in(administrator, today):
    person = PersonFactory()
    invitation = InvitationFactory(
        coalition=administrator.membership.coalition, email=person.email, ends_on=today
    )
    client = Client()
    client.force_login(person)
    client.post("/" + invitation.link.split("/", 3)[3])
    assert not Membership.objects.filter(person=person).exists()


def test_member_to_be_is_not_invited_again(administrator, ben, today):
    ben.started_on = today + DAY
    ben.save()
    answer = administrator.post(
        reverse("accounts:invite", args=[administrator.slug]),
        {"email": ben.person.email, "role": "viewer"},
    )
    assert "is a member already" in answer.content.decode()


# ---------------------------------------------------------------- handing over


def kept_by(membership: Membership) -> int:
    return Organisation.objects.filter(owner=membership.person).count()


@pytest.fixture
def kept(ben) -> list[Organisation]:
    return OrganisationFactory.create_batch(3, coalition=ben.coalition, owner=ben.person)


def test_page_says_what_somebody_keeps_and_offers_who_could(administrator, ben, cleo, kept):
    MembershipFactory(coalition=ben.coalition, role=Role.VIEWER, person__full_name="Vera Viewer")
    page = administrator.get(
        reverse("accounts:end_membership", args=[administrator.slug, ben.pk])
    ).content.decode()
    assert "Organisations looked after: 3" in page
    assert f"?owner={ben.person_id}" in page
    assert "Cleo Fox" in page
    assert "Vera Viewer" not in page


def test_successor_takes_all_over_in_one_change_that_is_taken_back_with_the_end(
    administrator, ben, cleo, kept
):
    elsewhere = OrganisationFactory(owner=ben.person)
    end(administrator, ben, successor=cleo.pk)
    assert (kept_by(ben), kept_by(cleo)) == (1, 3)
    administrator.post(reverse("accounts:reinstate", args=[administrator.slug, ben.pk]))
    assert (kept_by(ben), kept_by(cleo)) == (4, 0)
    elsewhere.refresh_from_db()
    assert elsewhere.owner == ben.person


def test_taking_back_leaves_what_was_edited_since(administrator, ben, cleo, kept):
    end(administrator, ben, successor=cleo.pk)
    with recording("organisation.edited"):
        Organisation.objects.filter(pk=kept[0].pk).update(description="Met them")
    administrator.post(reverse("accounts:reinstate", args=[administrator.slug, ben.pk]))
    assert (kept_by(ben), kept_by(cleo)) == (2, 1)


def test_what_was_not_handed_over_is_listed_and_can_be_later(administrator, ben, cleo, kept):
    end(administrator, ben)
    past = reverse("accounts:past_members", args=[administrator.slug])
    assert "Organisations looked after: 3" in administrator.get(past).content.decode()
    end(administrator, ben, successor=cleo.pk)
    assert kept_by(cleo) == 3
    assert "Organisations looked after" not in administrator.get(past).content.decode()


def test_handing_over_takes_as_many_questions_for_many_as_for_one(
    administrator, ben, cleo, django_assert_max_num_queries
):
    OrganisationFactory(coalition=ben.coalition, owner=ben.person)
    with django_assert_max_num_queries(40) as few:
        end(administrator, ben, successor=cleo.pk)
    OrganisationFactory.create_batch(5, coalition=ben.coalition, owner=cleo.person)
    with django_assert_max_num_queries(len(few)):
        end(administrator, cleo, successor=administrator.membership.pk)


def test_stranger_cannot_be_the_successor(administrator, ben, kept):
    end(administrator, ben, successor=MembershipFactory().pk)
    assert kept_by(ben) == 3
    ben.refresh_from_db()
    assert ben.ended_on is None
