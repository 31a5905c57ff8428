"""A newcomer's checklist: started, ticked by whom it is for, finished."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.permissions import Role
from governance.models import Onboarding, OnboardingItem
from governance.operations.joining import onboardings as operations
from partners import operations as partners
from tests.conftest import MemberClient
from tests.factories import (
    NOW,
    ContactFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.forms import carried
from tests.governance.factories import RoleAssignmentFactory
from tests.governance.joining.factories import (
    JoiningStepFactory,
    OnboardingFactory,
    OnboardingItemFactory,
)
from tests.governance.joining.pages import ago, at, joined, said, text, today, undo_on

pytestmark = pytest.mark.django_db
PARTNER_PAGE = 10  # queries


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def listed(coalition):
    """Two items for partners, of which they may tick the second themselves; one for people."""
    JoiningStepFactory(coalition=coalition, words="Welcome call", due_days=7)
    JoiningStepFactory(coalition=coalition, words="Charter read", kind="charter", theirs=True)
    JoiningStepFactory(coalition=coalition, words="Say hello", for_people=True)


def speaks_for(organisation) -> MemberClient:
    member = MembershipFactory(coalition=organisation.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=organisation, membership=member, invitation=None)
    return MemberClient.of(member)


def item(onboarding, words) -> OnboardingItem:
    return OnboardingItem.objects.of(onboarding).get(words=words)


def tick(client, row, **told):
    address = at(client, "onboarding_tick", row.onboarding_id, row.pk)
    return client.post(address, told, follow=True)


def test_new_partner_is_offered_and_started_with_days_from_joining(coordinator, coalition, listed):
    new, old = joined(coalition, 3, name="Elm Clinic"), joined(coalition, 200)
    page = text(coordinator.get(at(coordinator, "joining")))
    assert "Elm Clinic" in page
    assert old.name not in page
    answer = coordinator.post(at(coordinator, "joining_start", new.pk), follow=True)
    made = Onboarding.objects.get()
    assert (made.organisation, made.joined_on, made.started_on) == (new, ago(3), today())
    assert [one.words for one in made.items.all()] == ["Welcome call", "Charter read"]
    assert item(made, "Welcome call").due_on == ago(3) + timedelta(days=7)
    assert "Welcome call" in text(answer)
    coordinator.post(undo_on(answer))
    assert not Onboarding.objects.exists()


def test_item_is_never_due_before_its_list_was_started(coordinator, coalition, listed):
    coordinator.post(at(coordinator, "joining_start", joined(coalition, 60).pk))
    assert item(Onboarding.objects.get(), "Welcome call").due_on == today()


def test_new_member_gets_the_list_for_people(coordinator, coalition, listed):
    person = MembershipFactory(coalition=coalition, role=Role.STEERING, started_on=ago(5))
    InvitationFactory(coalition=coalition, membership=person, accepted_at=timezone.now())
    assert str(person.person) in text(coordinator.get(at(coordinator, "joining")))
    coordinator.post(at(coordinator, "joining_start_member", person.pk))
    made = Onboarding.objects.get()
    assert [one.words for one in made.items.all()] == ["Say hello"]
    newcomer = MemberClient.of(person)
    assert "Say hello" in text(newcomer.get(at(newcomer, "onboarding", made.pk)))


def test_who_came_back_and_who_founded_the_coalition_are_not_new(coordinator, coalition, listed):
    back = MembershipFactory(coalition=coalition, started_on=ago(300), ended_on=ago(200))
    again = MembershipFactory(coalition=coalition, person=back.person, started_on=ago(2))
    InvitationFactory(coalition=coalition, membership=again, accepted_at=timezone.now())
    founder = MembershipFactory(coalition=coalition, started_on=ago(1))
    page = text(coordinator.get(at(coordinator, "joining")))
    assert str(back.person) not in page
    assert str(founder.person) not in page


def test_start_twice_is_once_and_needs_a_list(coordinator, coalition):
    new = joined(coalition, 3)
    answer = coordinator.post(at(coordinator, "joining_start", new.pk), follow=True)
    assert "Your checklist is empty." in said(answer)
    JoiningStepFactory(coalition=coalition)
    for _time in range(2):
        coordinator.post(at(coordinator, "joining_start", new.pk))
    assert Onboarding.objects.count() == 1


def test_prospect_has_no_checklist(coordinator, coalition, listed):
    prospect = OrganisationFactory(coalition=coalition, prospect=True)
    answer = coordinator.post(at(coordinator, "joining_start", prospect.pk), follow=True)
    assert "is not a partner now" in said(answer)
    assert not Onboarding.objects.exists()


def test_item_is_ticked_with_day_and_person_and_taken_back(coordinator, coalition):
    row = OnboardingItemFactory(onboarding=OnboardingFactory(organisation=joined(coalition, 9)))
    answer = tick(coordinator, row, on=ago(2).isoformat())
    row.refresh_from_db()
    assert (row.done_on, row.ticked_by) == (ago(2), coordinator.membership.person)
    assert f"ticked by {coordinator.membership.person}" in text(answer)
    coordinator.post(undo_on(answer))
    row.refresh_from_db()
    assert row.done_on is None
    tick(coordinator, row)
    row.refresh_from_db()
    assert row.done_on == today()
    coordinator.post(at(coordinator, "onboarding_clear", row.onboarding_id, row.pk))
    row.refresh_from_db()
    assert (row.done_on, row.ticked_by, row.ticked_at) == (None, None, None)


def test_day_that_is_still_to_come_is_refused(coordinator, coalition):
    row = OnboardingItemFactory(onboarding=OnboardingFactory(organisation=joined(coalition, 9)))
    answer = tick(coordinator, row, on=ago(-2).isoformat())
    assert "That day is still to come." in said(answer)
    row.refresh_from_db()
    assert row.done_on is None


def test_day_that_nobody_can_read_ticks_nothing(coordinator, coalition):
    row = OnboardingItemFactory(onboarding=OnboardingFactory(organisation=joined(coalition, 9)))
    answer = tick(coordinator, row, on="last Tuesday")
    assert "That is no day we can read. Nothing was ticked." in said(answer)
    row.refresh_from_db()
    assert row.done_on is None


def test_day_begins_with_that_of_the_coalition(coordinator, coalition):
    row = OnboardingItemFactory(onboarding=OnboardingFactory(organisation=joined(coalition, 9)))
    page = coordinator.get(row.onboarding.get_absolute_url()).text
    assert f'id="on-{row.pk}" name="on" value="{today().isoformat()}"' in page


def test_partner_sees_their_own_list_and_ticks_what_is_theirs(coordinator, coalition):
    organisation = joined(coalition, 9)
    made = OnboardingFactory(organisation=organisation)
    ours = OnboardingItemFactory(onboarding=made, words="Welcome call")
    theirs = OnboardingItemFactory(onboarding=made, words="Charter read", theirs=True)
    partner = speaks_for(organisation)
    page = text(partner.get(at(partner, "joining_of", organisation.pk)))
    assert "Welcome call" in page
    assert "Done today : Charter read" in page
    assert "Done today : Welcome call" not in page
    tick(partner, theirs)
    theirs.refresh_from_db()
    assert theirs.ticked_by == partner.membership.person
    assert tick(partner, ours).status_code == 404
    other = speaks_for(joined(coalition, 9))
    assert other.get(at(other, "joining_of", organisation.pk)).status_code == 404
    assert tick(other, theirs).status_code == 404
    assert organisation.name not in text(other.get(at(other, "joining")))


def test_viewer_reads_and_ticks_nothing(member, coalition):
    organisation = joined(coalition, 9)
    row = OnboardingItemFactory(
        onboarding=OnboardingFactory(organisation=organisation), theirs=True
    )
    viewer = member(Role.VIEWER, coalition=coalition)
    page = text(viewer.get(at(viewer, "joining_of", organisation.pk)))
    assert row.words in page
    assert "Done today" not in page
    assert tick(viewer, row).status_code == 404


def test_first_role_is_read_from_the_roles(coordinator, coalition):
    organisation = joined(coalition, 100)
    made = OnboardingFactory(organisation=organisation, joined_on=ago(100))
    row = OnboardingItemFactory(onboarding=made, kind="first_role", words="First role")
    answer = tick(coordinator, row)
    assert "read from the seats and functions" in said(answer)
    of_theirs = {"organisation": organisation, "seat__body__coalition": coalition}
    RoleAssignmentFactory(**of_theirs, starts_on=ago(400), ends_on=ago(300))  # before they joined
    assert "Read from the roles" not in text(coordinator.get(made.get_absolute_url()))
    role = RoleAssignmentFactory(**of_theirs, starts_on=ago(40), ends_on=None)
    page = text(coordinator.get(made.get_absolute_url()))
    assert f"Read from the roles: {role}" in page
    assert "1 / 1" in page


def test_finishing_with_something_open_needs_a_reason(coordinator, coalition):
    made = OnboardingFactory(organisation=joined(coalition, 9))
    OnboardingItemFactory(onboarding=made)
    address = at(coordinator, "onboarding_finish", made.pk)
    answer = coordinator.post(address, {"because": ""}, follow=True)
    assert "Say why you stop here." in said(answer)
    coordinator.post(address, {"because": "They paused"})
    made.refresh_from_db()
    assert (made.ended_on, made.ended_because) == (today(), "They paused")
    assert "They paused" in text(coordinator.get(at(coordinator, "joining")))
    coordinator.post(at(coordinator, "onboarding_reopen", made.pk))
    made.refresh_from_db()
    assert made.is_open


def test_finished_list_takes_no_ticks(coordinator, coalition):
    row = OnboardingItemFactory(
        onboarding=OnboardingFactory(organisation=joined(coalition, 9), ended=True)
    )
    assert "This checklist is finished." in said(tick(coordinator, row))


def test_complete_list_is_finished_without_a_reason(coordinator, coalition):
    made = OnboardingFactory(organisation=joined(coalition, 9))
    OnboardingItemFactory(onboarding=made, done=True)
    coordinator.post(at(coordinator, "onboarding_finish", made.pk))
    made.refresh_from_db()
    assert made.ended_on == today()


def test_something_for_one_newcomer_alone(coordinator, coalition):
    made = OnboardingFactory(organisation=joined(coalition, 9))
    page = coordinator.get(at(coordinator, "onboarding_item_add", made.pk))
    told = {"words": "Key to room 2", "form_key": carried(page, "form_key")}
    for _time in range(2):
        coordinator.post(at(coordinator, "onboarding_item_add", made.pk), told)
    assert [one.words for one in made.items.all()] == ["Key to room 2"]


def test_checklist_follows_into_a_merge_and_comes_back(coordinator, coalition, listed):
    stays, goes = joined(coalition, 9), joined(coalition, 8)
    coordinator.post(at(coordinator, "joining_start", stays.pk))
    coordinator.post(at(coordinator, "joining_start", goes.pk))
    theirs = Onboarding.objects.get(organisation=goes)
    by = coordinator.membership.person
    merge = partners.merge(stays, others=[goes], choices={}, by=by, at=NOW)[0]
    assert Onboarding.objects.of_partner(stays).open().count() == 1
    partners.unmerge(merge, by=by, at=NOW)
    assert Onboarding.objects.of_partner(goes).get() == theirs


def test_list_that_only_the_other_had_moves_along(coordinator, coalition, listed):
    stays, goes = joined(coalition, 9), joined(coalition, 8)
    made = operations.start_for_partner(
        goes, by=coordinator.membership.person, on=today(), at=timezone.now()
    )
    by = coordinator.membership.person
    partners.merge(stays, others=[goes], choices={}, by=by, at=NOW)
    made.refresh_from_db()
    assert made.organisation == stays
    assert made.items.count() == 2


def test_person_without_a_name_list_is_found_by_their_address(coordinator, coalition):
    person = MembershipFactory(coalition=coalition, started_on=ago(50))
    made = OnboardingFactory(of_member=True, membership=person, joined_on=ago(50))
    OnboardingItemFactory(onboarding=made, kind="first_role", words="First role")
    organisation = OrganisationFactory(coalition=coalition)
    contact = ContactFactory(organisation=organisation, email=person.person.email.upper())
    RoleAssignmentFactory(
        organisation=organisation,
        contact=contact,
        seat__body__coalition=coalition,
        starts_on=ago(20),
        ends_on=None,
    )
    assert "1 / 1" in text(coordinator.get(at(coordinator, "onboarding", made.pk)))


@pytest.mark.parametrize("number", [1, 6])
def test_pages_take_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    for _n in range(number):
        joined(coalition, 4)
        made = OnboardingFactory(organisation=joined(coalition, 9))
        OnboardingItemFactory.create_batch(number, onboarding=made, late=True)
    coordinator.get(at(coordinator, "joining"))
    with django_assert_num_queries(8):
        coordinator.get(at(coordinator, "joining"))
    with CaptureQueriesContext(connection) as asked:
        coordinator.get(made.get_absolute_url())
    assert len(asked) == PARTNER_PAGE
