"""The sample's charter: two versions, a reading in between, who signed, who objects, and the ground rules."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Membership
from coalition.sample.governance.story import Story
from governance.forms.charter.drafting import a_year_after
from governance.models import CharterRequest, CharterSignature, CharterVersion
from governance.models.charter import PARTS
from governance.operations.charter import drafting, ground_rules, signing
from partners.models import Contact

Card = dict[str, Any]


def write_charter(story: Story) -> None:
    told = story.told("charter")
    for number, card in enumerate(told["version"], start=1):
        version = _version(story, card, number)
    writer = _Signatures(story, version)
    writer.on_paper(told["signatures"])
    for card in told["signatures"]["asked"]:
        writer.asked(card)
    _rules(story, told["rules"])


def _version(story: Story, card: Card, number: int) -> CharterVersion:
    at, by = story.days.moment(card["weeks"], of=f"charter {number}"), story.people[card["by"]]
    with story.chronicle.change("charter.adopted", at=at, by=by):
        draft = drafting.begin_draft(story.coalition, by=by)
        parts = {part: card[part].strip() for part in PARTS}
        draft = drafting.write_draft(draft, parts, by=by)
        adoption = drafting.Adoption(
            on=at.date(),
            how=card["how"],
            what_changed=card.get("what_changed", ""),
            review_on=a_year_after(at.date()),
        )
        version = drafting.adopt(draft, adoption, read=draft.fingerprint, by=by)
    for review in card.get("read_again", ()):
        _review(story, version, review)
    return version


def _review(story: Story, version: CharterVersion, card: Card) -> None:
    at, by = story.days.moment(card["weeks"], of="charter read"), story.people[card["by"]]
    with story.chronicle.change("charter.read_again", at=at, by=by):
        drafting.read_again(
            version,
            words=card["words"],
            next_on=a_year_after(at.date()),
            on=at.date(),
            by=by,
        )


@dataclass(frozen=True)
class _Signatures:
    story: Story
    version: CharterVersion

    def on_paper(self, card: Card) -> None:
        """In the meeting in which it was adopted, a change for each."""
        story, by = self.story, self.story.people[card["by"]]
        word = signing.Word(way=CharterSignature.Way.TOLD, told_how=card["how"])
        for name in card["on_paper"]:
            at = story.days.moment(card["weeks"], of="charter 2")
            with story.chronicle.change(word.verb, at=at, by=by):
                home = story.organisations[name]
                signing.answer(self.version, home, word, on=at.date(), at=at, by=by)

    def asked(self, card: Card) -> None:
        """By a letter that never left: nothing of the sample does."""
        story, partner = self.story, self.story.organisations[card["partner"]]
        at, by = story.days.moment(card["weeks"], of="charter sent"), story.people["bea"]
        contact = Contact.objects.get(organisation=partner, name=card["person"])
        with story.chronicle.change("charter.sent", at=at, by=by):
            CharterRequest.objects.create(
                coalition=story.coalition,
                version=self.version,
                organisation=partner,
                contact=contact,
                asked_at=at,
                asked_by=by,
            )
        weeks = card.get("signed", card.get("objected"))
        if weeks is not None:
            self._answered(card, contact, weeks)

    def _answered(self, card: Card, contact: Contact, weeks: int) -> None:
        at = self.story.days.moment(weeks, of=f"charter of {card['partner']}")
        word = signing.Word(
            objections=card.get("objections", "").strip(),
            way=CharterSignature.Way.LINK,
            contact=contact,
        )
        with self.story.chronicle.change(word.verb, at=at):
            home = contact.organisation
            signing.answer(self.version, home, word, on=at.date(), at=at, by=None)


def _rules(story: Story, card: Card) -> None:
    at, by = story.days.moment(card["weeks"], of="ground rules"), story.people[card["by"]]
    with story.chronicle.change("ground_rule.added", at=at, by=by):
        for rule in card["rule"]:
            wording = ground_rules.Wording(rule["words"], rule.get("about", ""))
            ground_rules.add_rule(story.coalition, wording, by=by, at=at)
    members = Membership.objects.filter(coalition=story.coalition).select_related("person")
    by_person = {member.person_id: member for member in members}
    for key, weeks in card["read"].items():
        person = story.people[key]
        at = story.days.moment(weeks, of=f"rules read by {key}")
        with story.chronicle.change("ground_rules.read", at=at, by=person):
            ground_rules.read_rules(by_person[person.pk], at=at)
