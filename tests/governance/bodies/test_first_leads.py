"""A body is opened with those who lead it, and its lead is shared as the rule asks, or the reason is read."""

import pytest

from governance.models import Body, LeadershipOverride, RoleAssignment
from partners.models import Organisation
from tests.factories import ContactFactory
from tests.governance.bodies.telling import address, opening, telling
from tests.governance.factories import BodyFactory
from tests.governance.power.factories import LeadershipRuleFactory, leading, partner

pytestmark = pytest.mark.django_db
WHY = "Nobody else has time before spring"


@pytest.fixture
def coalition(coordinator):
    """Its rule asks for leads from two sectors; three partners could lead."""
    coalition = coordinator.membership.coalition
    LeadershipRuleFactory(coalition=coalition, sectors=2)
    for name, sector in (("Green Clinic", "Health"), ("Hospital", "Health"), ("Pantry", "Food")):
        partner(coalition, sector, name=name)
    return coalition


def led_by(*names, **other):
    told = {"leads-TOTAL_FORMS": "3", **other}
    for place in range(3):
        told |= {f"leads-{place}-title": "Co-lead", f"leads-{place}-rank": "co_lead"}
        told[f"leads-{place}-partner"] = names[place] if place < len(names) else ""
    return told


def words(answer) -> str:
    return answer.content.decode()


def test_body_whose_leads_come_from_one_sector_is_not_opened_without_a_reason(
    coordinator, coalition
):
    answer = opening(coordinator, **led_by("Green Clinic", "Hospital"))
    assert answer.status_code == 422
    assert "2 different sectors asked for, 1 found" in words(answer)
    assert not Body.objects.exists()
    told = led_by("Green Clinic", "Hospital", why_unshared=WHY)
    page = coordinator.get(opening(coordinator, **told).headers["Location"])
    assert WHY in words(page)
    assert LeadershipOverride.objects.get().sectors_found == 1
    assert WHY in words(coordinator.get(address(coordinator, "bodies")))


def test_leads_of_two_sectors_are_seated_from_the_first_day(coordinator, coalition):
    ContactFactory(organisation=Organisation.objects.get(name="Pantry"), name="Ana Ruiz")
    opening(coordinator, **led_by("Green Clinic", "Pantry"), **{"leads-1-person": "Ana Ruiz"})
    roles = RoleAssignment.objects.order_by("seat__position")
    assert [str(role.organisation) for role in roles] == ["Green Clinic", "Pantry"]
    assert {role.starts_on for role in roles} == {Body.objects.get().opened_on}
    assert [role.contact and role.contact.name for role in roles] == [None, "Ana Ruiz"]
    assert not LeadershipOverride.objects.exists()


def test_opening_with_leads_is_taken_back_in_one_go(coordinator, coalition):
    answer = opening(coordinator, **led_by("Green Clinic", "Hospital", why_unshared=WHY))
    page = words(coordinator.get(answer.headers["Location"]))
    coordinator.post(page.split('/undo/"')[0].rsplit('action="', 1)[1] + "/undo/")
    assert not Body.objects.exists()
    assert not LeadershipOverride.objects.exists()


def test_body_without_leads_breaks_nothing_and_says_that_it_has_none_yet(coordinator, coalition):
    answer = opening(coordinator, **led_by())
    page = coordinator.get(answer.headers["Location"])
    assert "No leads yet." in words(page)
    assert "no leads yet" in words(coordinator.get(address(coordinator, "bodies")))


def test_lead_that_will_begin_later_is_judged_now(coordinator, coalition):
    told = led_by("Green Clinic", "Hospital", opened_on="2999-01-01")
    assert opening(coordinator, **told).status_code == 422
    assert not Body.objects.exists()


def test_kind_for_which_the_rule_asks_more_needs_a_reason(coordinator, coalition):
    body = BodyFactory(coalition=coalition, kind="advisory", name="Circle")
    leading(body, "Health")
    assert telling(coordinator, body, kind="steering").status_code == 422
    body.refresh_from_db()
    assert body.kind == "advisory"
    telling(coordinator, body, kind="steering", why_unshared=WHY)
    assert WHY in words(coordinator.get(body.get_absolute_url()))
