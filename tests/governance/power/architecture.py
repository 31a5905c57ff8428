from collections.abc import Callable
from typing import Any

from governance.models import LeadershipRule
from tests.governance.factories import BodyFactory
from tests.governance.power.factories import (
    DecisionKindFactory,
    DecisionRuleFactory,
    ExperimentFactory,
    LeadershipRuleFactory,
    MediatorFactory,
    MediatorInterestFactory,
)

# As tests/architecture/twice.py says it of all others.
FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
MARK, KEY = "opened", "form_key"


def body(here: Any) -> dict[str, int]:
    return {"pk": BodyFactory(coalition=here.coalition).pk}


def broken_body(here: Any) -> dict[str, int]:
    """With nobody in the lead, where the rule asks for two sectors."""
    rules = LeadershipRule.objects.filter(coalition=here.coalition, body=None)
    rules.exists() or LeadershipRuleFactory(coalition=here.coalition)
    return body(here)


def kind(here: Any) -> dict[str, int]:
    return {"pk": DecisionKindFactory(coalition=here.coalition).pk}


def second_kind(here: Any) -> dict[str, int]:
    """One of two, so that it can be moved."""
    kind(here)
    return kind(here)


def two_kinds(here: Any) -> dict[str, int]:
    """For the page that lists them."""
    second_kind(here)
    return {}


def coming_rule(here: Any) -> dict[str, int]:
    return {"pk": DecisionRuleFactory(kind__coalition=here.coalition, coming=True).pk}


def experiment(here: Any) -> dict[str, int]:
    return {"pk": ExperimentFactory(coalition=here.coalition).pk}


def reviewed(here: Any) -> dict[str, int]:
    return {"pk": ExperimentFactory(coalition=here.coalition, reviewed=True).pk}


def mediator(here: Any) -> dict[str, int]:
    return {"pk": MediatorFactory(coalition=here.coalition).pk}


def tied(here: Any) -> dict[str, int]:
    return {"pk": MediatorInterestFactory(mediator__coalition=here.coalition).pk}


def organisation(here: Any) -> dict[str, int]:
    return {"pk": here.organisation.pk}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:decision_kind": kind,
    "governance:decision_kind_edit": kind,
    "governance:decision_kind_retire": kind,
    "governance:decision_kind_restore": kind,
    "governance:decision_kind_move": second_kind,
    "governance:rules": two_kinds,
    "governance:rule_store": kind,
    "governance:rule_withdraw": coming_rule,
    "governance:body_rules": body,
    "governance:body_phases": body,
    "governance:body_leadership": broken_body,
    "governance:body_leadership_rule": body,
    "governance:body_leadership_drop": body,
    "governance:body_leadership_allow": broken_body,
    "governance:experiment": experiment,
    "governance:experiment_edit": experiment,
    "governance:experiment_review": experiment,
    "governance:experiment_reopen": reviewed,
    "governance:partner_interests": organisation,
    "governance:interest_add": organisation,
    "governance:mediator": mediator,
    "governance:mediator_edit": mediator,
    "governance:mediator_retire": mediator,
    "governance:mediator_restore": mediator,
    "governance:mediator_interest_add": mediator,
    "governance:mediator_interest_drop": tied,
}
CARRYING: dict[str, Any] = {
    "governance:decision_kind_add": {"field": KEY},
    "governance:decision_kind_edit": {"field": MARK},
    "governance:decision_kind_move": {"field": KEY, "page": "governance:rules"},
    "governance:rule_store": {"field": KEY},
    "governance:power_settings": {"field": MARK},
    "governance:body_phases": {"field": MARK},
    "governance:leadership_rule": {"field": MARK},
    "governance:body_leadership_rule": {"field": MARK},
    "governance:body_leadership_allow": {"field": MARK},
    "governance:experiment_add": {"field": KEY},
    "governance:experiment_edit": {"field": MARK},
    "governance:experiment_review": {"field": MARK},
    "governance:interest_add": {"field": KEY},
    "governance:mediator_add": {"field": KEY},
    "governance:mediator_edit": {"field": MARK},
    "governance:mediator_interest_add": {"field": KEY},
}
NEEDS_NEITHER: dict[str, str] = {
    "governance:rules_fill": FINDS_IT_SO,
    "governance:decision_kind_retire": FINDS_IT_SO,
    "governance:decision_kind_restore": FINDS_IT_SO,
    "governance:rule_withdraw": FINDS_IT_SO,
    "governance:body_leadership_drop": FINDS_IT_SO,
    "governance:experiment_reopen": FINDS_IT_SO,
    "governance:mediator_retire": FINDS_IT_SO,
    "governance:mediator_restore": FINDS_IT_SO,
    "governance:mediator_interest_drop": FINDS_IT_SO,
    "governance:interests_own": "It carries a key, and stands only where somebody is a partner's contact:"
    " pressed twice in tests/governance/power/test_interests.py.",
}
