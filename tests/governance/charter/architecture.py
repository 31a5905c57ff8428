from collections.abc import Callable
from typing import Any

# As tests/architecture/twice.py says them.
FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
LAST_WORD = "One person's own choice, seen at once: the last one is the one that was meant."


def held(here: Any, **fields: Any) -> Any:
    from tests.governance.charter.factories import CharterVersionFactory

    return CharterVersionFactory(coalition=here.coalition, **fields)


def version(here: Any) -> dict[str, int]:
    return {"number": held(here).number}


def nothing_but(make: Callable[..., Any]) -> Callable[..., dict[str, Any]]:
    """An address that names no row needs one to be there all the same."""

    def example(here: Any) -> dict[str, Any]:
        make(here)
        return {}

    return example


def draft(here: Any) -> Any:
    """The one that is there already, if another address asked for it before."""
    from governance.models import CharterVersion

    there = CharterVersion.objects.of_coalition(here.coalition.pk).drafts().first()
    return there or held(here, draft=True)


def member_of(here: Any) -> dict[str, int]:
    held(here)
    return {"pk": here.organisation.pk}


def token(here: Any) -> dict[str, str]:
    from tests.governance.charter.factories import CharterRequestFactory

    asked = CharterRequestFactory(
        coalition=here.coalition,
        version=held(here),
        organisation=here.organisation,
        contact=here.contact,
    )
    return {"token": asked.link_path.rstrip("/").split("/")[-1]}


def rule(here: Any) -> Any:
    from tests.governance.charter.factories import GroundRuleFactory

    first, _second = GroundRuleFactory.create_batch(2, coalition=here.coalition)
    return first


EXAMPLES: dict[str, Callable[..., Any]] = {
    "charter_link": token,
    "governance:charter": nothing_but(held),
    "governance:charter_adopt": nothing_but(draft),
    "governance:charter_ask": nothing_but(held),
    "governance:charter_changes": version,
    "governance:charter_draft": nothing_but(draft),
    "governance:charter_drop": nothing_but(draft),
    "governance:charter_note": member_of,
    "governance:charter_review": nothing_but(held),
    "governance:charter_sign": member_of,
    "governance:charter_signatures": nothing_but(held),
    "governance:charter_version": version,
    "governance:ground_rule": rule,
    "governance:ground_rule_move": rule,
    "governance:ground_rule_retire": rule,
    "governance:ground_rules": nothing_but(rule),
    "governance:ground_rules_read": nothing_but(rule),
}
CARRYING: dict[str, Any] = {
    "governance:charter_adopt": {"field": "opened"},
    "governance:charter_defer": {"field": "opened"},
    "governance:charter_draft": {"field": "opened"},
    "governance:charter_note": {"field": "opened"},
    "governance:charter_review": {"field": "form_key"},
    "governance:charter_sign": {"field": "opened"},
    "governance:ground_rule": {"field": "opened"},
    "governance:ground_rule_add": {"field": "form_key"},
    "governance:ground_rule_move": {"field": "form_key", "page": "governance:ground_rules"},
}
NEEDS_NEITHER: dict[str, str] = {
    "charter_link": LAST_WORD,
    "governance:charter_ask": FINDS_IT_SO,
    "governance:charter_begin": FINDS_IT_SO,
    "governance:charter_drop": "It can happen once; the second press finds no draft.",
    "governance:ground_rule_retire": FINDS_IT_SO,
    "governance:ground_rules_fill": FINDS_IT_SO,
    "governance:ground_rules_read": FINDS_IT_SO,
}
