"""What becomes of an application: the decision, the letter about it, and a place on the list."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners import emails
from partners.models import Application, Call, Contact, DecisionLetter, Organisation, Review
from partners.models.pipeline.steps import GONE, MOVES
from partners.operations.calls.opening import refuse_decided
from partners.operations.pipeline.steps import Move, begin, move
from partners.operations.profiles import Profile, add_organisation
from partners.reports.calls.letters import letter_text
from partners.reports.pipeline.stages import stage_of

Decision = Application.Decision


@transaction.atomic
def decide(
    application: Application, *, decision: str, reason: str, by: Person, at: datetime
) -> Application:
    """Accept, decline or put on the waiting list, with the reason; the letter about it is drafted.

    Refuses while the call is open, for an application that was withdrawn or is on the list already, and
    for somebody who has said that they have a conflict of interest.
    """
    call = Call.objects.locked(application.call_id)
    refuse_decided(call)
    today = call.coalition.day(at=at)
    if call.state(on=today) != Call.State.CLOSED:
        raise Refusal(_("Close the call first, so that all applications are looked at together."))
    application = Application.objects.locked(application.pk)
    _refuse_undecidable(application, decision=decision, by=by)
    is_the_same = application.decision == decision
    with recording("application.decided", by=by):
        application.decision, application.reason = decision, reason
        application.decided_on, application.decided_by = today, by
        application.save()
        if not is_the_same:
            _draft_letter(application, by=by)
    return application


def _refuse_undecidable(application: Application, *, decision: str, by: Person) -> None:
    if application.withdrawn_at:
        raise Refusal(_("This application was withdrawn."))
    if application.organisation_id and decision != Decision.ACCEPTED:
        raise Refusal(_("They are on your list by this application. Take that back first."))
    conflicts = Review.objects.of_applications([application.pk]).by_person(by.pk).in_conflict()
    if conflicts.exists():
        raise Refusal(
            _("You have said that you have a conflict of interest here. Let somebody else decide.")
        )


# ---------------------------------------------------------------- the letter


def _draft_letter(application: Application, *, by: Person) -> None:
    """In the applicant's language. A letter about another decision that has not left makes way."""
    DecisionLetter.objects.unsent().filter(application=application).delete()
    with translation.override(application.language):
        text = letter_text(application, sender=by)
    DecisionLetter.objects.create(
        coalition_id=application.coalition_id,
        application=application,
        decision=application.decision,
        subject=text.subject,
        body=text.body,
        written_by=by,
    )


@transaction.atomic
def edit_letter(letter: DecisionLetter, *, subject: str, body: str, by: Person) -> DecisionLetter:
    letter = DecisionLetter.objects.locked(letter.pk)
    if letter.sent_at:
        raise Refusal(_("This letter has left, so it stays as it is."))
    with recording("decision_letter.edited", by=by):
        letter.subject, letter.body = " ".join(subject.split())[:200], body
        letter.save(update_fields=["subject", "body"])
    return letter


@transaction.atomic
def send_letter(letter: DecisionLetter, *, by: Person, at: datetime) -> DecisionLetter:
    """Put it into the outgoing mail, once: a second press finds it sent and changes nothing."""
    application = Application.objects.locked(letter.application_id)
    letter = DecisionLetter.objects.locked(letter.pk)
    if letter.sent_at:
        return letter
    if letter.decision != application.decision:
        raise Refusal(_("It was decided otherwise since. Open the application once more."))
    if not application.email:
        raise Refusal(_("We hold no address of theirs any more."))
    with recording("decision_letter.sent", by=by):
        letter.sent_at, letter.sent_by = at, by
        letter.save(update_fields=["sent_at", "sent_by"])
        letter.application = application
        emails.decision_on_application(letter, by=by, at=at)
    return letter


# ---------------------------------------------------------------- onto the list


@dataclass(frozen=True)
class Newcomer:
    """What of an application comes onto the list; `description` is a draft made of their words."""

    name: str
    website: str
    description: str
    owner: Person | None
    with_contact: bool


@transaction.atomic
def take_in(
    application: Application, newcomer: Newcomer, *, by: Person, at: datetime
) -> Organisation:
    """An accepted application becomes a prospect. Done twice, the first one is the answer."""
    application = _locked_accepted(application)
    if application.organisation:
        return application.organisation.survivor
    today = application.call.coalition.day(at=at)
    profile = Profile(
        values={
            "name": newcomer.name,
            "kind": Organisation.Kind.PROSPECT,
            "website": newcomer.website,
            "description": newcomer.description,
            "owner": newcomer.owner,
            "since_on": today,
        },
        contact=_contact(application, on=today) if newcomer.with_contact else None,
    )
    with recording("application.taken_in", by=by):
        organisation = add_organisation(application.call.coalition, profile, by=by, at=at)
        _link(application, organisation, on=today)
        begin(organisation, reason=_applied(application), by=by, at=at, on=today)
    return organisation


@transaction.atomic
def link(
    application: Application,
    organisation: Organisation,
    *,
    with_contact: bool,
    by: Person,
    at: datetime,
) -> Organisation:
    """It comes from an organisation that stands on the list already, under whatever name.

    A stakeholder becomes a prospect by it, and whoever had declined or left is on the way again. Who is at
    the table, or on the way, stays where they stand.
    """
    home = Organisation.objects.locked_home(organisation.pk)
    application = _locked_accepted(application)
    if application.organisation:
        return application.organisation.survivor
    today = application.call.coalition.day(at=at)
    with recording("application.linked", by=by):
        _link(application, home, on=today)
        _on_the_way(application, home, by=by, at=at, on=today)
        known = Contact.objects.at([home.pk]).current().with_address(application.email)
        if with_contact and application.email and not known.exists():
            Contact.objects.create(
                coalition_id=home.coalition_id,
                organisation=home,
                **_contact(application, on=today),
            )
    return home


def _on_the_way(
    application: Application, home: Organisation, *, by: Person, at: datetime, on: date
) -> None:
    stands = stage_of(home.pk)
    if stands and stands not in GONE:
        return
    first, *_others = MOVES[stands]
    move(home, Move(first, on=on, reason=_applied(application)), by=by, at=at, on=on)


def _applied(application: Application) -> str:
    return _("They applied to the call “%(call)s”") % {"call": application.call.told_title}


def _locked_accepted(application: Application) -> Application:
    application = Application.objects.locked(application.pk)
    if application.decision != Decision.ACCEPTED:
        raise Refusal(_("Accept the application first."))
    return application


def _link(application: Application, organisation: Organisation, *, on: date) -> None:
    application.organisation, application.linked_on = organisation, on
    application.save(update_fields=["organisation", "linked_on"])


def _contact(application: Application, *, on: date) -> dict[str, object]:
    return {
        "name": application.contact_name,
        "title": application.contact_title,
        "role": Contact.Role.REPRESENTATIVE,
        "email": application.email,
        "phone": application.phone,
        "since_on": on,
    }
