"""Pages of the kinds of decisions and their rules."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from governance.models import DecisionKind, DecisionRule
from tests.forms import carried
from tests.governance.factories import BodyFactory
from tests.governance.power.factories import DecisionKindFactory, DecisionRuleFactory, day

pytestmark = pytest.mark.django_db


# ---------------------------------------------------------------- pages


def at(client, name, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def text(answer) -> str:
    return answer.content.decode()


def test_coordinator_fills_in_the_kinds_once(coordinator):
    page = coordinator.post(at(coordinator, "rules_fill"), follow=True)
    assert "At least" not in text(page) or "defaults of ours" in text(page)
    kinds = DecisionKind.objects.of_coalition(coordinator.membership.coalition_id)
    assert [kind.name for kind in kinds] == ["Routine", "Policy", "Budget", "Membership", "Charter"]
    rules = {rule.kind.name: rule for rule in DecisionRule.objects.all()}
    assert rules["Routine"].threshold == 50
    assert (rules["Policy"].threshold, rules["Policy"].block) == (75, "stops")
    assert (rules["Membership"].method, rules["Membership"].block_needs_harm) == ("consent", True)
    coordinator.post(at(coordinator, "rules_fill"))
    assert kinds.count() == 5


def test_coordinator_stores_a_version_and_everybody_reads_both(coordinator, member):
    rule = DecisionRuleFactory(kind__coalition=coordinator.membership.coalition)
    address = at(coordinator, "rule_store", rule.kind_id)
    told = {
        "form_key": carried(coordinator.get(address), "form_key"),
        "body": "",
        "valid_from": day(10).isoformat(),
        "method": "vote",
        "participants": "partners",
        "threshold": "66",
        "notice_days": "14",
        "because": "We have grown",
    }
    for _press in range(2):
        coordinator.post(address, told)
    assert DecisionRule.objects.count() == 2
    viewer = member(Role.VIEWER, coalition=rule.coalition)
    page = text(viewer.get(at(viewer, "decision_kind", rule.kind_id)))
    assert "at least 66 of a hundred votes" in page
    assert "at least 75 of a hundred support it" in page
    assert "We have grown" in page
    assert "at least 75" in text(viewer.get(at(viewer, "rules")))


def test_form_offers_the_first_day_that_is_possible(coordinator):
    kind = DecisionKindFactory(coalition=coordinator.membership.coalition)
    address = at(coordinator, "rule_store", kind.pk)
    assert f'value="{day().isoformat()}"' in text(coordinator.get(address))
    DecisionRuleFactory(kind=kind)
    assert f'value="{day(1).isoformat()}"' in text(coordinator.get(address))


def test_form_asks_for_what_a_method_needs(coordinator):
    kind = DecisionKindFactory(coalition=coordinator.membership.coalition)
    address = at(coordinator, "rule_store", kind.pk)
    told = {"valid_from": day().isoformat(), "method": "consensus"}
    page = coordinator.post(address, told)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"threshold", "block", "participants"}


def test_rule_of_a_body_that_one_may_not_read_of_is_hidden(member):
    client = member(Role.VIEWER)
    hidden = BodyFactory(coalition=client.membership.coalition, publication="body", name="Circle")
    rule = DecisionRuleFactory(
        kind__coalition=hidden.coalition, body=hidden, because="Secret words"
    )
    for address in (at(client, "rules"), at(client, "decision_kind", rule.kind_id)):
        assert "Secret words" not in text(client.get(address))
    assert client.get(at(client, "body_rules", hidden.pk)).status_code == 404


def test_body_page_says_whose_rule_holds(coordinator):
    common = DecisionRuleFactory(kind__coalition=coordinator.membership.coalition)
    body = BodyFactory(coalition=common.coalition, quorum=60)
    page = text(coordinator.get(at(coordinator, "body_rules", body.pk)))
    assert "the coalition's rule" in page.replace("&#x27;", "'")
    assert "At least 60 of a hundred voting seats" in page
    DecisionRuleFactory(kind=common.kind, body=body, consent=True)
    assert "its own rule" in text(coordinator.get(at(coordinator, "body_rules", body.pk)))


def test_kind_leaves_the_list_and_returns(coordinator):
    kind = DecisionKindFactory(coalition=coordinator.membership.coalition)
    coordinator.post(at(coordinator, "decision_kind_retire", kind.pk))
    assert DecisionKind.objects.get().is_retired
    coordinator.post(at(coordinator, "decision_kind_restore", kind.pk))
    assert not DecisionKind.objects.get().is_retired


def test_kind_of_a_name_in_use_is_refused(coordinator):
    DecisionKindFactory(coalition=coordinator.membership.coalition, name="Budget")
    answer = coordinator.post(at(coordinator, "decision_kind_add"), {"name": "budget"})
    assert answer.status_code == 422
    assert "There is a kind of that name already." in text(answer)


@pytest.mark.parametrize("number", [1, 5])
@pytest.mark.parametrize(
    ("page", "queries"), [("rules", 8), ("body_rules", 6), ("decision_kind", 5)]
)
def test_pages_of_rules_take_the_same_queries(
    coordinator, number, page, queries, django_assert_num_queries
):
    coalition = coordinator.membership.coalition
    for _n in range(number):
        rule = DecisionRuleFactory(kind__coalition=coalition)
        body = BodyFactory(coalition=coalition)
        DecisionRuleFactory(kind=rule.kind, body=body)
        DecisionRuleFactory(kind=rule.kind, coming=True)
    args = {"rules": [], "body_rules": [body.pk], "decision_kind": [rule.kind_id]}[page]
    url = at(coordinator, page, *args)
    coordinator.get(url)
    with django_assert_num_queries(queries):
        coordinator.get(url)


@pytest.mark.parametrize(("to", "order"), [("up", ["B", "A", "C"]), ("down", ["A", "C", "B"])])
def test_kind_moves_by_one_place_for_one_press(coordinator, to, order):
    coalition = coordinator.membership.coalition
    _a, b, _c = (
        DecisionKindFactory(coalition=coalition, name=name, position=place)
        for place, name in enumerate("ABC", start=1)
    )
    page = coordinator.get(reverse("governance:rules", args=[coordinator.slug]))
    told = {"to": to, "form_key": carried(page, "form_key")}
    url = reverse("governance:decision_kind_move", args=[coordinator.slug, b.pk])
    for _press in range(2):
        coordinator.post(url, told)
    kinds = DecisionKind.objects.of_coalition(coalition.pk).current()
    assert [kind.name for kind in kinds] == order
