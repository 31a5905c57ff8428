"""Times and funnel of coming in, and the rows behind each number."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.permissions import Role
from governance.reports.joining.figures import days_typical, funnel_of, half_years
from governance.reports.joining.joined import day_joined
from governance.reports.joining.summary import joining_summary
from governance.reports.joining.ways import Way
from tests.factories import (
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    PipelineStepFactory,
)
from tests.governance.factories import RoleAssignmentFactory
from tests.governance.joining.factories import (
    JoinRequestFactory,
    OnboardingFactory,
    OnboardingItemFactory,
    OpenDoorFactory,
    TrainingFactory,
)
from tests.governance.joining.pages import ago, at, joined, text, today

DAY = date(2026, 5, 12)


def way(meeting: int | None = None, *, joined: bool = True, invited: bool = True) -> Way:
    return Way(
        "Elm",
        invited_on=DAY - timedelta(days=9) if invited else None,
        joined_on=DAY if joined else None,
        meeting_on=None if meeting is None else DAY + timedelta(days=meeting),
    )


# ---------------------------------------------------------------- formulas


def test_median_is_told_from_three_on_and_says_of_how_many():
    told = days_typical([way(10), way(20), way(90), way()], "meeting")
    assert (told.days, told.number, told.joined) == (20.0, 3, 4)
    few = days_typical([way(10), way(20), way()], "meeting")
    assert (few.days, few.number, few.joined) == (None, 2, 3)


def test_first_meeting_before_joining_counts_as_no_days():
    assert days_typical([way(-5), way(0), way(4)], "meeting").days == 0.0


def test_who_never_joined_has_no_days():
    assert way(3, joined=False).days_to("meeting") is None


def test_funnel_counts_each_stage_by_itself():
    funnel = funnel_of([way(3), way(), way(joined=False), way(invited=False)])
    assert [(stage.key, stage.number) for stage in funnel.stages] == [
        ("invited", 3),
        ("joined", 3),
        ("meeting", 1),
        ("role", 0),
        ("voice", 0),
    ]
    assert funnel.uninvited == 1
    assert funnel.stages[1].percent == 75


def test_funnel_of_nobody_has_no_shares():
    assert [stage.percent for stage in funnel_of([]).stages] == [None] * 5


def test_half_years_begin_in_january_and_july():
    halves = half_years(date(2026, 7, 1))
    assert (halves[0].since, halves[0].until) == (date(2026, 7, 1), date(2026, 12, 31))
    assert (halves[1].since, halves[1].until) == (date(2026, 1, 1), date(2026, 6, 30))
    assert halves[-1].since == date(2024, 1, 1)


# ---------------------------------------------------------------- the day of joining


@pytest.mark.django_db
def test_joining_is_the_first_step_to_member_or_what_the_profile_says():
    by_step = OrganisationFactory(since_on=ago(50))
    PipelineStepFactory(organisation=by_step, stage="member", on=ago(40))
    PipelineStepFactory(organisation=by_step, stage="paused", on=ago(20))
    PipelineStepFactory(organisation=by_step, stage="member", on=ago(10))
    assert day_joined(by_step) == ago(40)
    assert day_joined(OrganisationFactory(since_on=ago(70))) == ago(70)


@pytest.mark.django_db
def test_return_after_a_pause_is_no_joining():
    organisation = OrganisationFactory(since_on=ago(700))
    PipelineStepFactory(organisation=organisation, stage="paused", on=ago(30))
    PipelineStepFactory(organisation=organisation, stage="member", on=ago(5))
    assert day_joined(organisation) == ago(700)


@pytest.mark.django_db
def test_prospect_has_not_joined():
    prospect = OrganisationFactory(prospect=True, since_on=ago(5))
    assert day_joined(prospect) is None


# ---------------------------------------------------------------- pages


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def came_in(coalition, days: int, *, meeting: int | None = None, invited: int | None = None):
    organisation = joined(coalition, days)
    if invited is not None:
        PipelineStepFactory(organisation=organisation, stage="invited", on=ago(invited))
    made = OnboardingFactory(organisation=organisation, joined_on=ago(days), started_on=ago(days))
    if meeting is not None:
        OnboardingItemFactory(
            onboarding=made,
            kind="first_meeting",
            done_on=ago(days) + timedelta(days=meeting),
            ticked_at=timezone.now(),
        )
    return organisation


def stages(client, **asked) -> list[int]:
    found = client.get(at(client, "joining_figures"), asked).context["found"]
    return [stage.number for stage in found.funnel.stages]


@pytest.mark.django_db
def test_funnel_of_a_period_opens_into_its_rows(coordinator, coalition):
    one = came_in(coalition, 40, meeting=6, invited=50)
    came_in(coalition, 30, invited=45)
    RoleAssignmentFactory(
        organisation=one, seat__body__coalition=coalition, starts_on=ago(10), ends_on=None
    )
    waiting = OrganisationFactory(coalition=coalition, prospect=True)
    PipelineStepFactory(organisation=waiting, stage="invited", on=ago(20))
    came_in(coalition, 500, meeting=3)  # before the period
    assert stages(coordinator) == [3, 2, 1, 1, 0]
    rows = coordinator.get(at(coordinator, "joining_rows"), {"stage": "role"})
    assert [way.name for way in rows.context["page"]] == [one.name]
    assert "after 30 days" in text(rows)
    assert len(coordinator.get(at(coordinator, "joining_rows")).context["page"]) == 3


@pytest.mark.django_db
def test_funnel_of_people_counts_invitations_and_members(coordinator, coalition):
    InvitationFactory(coalition=coalition, full_name="Ines Duarte", invited_at=timezone.now())
    person = MembershipFactory(coalition=coalition, started_on=ago(20))
    InvitationFactory(
        coalition=coalition,
        membership=person,
        invited_at=timezone.now() - timedelta(days=25),
        accepted_at=timezone.now(),
    )
    assert stages(coordinator, who="person") == [2, 1, 0, 0, 0]
    rows = text(coordinator.get(at(coordinator, "joining_rows"), {"who": "person"}))
    assert "Ines Duarte" in rows


@pytest.mark.django_db
def test_times_of_a_half_year_are_told_from_three_newcomers_on(coordinator, coalition):
    for days in (4, 8, 30):
        came_in(coalition, 60, meeting=days)
    found = coordinator.get(at(coordinator, "joining_figures")).context["found"]
    told = [one for half in found.halves for one in half.typical if one.number]
    assert sum(one.number for one in told) == 3
    assert [one.days for one in told] == [8.0]


@pytest.mark.django_db
def test_picture_is_a_file_of_its_own(coordinator, coalition):
    came_in(coalition, 40)
    answer = coordinator.get(at(coordinator, "joining_funnel"))
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg xmlns=")
    assert b"style=" not in answer.content


@pytest.mark.django_db
def test_address_that_asks_nonsense_shows_the_last_year(coordinator, coalition):
    asked = {"from": "2026-02-31", "until": "soon", "who": "nobody", "stage": "x"}
    question = coordinator.get(at(coordinator, "joining_figures"), asked).context["found"].question
    assert (question.until, question.who, question.stage) == (today(), "partner", "")


@pytest.mark.django_db
def test_figures_are_not_for_partners(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    assert partner.get(at(partner, "joining_figures")).status_code == 403
    assert partner.get(at(partner, "joining_rows")).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 8])
def test_figures_take_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    for _n in range(number):
        came_in(coalition, 40, meeting=3, invited=50)
    coordinator.get(at(coordinator, "joining_figures"))
    with django_assert_num_queries(5):
        coordinator.get(at(coordinator, "joining_figures"))


@pytest.mark.django_db
def test_summary_tells_everything_in_one_query(coalition, django_assert_num_queries):
    joined(coalition, 5)
    OnboardingItemFactory(onboarding__organisation=joined(coalition, 9), late=True)
    JoinRequestFactory(coalition=coalition)
    OpenDoorFactory(coalition=coalition)
    TrainingFactory(coalition=coalition, held_on=ago(3))
    TrainingFactory(coalition=coalition, held_on=ago(4), kind="data")
    with django_assert_num_queries(1):
        told = joining_summary(coalition, today())
    assert told.is_door_open
    assert [
        told.coming_in.least,
        told.late_items.least,
        told.unstarted.least,
        told.asking.least,
        told.trainings.least,
        told.equity_trainings.least,
    ] == [1, 1, 1, 1, 2, 1]
