"""An example row for every address of contributions, and how its forms bear being sent twice."""

from collections.abc import Callable
from typing import Any

from common.history.tracking import recording
from tests.contributions.factories import ContributionFactory, SupportRequestFactory

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
TAKES_BACK = "It takes back one change that it names, refuses when others came since, and is told in history."


def partner(here: Any) -> Any:
    return here.organisation


def contribution(here: Any) -> Any:
    return ContributionFactory(organisation=here.organisation)


def ended(here: Any) -> Any:
    return ContributionFactory(organisation=here.organisation, given=True)


def support(here: Any) -> Any:
    return SupportRequestFactory(organisation=here.organisation, is_their_own_word=False)


def answered(here: Any) -> Any:
    return SupportRequestFactory(organisation=here.organisation, declined=True)


def change(here: Any) -> dict[str, Any]:
    """A change that whoever speaks for the partner has made, so that they may take it back too."""
    row = ContributionFactory(organisation=here.organisation)
    with recording("contribution.edited", by=here.representation.membership.person) as made:
        row.words = "Changed"
        row.save()
    return {"change": made}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "contributions:undo": change,
    "contributions:ledger": partner,
    "contributions:add": partner,
    "contributions:support_ask": partner,
    "contributions:edit": contribution,
    "contributions:deliver": contribution,
    "contributions:withdraw": contribution,
    "contributions:worth": contribution,
    "contributions:reopen": ended,
    "contributions:support_edit": support,
    "contributions:support_agree": support,
    "contributions:support_decline": support,
    "contributions:support_provide": support,
    "contributions:support_note": support,
    "contributions:support_withdraw": support,
    "contributions:support_reopen": answered,
}
# Fields of tests.architecture.twice.Carries.
CARRYING: dict[str, Any] = {
    "contributions:add": {"field": "form_key"},
    "contributions:support_ask": {"field": "form_key"},
    "contributions:edit": {"field": "opened"},
    "contributions:deliver": {"field": "opened"},
    "contributions:withdraw": {"field": "opened"},
    "contributions:worth": {"field": "opened"},
    "contributions:support_edit": {"field": "opened"},
    "contributions:support_agree": {"field": "opened"},
    "contributions:support_decline": {"field": "opened"},
    "contributions:support_provide": {"field": "opened"},
    "contributions:support_note": {"field": "opened"},
}
NEEDS_NEITHER: dict[str, str] = {
    "contributions:reopen": FINDS_IT_SO,
    "contributions:support_withdraw": FINDS_IT_SO,
    "contributions:support_reopen": FINDS_IT_SO,
    "contributions:undo": TAKES_BACK,
}
