"""From what a goal needs to whom to ask, and back to the goal."""

import re
from html import unescape

import pytest
from django.http import HttpResponse
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Nomination, Organisation
from tests.factories import OrganisationFactory
from tests.forms import all_hidden
from tests.goals.doors import at, text
from tests.goals.factories import GoalFactory, GoalNeedFactory
from tests.partners.listing.test_grouping import undo_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(coordinator):
    coalition = coordinator.membership.coalition
    return GoalFactory(coalition=coalition, statement="Greens for you & me, by “Ana’s” shop")


def way(client, goal, label):
    """Where the button of the goal leads."""
    page = client.get(at(client, "goal", goal.pk)).text
    (href,) = re.findall(rf'<a class="btn btn-outline-primary" href="([^"]*)">{label}', page)
    return unescape(href)


def hidden(page, address):
    """What the form that sends to this address carries; other forms of the page lead elsewhere."""
    main = page.text.split("<main", 1)[1].split("</main>")[0]
    forms = re.findall(r"<form.*?</form>", main, re.DOTALL)
    (form,) = [
        one
        for one in forms
        if 'method="post"' in one and (f'action="{address}"' in one or " action=" not in one)
    ]
    return all_hidden(HttpResponse(form))


def sent(client, url, address="", **answers):
    """Opened where the button leads, filled in and sent from there."""
    address = address or url.split("?")[0]
    return client.post(address, hidden(client.get(url), address) | answers, follow=True)


def landed(answer):
    return answer.redirect_chain[-1][0]


def test_prospect_for_a_capacity_comes_back_to_the_goal_and_is_undone_there(coordinator, goal):
    GoalNeedFactory(goal=goal, of_capacity=True)
    answer = sent(coordinator, way(coordinator, goal, "Find somebody"), name="Radio Sol", draft="")
    page = at(coordinator, "goal", goal.pk)
    assert landed(answer) == page
    assert "Radio Sol is a prospect now." in text(answer)
    assert "Prospects on the way: Radio Sol" in text(answer)
    answer = coordinator.post(undo_on(answer), follow=True)
    assert landed(answer) == page
    assert "Radio Sol: not on the list any more." in text(answer)
    assert "Prospects on the way:" not in text(answer)


def test_name_that_is_known_is_said_and_the_way_back_is_kept(coordinator, goal):
    GoalNeedFactory(goal=goal, of_capacity=True)
    OrganisationFactory(coalition=goal.coalition, name="Radio Sol")
    url = way(coordinator, goal, "Find somebody")
    refused = sent(coordinator, url, name="Radio Sol", draft="")
    assert refused.status_code == 422
    address = url.split("?")[0]
    told = hidden(refused, address) | {"name": "Radio Luna", "draft": ""}
    answer = coordinator.post(address, told, follow=True)
    assert landed(answer) == at(coordinator, "goal", goal.pk)


def test_prospect_for_a_voice_comes_back_to_the_goal_and_is_undone_there(coordinator, goal):
    GoalNeedFactory(goal=goal)
    url = way(coordinator, goal, "Find somebody")
    asked = f"{url.split('?')[0]}prospect/"
    answer = sent(coordinator, url, asked, name="Tenants together", draft="")
    page = at(coordinator, "goal", goal.pk)
    assert landed(answer) == page
    assert "Tenants together is a prospect now, and the one to ask." in text(answer)
    assert f"Prospects on the way: {Organisation.objects.get()}" in text(answer)
    answer = coordinator.post(undo_on(answer), follow=True, headers={"Referer": page})
    assert landed(answer) == page
    assert not Organisation.objects.exists()


def test_gap_that_was_opened_elsewhere_stays_with_itself(coordinator, goal):
    GoalNeedFactory(goal=goal)
    gap = way(coordinator, goal, "Find somebody").split("?")[0]
    answer = sent(coordinator, gap, f"{gap}prospect/", name="Tenants together", draft="")
    assert landed(answer) == gap


def test_page_of_others_is_no_way_back(coordinator, goal):
    GoalNeedFactory(goal=goal, of_capacity=True)
    url = way(coordinator, goal, "Find somebody").split("?")[0]
    answer = sent(coordinator, f"{url}?next=https://evil.example/", name="Radio Sol", draft="")
    assert landed(answer).startswith(f"/{coordinator.slug}/")


def test_strength_that_is_missing_fills_the_suggestion(coordinator, goal):
    GoalNeedFactory(goal=goal, of_strength=True)
    url = way(coordinator, goal, "Suggest somebody")
    why = "They could bring: vans. We need it for: Greens for you & me, by “Ana’s” shop"
    assert coordinator.get(url).context["form"]["why"].value() == why
    answer = sent(coordinator, url, name="Cab drivers", why=why)
    page = at(coordinator, "goal", goal.pk)
    assert landed(answer) == page
    assert "Your suggestion waits for an answer: Cab drivers." in text(answer)
    answer = coordinator.post(undo_on(answer), follow=True)
    assert landed(answer) == page
    assert not Nomination.objects.exists()


def test_suggestion_from_elsewhere_begins_empty_and_leads_to_ones_own(member, goal):
    viewer = member(Role.VIEWER, coalition=goal.coalition)
    url = reverse("partners:suggest", args=[viewer.slug])
    assert not viewer.get(url).context["form"]["why"].value()
    answer = sent(viewer, url, name="Cab drivers", why="They have vans")
    assert "What I suggested" in text(answer)
