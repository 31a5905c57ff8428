"""Two calls of the sample: one decided a year ago, one that takes applications today."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import (
    Application,
    ApplicationAnswer,
    Call,
    Criterion,
    Organisation,
    Outreach,
    Review,
    Reviewer,
    Score,
)

A_DAY = timedelta(days=1)
Card = dict[str, Any]


@dataclass(frozen=True)
class CallWriter:
    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = tomllib.loads((DATA / "calls.toml").read_text(encoding="utf-8"))
        for card in told["call"]:
            call = self._call(card)
            self._tell_of(call, card)
            readers = self._readers(call, card)
            for one in card["application"]:
                self._application(call, one, card, readers)
            self._finish(call, card)

    def _call(self, card: Card) -> Call:
        by, weeks = self.people[card["by"]], card["weeks"]
        written = self.days.moment(weeks["written"], of="call")
        with self.chronicle.change("call.added", at=written, by=by):
            call = Call.objects.create(
                coalition=self.coalition,
                title=card["title"],
                title_es=card.get("title_es", ""),
                slug=card["slug"],
                about=card["about"].strip(),
                about_es=card.get("about_es", "").strip(),
                opens_on=self._day(card, "opens", weeks["published"]),
                closes_on=self._day(card, "closes", weeks.get("closed", 0)),
                written_by=by,
                created_at=written,
            )
            for position, criterion in enumerate(card["criteria"]):
                self._criterion(call, criterion, position)
        published = self.days.moment(weeks["published"], of="call")
        with self.chronicle.change("call.published", at=published, by=by):
            call.published_at = published
            call.save()
        return call

    def _day(self, card: Card, name: str, weeks: int) -> date:
        if name in card:
            return self.days.on + timedelta(days=card[name])
        return self.days.day(weeks, of="call")

    def _criterion(self, call: Call, told: list[Any], position: int) -> None:
        name, question, weight, meanings, *spanish = told
        spanish_names = ("name_es", "question_es", "meanings_es")
        Criterion.objects.create(
            coalition=self.coalition,
            call=call,
            name=name,
            question=question,
            weight=weight,
            meanings=meanings,
            position=position,
            **dict(zip(spanish_names, spanish, strict=False)),
        )

    def _tell_of(self, call: Call, card: Card) -> None:
        for name, weeks, note in card["outreach"]:
            at = self.days.moment(weeks, of=name)
            with self.chronicle.change("outreach.added", at=at, by=call.written_by):
                Outreach.objects.create(
                    coalition=self.coalition, call=call, name=name, on=at.date(), note=note
                )

    def _readers(self, call: Call, card: Card) -> dict[str, Reviewer]:
        at = self.days.moment(card["weeks"]["published"], of="readers")
        readers = {}
        for key in card["readers"]:
            with self.chronicle.change("reviewer.asked", at=at, by=call.written_by):
                readers[key] = Reviewer.objects.create(
                    coalition=self.coalition,
                    call=call,
                    person=self.people[key],
                    asked_on=at.date(),
                )
        return readers

    def _application(
        self, call: Call, card: Card, told: Card, readers: Mapping[str, Reviewer]
    ) -> None:
        sent = self.days.moment(card["weeks"], of=card["name"])
        name, title, email, phone = card["contact"]
        heard = Outreach.objects.of(call).filter(name=card["heard"]).first()
        with self.chronicle.change("application.sent", at=sent):
            application = Application.objects.create(
                coalition=self.coalition,
                call=call,
                organisation_name=card["name"],
                contact_name=name,
                contact_title=title,
                email=email,
                phone=phone,
                language=card.get("language", "en"),
                heard_from=heard,
                heard_words=card.get("elsewhere", ""),
                consented_at=sent,
                sent_at=sent,
            )
            self._answers(application, card["answers"])
        if "withdrawn" in card:
            self._withdraw(application, *card["withdrawn"])
        for number, review in enumerate(card.get("review", ())):
            weeks = max(1, min(card["weeks"], told["weeks"].get("closed", card["weeks"])))
            at = self.days.moment(weeks, of=f"review {number} of {card['name']}")
            self._review(application, review, readers, at=max(at, sent + A_DAY / 24))
        if "decision" in card:
            self._decide(application, card, told)

    def _answers(self, application: Application, words: list[str]) -> None:
        criteria = Criterion.objects.of(application.call_id)
        for criterion, answer in zip(criteria, words, strict=True):
            ApplicationAnswer.objects.create(
                coalition=self.coalition,
                application=application,
                criterion=criterion,
                words=answer,
            )

    def _withdraw(self, application: Application, weeks: int, words: str) -> None:
        at = self.days.moment(weeks, of="withdrawn")
        with self.chronicle.change("application.withdrawn", at=at):
            application.withdrawn_at, application.withdrawn_words = at, words
            application.save()

    def _review(
        self,
        application: Application,
        card: Card,
        readers: Mapping[str, Reviewer],
        *,
        at: datetime,
    ) -> None:
        conflict, by = card.get("conflict", ""), self.people[card["by"]]
        verb = "review.declared" if conflict else "review.given"
        with self.chronicle.change(verb, at=at, by=by):
            review = Review.objects.create(
                coalition=self.coalition,
                application=application,
                reviewer=readers[card["by"]],
                has_conflict=bool(conflict),
                conflict_words=conflict,
                declared_at=at,
                given_at=None if conflict else at,
            )
            criteria = Criterion.objects.of(application.call_id)
            for criterion, (points, words) in zip(criteria, card.get("scores", ()), strict=False):
                Score.objects.create(
                    coalition=self.coalition,
                    review=review,
                    criterion=criterion,
                    points=points,
                    words=words,
                )

    def _decide(self, application: Application, card: Card, told: Card) -> None:
        by = self.people[told["by"]]
        at = self.days.moment(told["weeks"]["decided"], of="decision")
        with self.chronicle.change("application.decided", at=at, by=by):
            application.decision, application.reason = card["decision"]
            application.decided_on, application.decided_by = at.date(), by
            application.save()
        if "listed" in card:
            name, weeks = card["listed"]
            at = self.days.moment(weeks, of="linked")
            with self.chronicle.change("application.linked", at=at, by=by):
                application.organisation = self.organisations[name]
                application.linked_on = at.date()
                application.save()

    def _finish(self, call: Call, card: Card) -> None:
        if "decided" not in card["weeks"]:
            return
        at = self.days.moment(card["weeks"]["decided"], of="decision") + A_DAY / 24
        with self.chronicle.change("call.decided", at=at, by=call.written_by):
            call.decided_at = at
            call.save()
