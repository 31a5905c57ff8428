"""What applicants do, by an address that is open to all and then by a link that is theirs alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from common.history.tracking import recording
from common.refusal import Refusal
from partners import emails
from partners.models import Application, ApplicationAnswer, Call, Outreach
from partners.operations.calls.erasing import erase_applicant

# So many organisations one address may speak for in one call. It keeps robots from filling a mailbox.
MOST_OF_ONE_ADDRESS = 3


@dataclass(frozen=True)
class Applied:
    """What an applicant says; `answers` by the id of the criterion."""

    organisation_name: str
    contact_name: str
    phone: str = ""
    website: str = ""
    contact_title: str = ""
    heard_from: Outreach | None = None
    heard_words: str = ""
    answers: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def apply(call: Call, said: Applied, *, email: str, language: str, at: datetime) -> Application:
    """Keep an application and confirm it by a letter with the link to it.

    The same name from the same address again changes nothing: who may read or change it, only the link
    says. The letter tells them. Refuses when the call takes none, and a fourth one from one address.
    """
    call = Call.objects.shared(call.pk)
    _refuse_closed(call, at=at)
    theirs = Application.objects.of(call).standing().from_address(email)
    known = theirs.named(said.organisation_name).told().first()
    if known:
        emails.application_again(known, at=at)
        return known
    if theirs.count() >= MOST_OF_ONE_ADDRESS:
        raise Refusal(
            _(
                "From this address several applications stand already. Change or withdraw one of them"
                " by the links in our letters, or use another address."
            )
        )
    application = Application(
        coalition_id=call.coalition_id,
        call=call,
        email=email.strip(),
        language=language,
        consented_at=at,
        sent_at=at,
    )
    with recording("application.sent"):
        _write(application, said)
        emails.application_received(application, at=at)
    return application


@transaction.atomic
def change(application: Application, said: Applied, *, at: datetime) -> Application:
    """Say it better, as long as the call is open."""
    application = _locked_open(application, at=at)
    with recording("application.changed"):
        application.changed_at = at
        _write(application, said)
    return application


@transaction.atomic
def withdraw(
    application: Application, *, words: str, erases: bool = False, at: datetime
) -> Application:
    """They do not want it any more, whether the call is open or not, and perhaps to be forgotten.

    When that is refused, neither is done. Of what was decided on already, only forgetting is left.
    """
    application = Application.objects.locked(application.pk)
    if not (application.decision and erases):
        application = _withdrawn(application, words=words, at=at)
    if not erases:
        return application
    return erase_applicant(application, by=None, on=application.call.coalition.day(at=at))


def _withdrawn(application: Application, *, words: str, at: datetime) -> Application:
    """Said twice, the first time counts."""
    if application.withdrawn_at:
        return application
    if application.decision:
        raise Refusal(_("The coalition has decided on it already. You can still be erased."))
    with recording("application.withdrawn"):
        application.withdrawn_at, application.withdrawn_words = at, words
        application.save(update_fields=["withdrawn_at", "withdrawn_words"])
    return application


def _locked_open(application: Application, *, at: datetime) -> Application:
    _refuse_closed(Call.objects.shared(application.call_id), at=at)
    application = Application.objects.locked(application.pk)
    if application.withdrawn_at:
        raise Refusal(_("This application was withdrawn."))
    return application


def _refuse_closed(call: Call, *, at: datetime) -> None:
    if not call.takes_applications(at=at):
        raise Refusal(_("The call takes no applications now."))


def _write(application: Application, said: Applied) -> None:
    for name, value in vars(said).items():
        if name != "answers":
            setattr(application, name, value)
    application.save()
    kept = {answer.criterion_id: answer for answer in application.answers.all()}
    for criterion, words in said.answers.items():
        answer = kept.get(criterion) or ApplicationAnswer(
            coalition_id=application.coalition_id, application=application, criterion_id=criterion
        )
        if answer.words != words:
            answer.words = words
            answer.save()
