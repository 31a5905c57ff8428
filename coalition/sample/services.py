"""Who runs which service where in the sample, as partners told it when they were asked."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import (
    Organisation,
    OtherList,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Term,
    Vocabulary,
)
from partners.operations.services import funders_named

TEXTS = {
    "what": "description",
    "who": "eligibility",
    "fees": "fees",
    "refer": "how_to_refer",
    "phone": "phone",
    "email": "email",
    "page": "page",
}


class ServiceWriter:
    def __init__(
        self,
        coalition: Coalition,
        people: Mapping[str, Person],
        organisations: Mapping[str, Organisation],
        days: Days,
        chronicle: Chronicle,
    ) -> None:
        self.coalition, self.days, self.chronicle = coalition, days, chronicle
        self.people, self.organisations = people, organisations
        terms = Term.objects.of_coalition(coalition.pk)
        self.terms = {(term.vocabulary, term.name): term for term in terms}

    def write(self) -> None:
        """One change for each partner, so that each story tells of its own."""
        told = tomllib.loads((DATA / "services.toml").read_text(encoding="utf-8"))
        self.by = self.people[told["by"]]
        by_partner: dict[str, list[dict[str, Any]]] = {}
        for card in told["services"]:
            by_partner.setdefault(card["partner"], []).append(card)
        for partner, cards in by_partner.items():
            at = self.days.moment(told["weeks"], of=f"services of {partner}")
            with self.chronicle.change("service.added", at=at, by=self.by, reason=told["reason"]):
                for card in cards:
                    self._write(card, self.organisations[partner])

    def _write(self, card: Mapping[str, Any], organisation: Organisation) -> None:
        service = Service.objects.create(
            coalition=self.coalition,
            organisation=organisation,
            name=card["name"],
            since_on=self._weeks_ago(card.get("since")),
            until_on=self._weeks_ago(card.get("over")),
            **{field: card.get(key, "") for key, field in TEXTS.items()},
            **self._standing(card.get("state")),
        )
        around = {"coalition": self.coalition, "organisation": organisation, "service": service}
        ServiceTerm.objects.bulk_create(ServiceTerm(**around, term=t) for t in self._terms(card))
        ServiceLocation.objects.bulk_create(
            ServiceLocation(**around, area=self.terms[Vocabulary.AREA, name])
            for name in card["areas"]
        )
        paid_by = funders_named(self.coalition.pk, card.get("funders", []))
        ServiceFunder.objects.bulk_create(ServiceFunder(**around, **told) for told in paid_by)

    def _terms(self, card: Mapping[str, Any]) -> Iterable[Term]:
        lists = {
            "kinds": OtherList.SERVICE,
            "populations": Vocabulary.POPULATION,
            "languages": Vocabulary.LANGUAGE,
        }
        return [
            self.terms[vocabulary, name]
            for key, vocabulary in lists.items()
            for name in card.get(key, [])
        ]

    def _standing(self, told: list[Any] | None) -> dict[str, Any]:
        if told is None:
            return {}
        state, days, note, whose = told
        return {
            "capacity": state,
            "capacity_on": self.days.on - timedelta(days=days),
            "capacity_note": note,
            "capacity_by": None if whose else self.by,
            "is_their_own_word": bool(whose),
        }

    def _weeks_ago(self, weeks: int | None) -> Any:
        return self.days.on - timedelta(weeks=weeks) if weeks else None
