"""How a kind of decision is made is stored before it is used; versions stay, and none is edited."""

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from governance.models import DecisionKind, DecisionRule
from governance.operations.power.rules import Terms, retire_kind, store_rule, withdraw_rule
from governance.reports.power.rules import rule_for
from governance.reports.power.summaries import rules_summary
from governance.reports.power.wording import in_words
from tests.factories import NOW, PersonFactory
from tests.forms import carried
from tests.governance.factories import BodyFactory
from tests.governance.power.factories import DecisionKindFactory, DecisionRuleFactory, day

pytestmark = pytest.mark.django_db
CONSENT = Terms("consent", "voting_seats", block="returns", block_needs_harm=True)


def store(kind, *, valid_from, terms=CONSENT, body=None):
    told = {"on": day(), "at": NOW, "by": PersonFactory()}
    return store_rule(kind, terms, body=body, valid_from=valid_from, **told)


def test_body_without_a_rule_goes_by_the_coalitions():
    common = DecisionRuleFactory()
    body = BodyFactory(coalition=common.coalition)
    assert rule_for(body, common.kind, on=day()) == common


def test_body_goes_by_its_own_rule():
    common = DecisionRuleFactory()
    body = BodyFactory(coalition=common.coalition)
    own = DecisionRuleFactory(kind=common.kind, body=body, consent=True)
    assert rule_for(body, common.kind, on=day()) == own
    other = BodyFactory(coalition=common.coalition)
    assert rule_for(other, common.kind, on=day()) == common


def test_body_returns_to_the_coalitions_rule():
    common = DecisionRuleFactory()
    body = BodyFactory(coalition=common.coalition)
    own = DecisionRuleFactory(kind=common.kind, body=body, valid_from=day(-100))
    DecisionRuleFactory(kind=common.kind, falls_back=True, body=body, valid_from=day(-10))
    assert rule_for(body, common.kind, on=day()) == common
    assert rule_for(body, common.kind, on=day(-50)) == own


def test_version_of_the_day_holds_and_withdrawn_ones_never_do():
    first = DecisionRuleFactory(valid_from=day(-100))
    body = BodyFactory(coalition=first.coalition)
    second = DecisionRuleFactory(kind=first.kind, valid_from=day(-10))
    DecisionRuleFactory(kind=first.kind, valid_from=day(-5), withdrawn_on=day(-6))
    DecisionRuleFactory(kind=first.kind, coming=True)
    assert rule_for(body, first.kind, on=day(-101)) is None
    assert rule_for(body, first.kind, on=day(-11)) == first
    assert rule_for(body, first.kind, on=day()) == second


def test_rule_of_another_kind_or_coalition_does_not_hold():
    kind = DecisionKindFactory()
    DecisionRuleFactory()
    DecisionRuleFactory(kind=DecisionKindFactory(coalition=kind.coalition))
    assert rule_for(BodyFactory(coalition=kind.coalition), kind, on=day()) is None


def test_first_rule_may_hold_from_today():
    assert store(DecisionKindFactory(), valid_from=day()).valid_from == day()


def test_rule_is_stored_before_it_is_used():
    with pytest.raises(Refusal, match="before it is used"):
        store(DecisionKindFactory(), valid_from=day(-1))


def test_rule_that_holds_is_not_changed_on_the_same_day():
    kind = DecisionRuleFactory().kind
    with pytest.raises(Refusal, match="tomorrow at the earliest"):
        store(kind, valid_from=day())
    assert store(kind, valid_from=day(1)).valid_from == day(1)


def test_two_versions_do_not_begin_on_one_day():
    kind = DecisionRuleFactory().kind
    store(kind, valid_from=day(3))
    with pytest.raises(Refusal, match="another day"):
        store(kind, valid_from=day(3))


def test_rule_of_a_retired_kind_is_refused():
    kind = retire_kind(DecisionKindFactory(), on=day(), by=PersonFactory())
    with pytest.raises(Refusal, match="no more"):
        store(kind, valid_from=day())


def test_what_a_method_has_no_use_for_is_left_out():
    terms = Terms("vote", "partners", threshold=60, block="stops", block_needs_harm=True)
    rule = store(DecisionKindFactory(), valid_from=day(), terms=terms)
    assert (rule.threshold, rule.block, rule.block_needs_harm) == (60, "", False)


def test_version_is_withdrawn_only_before_it_holds():
    coming = DecisionRuleFactory(coming=True)
    assert withdraw_rule(coming, on=day(), by=PersonFactory()).withdrawn_on == day()
    with pytest.raises(Refusal, match="valid already"):
        withdraw_rule(DecisionRuleFactory(), on=day(), by=PersonFactory())


@pytest.mark.parametrize(
    "change",
    [{"threshold": 10}, {"method": "consent"}, {"valid_from": day(-700)}, {"notice_days": 3}],
)
def test_database_refuses_to_edit_a_version(change):
    rule = DecisionRuleFactory()
    with pytest.raises(InternalError, match="rule_is_never_edited"), transaction.atomic():
        DecisionRule.objects.filter(pk=rule.pk).update(**change)


@pytest.mark.parametrize(
    "wrong",
    [
        {"method": "consensus", "threshold": None},
        {"method": "consent"},
        {"method": "vote", "threshold": 120, "block": ""},
        {"method": "as_coalition", "participants": "", "threshold": None, "block": ""},
        {"participants": "nobody"},
        {"block": "shouting"},
        {"notice_days": 91},
        {"quorum": 0},
    ],
)
def test_database_refuses_a_rule_that_makes_no_sense(wrong):
    kind = DecisionKindFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionRuleFactory(kind=kind, **wrong)


def test_database_refuses_a_rule_of_another_coalitions_body():
    from django.db import connection

    kind, body = DecisionKindFactory(), BodyFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DecisionRuleFactory(kind=kind, body=body)
        connection.check_constraints()


@pytest.mark.parametrize(
    ("fields", "how", "also"),
    [
        ({}, "By consensus: at least 75 of a hundred", "One block is enough"),
        ({"consent": True, "block_needs_harm": True}, "By consent", "names the harm"),
        (
            {"method": "vote", "threshold": 51, "block": "", "quorum": 60},
            "at least 51 of a hundred votes",
            "At least 60 of a hundred",
        ),
        (
            {"method": "lead", "threshold": None, "block": "", "notice_days": 7},
            "The lead",
            "7 days",
        ),
        ({"method": "advice", "threshold": None, "block": ""}, "By advice", "voting seat"),
    ],
)
def test_rule_is_told_in_sentences(fields, how, also):
    words = in_words(DecisionRuleFactory(**fields))
    assert how in words.how
    assert also in " ".join(words.more)


def test_summary_names_every_kind_in_one_query(django_assert_num_queries):
    rule = DecisionRuleFactory()
    unsaid = DecisionKindFactory(coalition=rule.coalition, position=9)
    with django_assert_num_queries(1):
        lines = rules_summary(rule.coalition, on=day())
    assert [(line.kind, line.method) for line in lines] == [
        (rule.kind.name, "consensus"),
        (unsaid.name, ""),
    ]


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
