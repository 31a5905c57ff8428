from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Coalition, Invitation, Membership, Person
from accounts.operations.invitations import LIFETIME
from accounts.permissions import Role
from coalition.sample.calls import CallWriter
from coalition.sample.chronicle import Chronicle
from coalition.sample.composition import CompositionWriter
from coalition.sample.contributions import ContributionWriter
from coalition.sample.credit import write_credit
from coalition.sample.days import Days
from coalition.sample.depth import DepthWriter
from coalition.sample.files import (
    CoalitionCard,
    PersonCard,
    read_coalition,
    read_organisations,
    read_people,
)
from coalition.sample.gains import GainWriter
from coalition.sample.goals import GoalWriter
from coalition.sample.governance import Story, write_governance
from coalition.sample.papers import PaperWriter
from coalition.sample.pipeline import PipelineWriter
from coalition.sample.profiles import ProfileWriter
from coalition.sample.risk import RiskWriter
from coalition.sample.saved_views import write_views
from coalition.sample.services import ServiceWriter
from coalition.sample.sign_ins import keep_sign_ins
from coalition.sample.story import Step, steps_of
from coalition.sample.talks import TalkWriter
from coalition.sample.ties import write_ties
from common.files.stored import kept_only_with_rows
from common.refusal import Refusal
from partners.models import (
    Organisation,
    OtherList,
    OwnField,
    Representation,
    Term,
    Vocabulary,
)
from partners.models.own_fields.fields import Option
from partners.presets import CONDITIONS, SECTORS, SERVICE_KINDS, SUPPORT_KINDS


def prepare_sample(*, slug: str, on: date, sign_ins: Path) -> bool:
    """Make the sample coalition as of the day `on`, all or nothing. False: it is there already.

    The passwords are written to the file `sign_ins` first: a crash in between leaves a file whose
    passwords the next attempt takes up. Refuses to touch a coalition that is not a sample.
    """
    existing = Coalition.objects.filter(slug=slug).first()
    if existing and not existing.is_sample:
        raise Refusal(_("“%(slug)s” is a coalition of its own, not the sample.") % {"slug": slug})
    if existing:
        return False
    cast = read_people()
    signing_in = [(card.role, card.email) for card in cast if card.signs_in]
    kept = keep_sign_ins(sign_ins, wanted=signing_in)
    with kept_only_with_rows() as written, transaction.atomic(), translation.override("en"):
        passwords = {known.email: known.password for known in kept}
        _Sample.found(slug, on, cast, passwords).tell(written=written)
    return True


@dataclass(frozen=True)
class _Sample:
    """The coalition while it is being written."""

    coalition: Coalition
    cast: list[PersonCard]
    people: dict[str, Person]
    days: Days
    chronicle: Chronicle

    @classmethod
    def found(
        cls, slug: str, on: date, cast: list[PersonCard], passwords: dict[str, str]
    ) -> "_Sample":
        card, chronicle = read_coalition(), Chronicle()
        days = Days(on=on, time_zone=ZoneInfo(card.time_zone))
        at = days.moment(card.founded, of="coalition")
        people = {}
        for person in cast:
            joined_at = days.moment(person.joined, of=person.key) if person.joined else at
            if not person.invited:
                with chronicle.change("person.joined", at=joined_at):
                    people[person.key] = _person(person, passwords.get(person.email), joined_at)
        with chronicle.change("coalition.founded", at=at, by=people[card.founded_by]):
            coalition = _coalition(card, slug, days, at)
            _write_terms(card, coalition)
            _write_own_fields(card, coalition)
            _member(coalition, people[card.founded_by], Role.ADMINISTRATOR, at)
        return cls(coalition, cast, people, days, chronicle)

    def tell(self, *, written: list[str]) -> None:
        """`written` takes the names of the files that are stored on the way."""
        organisations = self._write_organisations()
        for card in self.cast:
            if card.invited_by:
                self._write_member(card, organisations.get(card.represents))
        PaperWriter(
            self.coalition, self.people, organisations, self.days, self.chronicle, written
        ).write()
        TalkWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        DepthWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        GainWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        ContributionWriter(
            self.coalition, self.people, organisations, self.days, self.chronicle
        ).write()
        PipelineWriter(
            self.coalition, self.people, organisations, self.days, self.chronicle
        ).write()
        ServiceWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        RiskWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        write_ties(self.coalition, self.people, organisations, self.days, self.chronicle)
        write_credit(self.coalition, self.people, organisations, self.days, self.chronicle)
        CallWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        write_governance(
            Story(self.coalition, self.people, organisations, self.days, self.chronicle)
        )
        write_views(self.coalition, self.people, self.days, self.chronicle)
        composition = CompositionWriter(
            self.coalition, self.people, organisations, self.days, self.chronicle
        )
        composition.write()
        GoalWriter(self.coalition, self.people, organisations, self.days, self.chronicle).write()
        self.chronicle.date_events()
        composition.sign()
        self.chronicle.date_events()

    def _write_organisations(self) -> dict[str, Organisation]:
        """In the order in which it happened. The key is today's name."""
        terms = {
            (term.vocabulary, term.name): term
            for term in Term.objects.filter(coalition=self.coalition)
        }
        dates = OwnField.objects.filter(coalition=self.coalition, kind=OwnField.Kind.DATE)
        own_dates = frozenset(dates.values_list("key", flat=True))
        writer = ProfileWriter(self.coalition, self.people, terms, self.days, own_dates)
        written: dict[str, Organisation] = {}
        for at, key, step in self._all_steps():
            by = self.people[step.by]
            with self.chronicle.change(step.verb, at=at, by=by, reason=step.reason):
                if step.before is None:
                    written[key] = writer.add(step.after, joined=step.weeks, key=key, at=at)
                else:
                    writer.change(written[key], before=step.before, after=step.after, key=key)
        return written

    def _all_steps(self) -> list[tuple[datetime, str, Step]]:
        steps = [
            (self.days.moment(step.weeks, of=card.profile.name), card.profile.name, step)
            for card in read_organisations()
            for step in steps_of(card)
        ]
        return sorted(steps, key=lambda told: told[:2])

    def _write_member(self, card: PersonCard, organisation: Organisation | None) -> None:
        """The invitation, then the answer if there was one, then the end if it came."""
        invitation = self._invite(card, organisation)
        if card.joined is None:
            return
        person, at = self.people[card.key], self.days.moment(card.joined, of=card.key)
        with self.chronicle.change("invitation.accepted", at=at, by=person):
            membership = _member(self.coalition, person, card.role, at)
            _accept(invitation, membership, at)
        if card.left:
            self._end(membership, card)

    def _invite(self, card: PersonCard, organisation: Organisation | None) -> Invitation:
        """A week before they joined, or as long ago as the card says."""
        weeks = card.invited or (card.joined or 0) + 1
        at, by = self.days.moment(weeks, of=card.key), self.people[card.invited_by]
        verb = "representative.invited" if organisation else "invitation.sent"
        with self.chronicle.change(verb, at=at, by=by):
            invitation = Invitation.objects.create(
                coalition=self.coalition,
                email=card.email,
                full_name=card.name,
                role=card.role,
                message=card.message,
                invited_by=by,
                invited_at=at,
                expires_at=at + LIFETIME,
            )
            if organisation:
                Representation.objects.create(
                    coalition=self.coalition, organisation=organisation, invitation=invitation
                )
        return invitation

    def _end(self, membership: Membership, card: PersonCard) -> None:
        at = self.days.moment(card.left or 0, of=card.key)
        with self.chronicle.change("membership.ended", at=at, by=self.people[card.invited_by]):
            Membership.objects.filter(pk=membership.pk).update(ended_on=at.date())


def _coalition(card: CoalitionCard, slug: str, days: Days, at: datetime) -> Coalition:
    return Coalition.objects.create(
        name=card.name,
        short_name=card.short_name,
        tagline=card.tagline,
        slug=slug,
        place=card.place,
        problem_statement=card.problem_statement,
        sector_preset=Coalition.SectorPreset.PUBLIC_HEALTH,
        time_zone=card.time_zone,
        founded_on=days.day(card.founded, of="coalition"),
        is_sample=True,
        created_at=at,
    )


def _write_terms(card: CoalitionCard, coalition: Coalition) -> None:
    sectors = {str(name): broad for name, broad in SECTORS[Coalition.SectorPreset.PUBLIC_HEALTH]}
    broad_of = sectors | card.broad_sectors
    conditions = [str(name) for name in CONDITIONS]
    lists = {
        Vocabulary.SECTOR.value: list(sectors),
        Vocabulary.DETERMINANT.value: conditions,
        OtherList.SERVICE.value: [str(name) for name in SERVICE_KINDS],
        OtherList.SUPPORT.value: [str(name) for name in SUPPORT_KINDS],
        **card.vocabularies,
    }
    Term.objects.bulk_create(
        Term(
            coalition=coalition,
            vocabulary=vocabulary,
            name=name,
            position=position,
            broad_sector=broad_of[name] if vocabulary == Vocabulary.SECTOR else "",
        )
        for vocabulary, names in lists.items()
        for position, name in enumerate(names)
    )
    areas = Term.objects.of_coalition(coalition.pk).in_vocabulary(Vocabulary.AREA)
    for larger, parts in card.areas_within.items():
        areas.filter(name__in=parts).update(within=areas.get(name=larger))


def _write_own_fields(card: CoalitionCard, coalition: Coalition) -> None:
    for position, told in enumerate(card.own_fields, start=1):
        field = OwnField(coalition=coalition, position=position, **told)
        field.choices = [Option(**option) for option in told.get("options", [])]
        field.save()


def _person(card: PersonCard, password: str | None, joined_at: datetime) -> Person:
    """Who is known already, from another sample, stays the same person."""
    person = Person.objects.filter(email=card.email).first()
    if person is None:
        person = Person.objects.create_user(
            card.email, password, full_name=card.name, joined_at=joined_at
        )
        EmailAddress.objects.create(user=person, email=card.email, primary=True, verified=True)
    elif password and not person.check_password(password):
        person.set_password(password)
        person.save(update_fields=["password"])
    return person


def _member(coalition: Coalition, person: Person, role: str, at: datetime) -> Membership:
    return Membership.objects.create(
        coalition=coalition, person=person, role=role, started_on=at.date()
    )


def _accept(invitation: Invitation, membership: Membership, at: datetime) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(accepted_at=at, membership=membership)
    Representation.objects.filter(invitation=invitation).update(membership=membership)
