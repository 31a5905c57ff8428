"""Who works with whom in the sample, as both sides told it in one round of talks."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import Organisation, Relation, Tie
from partners.operations.ties import fill_relations, say_level


def write_ties(
    coalition: Coalition,
    people: Mapping[str, Person],
    organisations: Mapping[str, Organisation],
    days: Days,
    chronicle: Chronicle,
) -> None:
    told = tomllib.loads((DATA / "ties.toml").read_text(encoding="utf-8"))
    by, at = people[told["by"]], days.moment(told["weeks"], of="ties")
    with chronicle.change("tie.added", at=at, by=by, reason=told["reason"]):
        fill_relations(coalition, by=by)
        relations = {one.name: one for one in Relation.objects.of_coalition(coalition)}
        Tie.objects.bulk_create(
            Tie(
                coalition=coalition,
                first=organisations[one],
                second=organisations[other],
                relation=relations[relation],
                level_first=_level(seen_by_one),
                level_second=_level(seen_by_other),
                since_on=at.date() - timedelta(weeks=weeks),
                evidence=evidence,
            )
            for one, other, relation, seen_by_one, seen_by_other, weeks, evidence in told["ties"]
        )
    for card in told["own_words"]:
        _say(
            card, people[card["by"]], organisations, at + timedelta(hours=card["hours"]), chronicle
        )


def _say(
    card: Mapping[str, Any],
    by: Person,
    organisations: Mapping[str, Organisation],
    at: datetime,
    chronicle: Chronicle,
) -> None:
    own, other = organisations[card["of"]], organisations[card["with"]]
    tie = Tie.objects.between(own, other).get(relation__name=card["relation"])
    with chronicle.change("tie.level_said", at=at, by=by):
        say_level(tie, card["level"], side_of=own.pk, on=at.date(), by=by)


def _level(told: str) -> int | None:
    return int(told) if told else None
