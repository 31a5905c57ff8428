"""Which rule holds when, and for whom."""

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from common.refusal import Refusal
from governance.models import DecisionRule
from governance.operations.power.rules import Terms, retire_kind, store_rule, withdraw_rule
from governance.reports.power.rules import rule_for
from governance.reports.power.summaries import rules_summary
from governance.reports.power.wording import in_words
from tests.factories import NOW, PersonFactory
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
