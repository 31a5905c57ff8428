import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from accounts.permissions import Role
from common.history.tracking import recording
from governance.models import Body
from governance.reports.sentences import SENTENCES
from tests.conftest import MemberClient
from tests.factories import MembershipFactory
from tests.governance.factories import BodyFactory

VERB = re.compile(r'recording\(\s*f?"(?P<verb>[a-z_]+\.[a-z_]+)"')


def sources():
    folder = Path(settings.BASE_DIR) / "governance"
    return "\n".join(path.read_text() for path in sorted(folder.rglob("*.py")))


def test_every_recorded_change_has_a_sentence():
    verbs = {match["verb"] for match in VERB.finditer(sources())}
    assert verbs - set(SENTENCES) == set()


@pytest.fixture
def coordinator(db):
    return MemberClient.of(MembershipFactory(role=Role.COORDINATOR))


def renamed(coordinator, to, *, reason=""):
    body = BodyFactory(coalition=coordinator.membership.coalition, name="Food group")
    person = coordinator.membership.person
    with recording("governance.undone", by=person, reason=reason) as change:
        body.name = to
        body.save()
    return body, change


def test_change_is_told_with_who_what_and_why(coordinator):
    renamed(coordinator, "Food and movement", reason="It does both")
    page = coordinator.get(reverse("governance:changes", args=[coordinator.slug]))
    text = page.content.decode()
    assert "Food and movement" in text
    assert "It does both" in text
    assert str(coordinator.membership.person) in text


def test_change_is_taken_back(coordinator):
    body, change = renamed(coordinator, "Food and movement")
    coordinator.post(reverse("governance:undo", args=[coordinator.slug, change]))
    body.refresh_from_db()
    assert body.name == "Food group"


def undone_from(coordinator, body, change):
    """Where the button on the page of the body leads."""
    page = reverse("governance:body", args=[coordinator.slug, body.pk])
    undo = reverse("governance:undo", args=[coordinator.slug, change])
    return page, coordinator.post(undo, headers={"referer": f"http://testserver{page}"})


def test_undo_leads_back_to_the_page_with_the_button(coordinator):
    page, answer = undone_from(coordinator, *renamed(coordinator, "Food and movement"))
    assert answer["Location"].endswith(page)


def test_undo_of_an_opening_leads_to_where_something_stands(coordinator):
    membership = coordinator.membership
    with recording("body.opened", by=membership.person) as change:
        body = BodyFactory(coalition=membership.coalition)
    _page, answer = undone_from(coordinator, body, change)
    assert answer["Location"] == reverse("governance:home", args=[coordinator.slug])
    assert not Body.objects.filter(pk=body.pk).exists()


def test_change_of_somebody_else_is_not_there_for_who_does_not_keep_governance(coordinator):
    body, change = renamed(coordinator, "Food and movement")
    steering = MembershipFactory(role=Role.STEERING, coalition=body.coalition)
    url = reverse("governance:undo", args=[coordinator.slug, change])
    assert MemberClient.of(steering).post(url).status_code == 404
    body.refresh_from_db()
    assert body.name == "Food and movement"


def test_own_change_is_taken_back_by_whoever_made_it(coordinator):
    body = BodyFactory(coalition=coordinator.membership.coalition, name="Food group")
    partner = MemberClient.of(MembershipFactory(role=Role.PARTNER, coalition=body.coalition))
    with recording("governance.undone", by=partner.membership.person) as change:
        Body.objects.filter(pk=body.pk).update(name="Movement")
    partner.post(reverse("governance:undo", args=[coordinator.slug, change]))
    body.refresh_from_db()
    assert body.name == "Food group"


def test_change_that_was_changed_since_stays(coordinator):
    body, change = renamed(coordinator, "Food and movement")
    with recording("governance.undone"):
        Body.objects.filter(pk=body.pk).update(name="Movement")
    answer = coordinator.post(
        reverse("governance:undo", args=[coordinator.slug, change]), follow=True
    )
    body.refresh_from_db()
    assert body.name == "Movement"
    assert "changed again since" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_changes_take_the_same_queries(coordinator, number, django_assert_num_queries):
    for n in range(number):
        with recording("governance.undone", by=coordinator.membership.person):
            BodyFactory(coalition=coordinator.membership.coalition, name=f"Body {n}")
    url = reverse("governance:changes", args=[coordinator.slug])
    coordinator.get(url)
    with django_assert_num_queries(5):
        coordinator.get(url)
