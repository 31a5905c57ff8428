"""How the sample decides and shares power: rules, a broken lead with its reason, experiments, interests."""

from datetime import date, datetime, timedelta
from typing import Any

from coalition.sample.governance.story import Story
from governance.models import (
    Body,
    BodyPhase,
    DecisionKind,
    DecisionRule,
    Experiment,
    InterestDeclaration,
    LeadershipOverride,
    LeadershipRule,
    Mediator,
    MediatorInterest,
)
from governance.operations.power.interests import A_YEAR
from governance.operations.power.rules import Terms, suggested
from governance.presets.decisions import DECISION_KINDS
from partners.models import Contact

Card = dict[str, Any]
RULE = ("method", "participants", "who_else", "threshold", "block", "block_needs_harm")


def write_power(story: Story) -> None:
    told = story.told("power")
    writer = _Writer(story)
    writer.suggest(told["suggested"])
    for name in ("rule", "phases", "experiment", "interest", "mediator"):
        for card in told[name]:
            getattr(writer, name)(card)
    writer.leadership(told["leadership"])


class _Writer:
    def __init__(self, story: Story) -> None:
        self.story, self.coalition = story, story.coalition
        self.bodies = {body.name: body for body in Body.objects.filter(coalition=story.coalition)}
        contacts = Contact.objects.filter(coalition=story.coalition)
        self.contacts = {(row.organisation_id, row.name): row for row in contacts}
        self.kinds: dict[str, DecisionKind] = {}

    def _at(self, card: Card, of: str, weeks: str = "weeks") -> datetime:
        return self.story.days.moment(card[weeks], of=of)

    def _day(self, weeks: int, of: str) -> date:
        """Of a week that lies behind, or with 0 and less ahead."""
        if weeks > 0:
            return self.story.days.day(weeks, of=of)
        return self.story.days.on - timedelta(weeks=weeks)

    def suggest(self, card: Card) -> None:
        at, by = self._at(card, "kinds"), self.story.people[card["by"]]
        with self.story.chronicle.change("decision_rules.filled", at=at, by=by):
            for position, one in enumerate(DECISION_KINDS, start=1):
                kind = DecisionKind.objects.create(
                    coalition=self.coalition,
                    name=str(one.name),
                    about=str(one.about),
                    position=position,
                )
                self.kinds[kind.name] = kind
                self._store(kind, suggested(one), at, card, valid_from=at.date(), is_suggested=True)

    def rule(self, card: Card) -> None:
        of = f"rule {card['kind']} {card['weeks']}"
        at, by = self._at(card, of), self.story.people[card["by"]]
        terms = Terms(
            **{name: card[name] for name in RULE if name in card},
            notice_days=card.get("notice_days", 0),
            because=card["because"],
        )
        with self.story.chronicle.change("decision_rule.stored", at=at, by=by):
            self._store(
                self.kinds[card["kind"]],
                terms,
                at,
                card,
                valid_from=self._day(card["valid"], of),
                body=self.bodies.get(card.get("body", "")),
            )

    def _store(
        self, kind: DecisionKind, terms: Terms, at: datetime, card: Card, **told: Any
    ) -> None:
        DecisionRule.objects.create(
            coalition=self.coalition,
            kind=kind,
            stored_by=self.story.people[card["by"]],
            stored_at=at,
            **vars(terms.fitting),
            **told,
        )

    def leadership(self, card: Card) -> None:
        at, by = self._at(card, "leadership"), self.story.people[card["by"]]
        with self.story.chronicle.change("leadership.ruled", at=at, by=by):
            LeadershipRule.objects.create(
                coalition=self.coalition,
                sectors=card["sectors"],
                body_kinds=card["body_kinds"],
                because=card["because"],
            )
        for own in card["own"]:
            self._own_rule(own)
        for override in card["override"]:
            self._override(override)

    def _own_rule(self, card: Card) -> None:
        at, by = self._at(card, f"lead {card['body']}"), self.story.people[card["by"]]
        with self.story.chronicle.change("leadership.ruled", at=at, by=by):
            LeadershipRule.objects.create(
                coalition=self.coalition,
                body=self.bodies[card["body"]],
                sectors=card["sectors"],
                because=card["because"],
            )

    def _override(self, card: Card) -> None:
        at, by = self._at(card, f"override {card['body']}"), self.story.people[card["by"]]
        with self.story.chronicle.change("leadership.allowed", at=at, by=by, reason=card["reason"]):
            LeadershipOverride.objects.create(
                coalition=self.coalition,
                body=self.bodies[card["body"]],
                reason=card["reason"],
                sectors_asked=card["asked"],
                sectors_found=card["found"],
                allowed_on=at.date(),
                allowed_by=by,
                mend_by=self.story.days.on + timedelta(days=card["mend_in"]),
            )

    def phases(self, card: Card) -> None:
        body = self.bodies[card["body"]]
        at, by = self.story.days.moment(58, of=f"phases {body}"), self.story.people["ruth"]
        with self.story.chronicle.change("phases.set", at=at, by=by):
            for phase in card["phases"]:
                BodyPhase.objects.create(coalition=self.coalition, body=body, phase=phase)

    def experiment(self, card: Card) -> None:
        of = card["title"]
        at, by = self._at(card, of), self.story.people[card["by"]]
        with self.story.chronicle.change("experiment.started", at=at, by=by):
            experiment = Experiment.objects.create(
                coalition=self.coalition,
                title=card["title"],
                hypothesis=card["hypothesis"],
                measure=card["measure"],
                body=self.bodies.get(card.get("body", "")),
                starts_on=at.date(),
                ends_on=self._day(card["until"], of),
                review_on=self._day(card["review"], of),
                started_by=by,
            )
        if "outcome" in card:
            self._review(experiment, card)

    def _review(self, experiment: Experiment, card: Card) -> None:
        at = self._at(card, f"{card['title']}, review", weeks="reviewed")
        by = self.story.people[card["by"]]
        with self.story.chronicle.change("experiment.reviewed", at=at, by=by):
            experiment.outcome, experiment.learned = card["outcome"], card["learned"]
            experiment.reviewed_on, experiment.reviewed_by = at.date(), by
            experiment.save()

    def interest(self, card: Card) -> None:
        partner = self.story.organisations[card["partner"]]
        at, by = self._at(card, f"interest {card['person']}"), self.story.people[card["by"]]
        with self.story.chronicle.change("interest.declared", at=at, by=by):
            InterestDeclaration.objects.create(
                coalition=self.coalition,
                organisation=partner,
                contact=self.contacts[partner.pk, card["person"]],
                has_interest="words" in card,
                interest=card.get("words", ""),
                declared_on=at.date(),
                ends_on=at.date() + A_YEAR,
                declared_by=by,
                is_own_hand=by.full_name == card["person"],
            )

    def mediator(self, card: Card) -> None:
        at, by = self._at(card, f"mediator {card['name']}"), self.story.people[card["by"]]
        told = ("name", "email", "reach", "languages", "good_at", "fees")
        with self.story.chronicle.change("mediator.added", at=at, by=by):
            mediator = Mediator.objects.create(
                coalition=self.coalition, **{name: card[name] for name in told if name in card}
            )
            for partner, words in card["ties"]:
                MediatorInterest.objects.create(
                    coalition=self.coalition,
                    mediator=mediator,
                    organisation=self.story.organisations[partner],
                    words=words,
                )
