"""Seats against members, by sector, size and lived experience; and who takes part in which phase."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from governance.models import PowerSettings
from governance.reports.power.lens import read_power
from governance.reports.power.phases import phases_page
from governance.reports.power.summaries import power_summary
from governance.reports.power.table import read_table
from tests.factories import (
    CoalitionFactory,
    MembershipFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
)
from tests.forms import carried
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.power.factories import (
    BodyPhaseFactory,
    ExperimentFactory,
    InterestDeclarationFactory,
    LeadershipRuleFactory,
    day,
    leading,
    partner,
    seated,
    sector,
)

pytestmark = pytest.mark.django_db


def sits(body, *sectors, rank="member", organisation=None, **fields):
    seat = SeatFactory(body=body, rank=rank, **fields)
    return seated(seat, organisation or partner(body.coalition, *sectors))


def power_of(membership, body=None):
    table = read_table(membership, on=day(), body=body and body.pk)
    settings = PowerSettings.of(membership.coalition_id)
    return read_power(table, settings, slug="x", body=None)


@pytest.fixture
def membership():
    return MembershipFactory(role=Role.COORDINATOR)


def told(lens):
    return {
        one.label: (len(one.seats), one.seat_share, len(one.members), one.member_share)
        for one in lens.groups
    }


def test_seats_are_shared_by_sector_against_members(membership):
    body = BodyFactory(coalition=membership.coalition)
    sits(body, "Health care")
    sits(body, "Health care")
    sits(body, "Health care", "Housing")
    sits(body)
    partner(body.coalition, "Faith")
    partner(body.coalition, "Faith", retired_on=day(-9), retired_reason="Closed")
    partner(body.coalition, "Faith", kind="prospect")
    assert told(power_of(membership).sectors) == {
        "Health care": (3, 2.5 / 4, 3, 2.5 / 5),
        "Housing": (1, 0.5 / 4, 1, 0.5 / 5),
        "Faith": (0, 0.0, 1, 1 / 5),
        "Not said": (1, 1 / 4, 1, 1 / 5),
    }


def test_group_is_pointed_out_outside_the_settings(membership):
    body = BodyFactory(coalition=membership.coalition)
    for _n in range(3):
        sits(body, "Health care")
    for _n in range(5):
        partner(body.coalition, "Faith")
    groups = {one.label: one for one in power_of(membership).sectors.groups}
    assert (groups["Health care"].many, groups["Faith"].few) == (True, True)
    assert [one.label for one in power_of(membership).sectors.unseated] == ["Faith"]
    PowerSettings.objects.create(
        coalition=membership.coalition, least_parity=1, most_parity=1000, most_lead=40
    )
    groups = {one.label: one for one in power_of(membership).sectors.groups}
    assert not groups["Health care"].many


def test_group_too_small_for_a_whole_seat_is_not_pointed_out(membership):
    body = BodyFactory(coalition=membership.coalition)
    for _n in range(3):
        sits(body, "Health care")
    partner(body.coalition, "Transport")
    groups = {one.label: one for one in power_of(membership).sectors.groups}
    assert (groups["Transport"].parity, groups["Transport"].few) == (0.0, False)


def test_only_voting_seats_that_are_held_today_count(membership):
    body = BodyFactory(coalition=membership.coalition)
    sits(body, "Housing", is_voting=False)
    seated(SeatFactory(body=body), partner(body.coalition, "Faith"), ends_on=day(-1))
    SeatFactory(body=body)
    sits(BodyFactory(coalition=body.coalition, closed=True), "Media")
    power = power_of(membership)
    assert power.table.voting == []
    assert power.table.vacant == 2
    assert power.effective_seats is None


def test_sizes_are_compared_once_half_have_said_theirs(membership):
    body = BodyFactory(coalition=membership.coalition)
    large = sits(body).organisation
    partner(body.coalition)
    partner(body.coalition)
    ProfileAnswerFactory(organisation=large, topic="capacity", voice="theirs", choice="XL", text="")
    assert power_of(membership).sizes.groups == []
    small = partner(body.coalition)
    ProfileAnswerFactory(organisation=small, topic="capacity", voice="theirs", choice="S", text="")
    keys = {one.key: one.seat_share for one in power_of(membership).sizes.groups}
    assert keys == {"S": 0.0, "XL": 1.0, "none": 0.0}


def test_money_and_staff_are_what_partners_say_of_themselves(membership):
    body = BodyFactory(coalition=membership.coalition)
    rich, poor = (sits(body, "Health care").organisation for _n in range(2))
    partner(body.coalition, "Health care")
    for one, level in ((rich, 3), (poor, 1)):
        ProfileRowFactory(
            organisation=one,
            topic="capacity",
            voice="theirs",
            kind="funding",
            level=level,
            words="",
        )
    money = power_of(membership).sectors.groups[0].money
    assert (money.plenty, money.told, money.of) == (1, 2, 3)


def test_lead_concentration_is_of_chairs_and_co_leads(membership):
    body = BodyFactory(coalition=membership.coalition)
    first = sits(body, "A", rank="chair").organisation
    sits(body, rank="co_lead", organisation=first)
    sits(body, "B", rank="co_lead")
    sits(body, "C", rank="member")
    power = power_of(membership)
    assert (power.lead.held, power.lead.of, power.is_lead_concentrated) == (2, 3, True)
    assert power.largest == [first.name]


def test_lived_experience_is_shown_without_a_comparison(membership):
    body = BodyFactory(coalition=membership.coalition)
    sits(body, is_lived_experience=True)
    sits(body)
    assert power_of(membership).lived_share == 0.5


def test_one_body_is_looked_at_alone(membership):
    body, other = (BodyFactory(coalition=membership.coalition) for _n in range(2))
    sits(body, "A")
    sits(other, "B")
    assert len(power_of(membership, body).table.voting) == 1


def at(client, name, *args, **asked) -> str:
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return reverse(f"governance:{name}", args=[client.slug, *args]) + (f"?{query}" if query else "")


def text(answer) -> str:
    return answer.content.decode()


def test_figure_opens_into_its_rows(coordinator):
    body = BodyFactory(coalition=coordinator.membership.coalition)
    held = sits(body, "Housing", title="Seat for tenants")
    other = partner(body.coalition, "Housing", name="Tenants' Union of Elm Park")
    sits(body, "Faith", title="Seat for faith")
    address = f"by=sector&amp;group={sector(body.coalition, 'Housing').pk}"
    assert address in text(coordinator.get(at(coordinator, "power")))
    group = sector(body.coalition, "Housing").pk
    page = text(coordinator.get(at(coordinator, "power_rows", by="sector", group=group)))
    assert "Seat for tenants" in page
    assert held.organisation.name in page
    assert other.get_absolute_url() in page
    assert "Seat for faith" not in page


@pytest.mark.parametrize("by", ["lead", "lived", "sector", ""])
def test_rows_open_for_every_address(coordinator, by):
    sits(BodyFactory(coalition=coordinator.membership.coalition), "A", title="The only seat")
    assert coordinator.get(at(coordinator, "power_rows", by=by, group="none")).status_code == 200


def test_page_says_what_it_cannot_know(coordinator):
    sits(BodyFactory(coalition=coordinator.membership.coalition), "A")
    page = text(coordinator.get(at(coordinator, "power")))
    assert "Until then seats are compared with the membership, not with influence." in page


def test_download_has_a_line_for_every_sector(coordinator):
    sits(BodyFactory(coalition=coordinator.membership.coalition), "Housing")
    answer = coordinator.get(at(coordinator, "power_file"))
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].startswith('"Housing","1","1","1","1","1"')


def test_settings_are_saved_and_told(coordinator):
    address = at(coordinator, "power_settings")
    mark = carried(coordinator.get(address), "opened")
    told = {"most_lead": 30, "least_parity": 80, "most_parity": 125}
    coordinator.post(address, {"opened": mark, **told})
    kept = PowerSettings.objects.get()
    assert (kept.most_lead, kept.least_parity, kept.most_parity) == (30, 80, 125)


@pytest.mark.parametrize("number", [1, 6])
@pytest.mark.parametrize(("page", "queries"), [("power", 12), ("phases", 9)])
def test_pages_take_the_same_queries(coordinator, number, page, queries, django_assert_num_queries):
    for n in range(number):
        body = BodyFactory(coalition=coordinator.membership.coalition)
        sits(body, f"Sector {n}")
        BodyPhaseFactory(body=body)
    url = at(coordinator, page)
    coordinator.get(url)
    with django_assert_num_queries(queries):
        coordinator.get(url)


# ---------------------------------------------------------------- phases


def test_matrix_counts_organisations_seated_in_bodies_of_the_phase(membership):
    body = BodyFactory(coalition=membership.coalition)
    for phase in ("act", "decide"):
        BodyPhaseFactory(body=body, phase=phase)
    both = sits(body, "Housing").organisation
    sits(body, organisation=both)
    sits(body, "Housing")
    other = BodyFactory(coalition=body.coalition)
    BodyPhaseFactory(body=other, phase="act")
    sits(other, "Faith")
    partner(body.coalition, "Media")
    rows = {
        row.label: [(cell.organisations, cell.is_gap) for cell in row.cells]
        for row in phases_page(membership, on=day()).matrix.rows
    }
    assert rows == {
        "Housing": [(0, False), (0, False), (2, False), (2, False)],
        "Faith": [(0, False), (0, False), (1, False), (0, True)],
        "Media": [(0, False), (0, False), (0, False), (0, False)],
    }


def test_phases_of_a_body_are_set_and_opened(coordinator, member):
    body = BodyFactory(coalition=coordinator.membership.coalition, name="Steering")
    sits(body, "Housing", title="Seat for tenants")
    address = at(coordinator, "body_phases", body.pk)
    mark = carried(coordinator.get(address), "opened")
    coordinator.post(address, {"opened": mark, "phases": ["plan", "decide"]})
    assert set(body.phases.values_list("phase", flat=True)) == {"plan", "decide"}
    viewer = member(Role.VIEWER, coalition=body.coalition)
    group = sector(body.coalition, "Housing").pk
    page = text(viewer.get(at(viewer, "phase_rows", sector=group, phase="decide")))
    assert "Seat for tenants" in page
    page = text(viewer.get(at(viewer, "phase_rows", sector=group, phase="act")))
    assert "Seat for tenants" not in page
    assert viewer.get(at(viewer, "phase_rows", sector=group, phase="sleep")).status_code == 404


def test_phases_of_a_hidden_body_are_hidden(member):
    client = member(Role.VIEWER)
    body = BodyFactory(coalition=client.membership.coalition, publication="body")
    BodyPhaseFactory(body=body)
    sits(body, "Housing")
    assert not phases_page(client.membership, on=day()).matrix.is_said


def test_summary_counts_in_one_query(django_assert_num_queries):
    coalition = CoalitionFactory()
    LeadershipRuleFactory(coalition=coalition)
    body = BodyFactory(coalition=coalition)
    declared = leading(body, "A").organisation
    leading(body, "A")
    InterestDeclarationFactory(organisation=declared)
    ExperimentFactory(coalition=coalition)
    ExperimentFactory(coalition=coalition, due=True)
    with django_assert_num_queries(1):
        found = power_summary(coalition, on=day())
    assert (found.broken, found.experiments, found.to_review, found.undeclared) == (1, 2, 1, 1)
