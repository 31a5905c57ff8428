"""On what the sample has agreed who is named."""

import tomllib
from collections.abc import Mapping

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import CreditRule, Organisation
from partners.operations import credit


def write_credit(
    coalition: Coalition,
    people: Mapping[str, Person],
    organisations: Mapping[str, Organisation],
    days: Days,
    chronicle: Chronicle,
) -> None:
    for card in tomllib.loads((DATA / "credit.toml").read_text(encoding="utf-8"))["rule"]:
        at, by = days.moment(card["weeks"], of=card["on_what"]), people[card["by"]]
        rule = CreditRule(
            coalition=coalition,
            on_what=card["on_what"],
            named=card["named"],
            how=card["how"],
            agreed_on=at.date(),
            agreed_with=card["with"],
        )
        partners = [organisations[name] for name in card.get("partners", [])]
        with chronicle.change("credit_rule.agreed", at=at, by=by):
            credit.agree(rule, partners=partners, by=by)
