"""What becomes of an application: decided, told by letter, brought onto the list, forgotten."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened, stands_otherwise
from common.editing.expired_sign_in import typed
from common.editing.form_keys import made_by, once, sending
from common.refusal import Refusal
from partners.duplicates.similar import FOUND
from partners.forms.calls.judging import DecisionForm, DecisionLetterForm, TakeInForm
from partners.models import Application, DecisionLetter, Organisation
from partners.operations.calls import deciding, erasing
from partners.reports.calls.likely import likely_the_same
from partners.reports.calls.pages import answered, description_from
from partners.reports.calls.scores import scores_of
from partners.views.calls.said import application_of, done, pressed


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    """The decision beside the figures on which it rests."""
    with holding(request, Application.objects.visible_to(request.membership), application):
        row = application_of(request, pk, application)

        def make_form(data: QueryDict | None) -> DecisionForm:
            return DecisionForm(data, instance=copy(row))

        now = timezone.now()
        edit = opened(request, make_form, record={Application: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                deciding.decide(row, by=request.user, at=now, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("It is decided. The letter is drafted; nothing has left yet."))
                return redirect(row)
    criteria = [one.criterion for one in answered(row)]
    page = {
        "call": row.call,
        "application": row,
        "scores": scores_of(row, criteria, request.membership),
        "subject": str(row),
    }
    return edit.page(request, "partners/calls/decide.html", page)


# ---------------------------------------------------------------- the letter


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, pk: int, application: int, letter: int) -> HttpResponse:
    """The draft, to be made one's own before it leaves."""
    with holding(request, DecisionLetter.objects.of_coalition(request.coalition.pk), letter):
        row = letter_of(request, pk, application, letter)

        def make_form(data: QueryDict | None) -> DecisionLetterForm:
            return DecisionLetterForm(data, instance=copy(row))

        now = timezone.now()
        edit = opened(request, make_form, record={DecisionLetter: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                deciding.edit_letter(row, by=request.user, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The draft is saved. Nothing has left yet."))
                return redirect(f"{row.application.get_absolute_url()}#letters")
    page = {"call": row.application.call, "application": row.application, "letter": row}
    return edit.page(request, "partners/calls/letter.html", {**page, "subject": row.subject})


@require(Permission.RUN_CALLS)
@require_POST
def send_letter(request: HttpRequest, pk: int, application: int, letter: int) -> HttpResponse:
    """What leaves is what the page showed: written anew meanwhile, it is shown once more instead."""
    row = letter_of(request, pk, application, letter)
    back = f"{row.application.get_absolute_url()}#letters"
    if not row.sent_at and stands_otherwise(request, subject=row.subject, body=row.body):
        said = _("Somebody has written this letter anew meanwhile. Please read it once more.")
        messages.warning(request, said)
        return redirect(back)
    try:
        deciding.send_letter(row, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        said = _("The letter to %(name)s is in the outgoing mail.")
        messages.success(request, said % {"name": row.application.contact_name})
    return redirect(back)


def letter_of(request: HttpRequest, pk: int, application: int, letter: int) -> DecisionLetter:
    row = application_of(request, pk, application)
    rows = row.letters.told()
    return get_object_or_404(rows, pk=letter)


# ---------------------------------------------------------------- onto the list


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    """A new prospect, or the organisation that they are already; who is likely the same stands first."""
    row = application_of(request, pk, application)
    if row.decision != Application.Decision.ACCEPTED or row.organisation_id:
        made = made_by(sending(request), Organisation)
        return redirect(made or row.organisation or row)
    form = TakeInForm(
        typed(request),
        coalition=request.coalition,
        initial={
            "name": row.organisation_name,
            "website": row.website,
            "owner": request.user.pk,
            "description": description_from(row),
        },
    )
    if request.method == "POST" and form.is_valid() and (answer := _taken_in(request, row, form)):
        return answer
    words = request.GET.get("q", "")
    rows = Organisation.objects.visible_to(request.membership).told()
    page = {
        "call": row.call,
        "application": row,
        "form": form,
        "likely": likely_the_same(row),
        "words": words,
        "found": rows.saying(words.split()[:8]).by_name()[:FOUND] if words.strip() else [],
    }
    status = 422 if form.errors else 200
    return render(request, "partners/calls/take_in.html", page, status=status)


def _taken_in(request: HttpRequest, row: Application, form: TakeInForm) -> HttpResponse | None:
    """Where they stand now; nothing when the form must be answered otherwise."""
    now = timezone.now()
    try:
        organisation = once(
            sending(request),
            lambda: deciding.take_in(row, form.newcomer(), by=request.user, at=now),
            model=Organisation,
            at=now,
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return None
    done(request, _("%(name)s is a prospect now.") % {"name": organisation})
    return redirect(organisation)


@require(Permission.RUN_CALLS)
@require_POST
def link(request: HttpRequest, pk: int, application: int, organisation: int) -> HttpResponse:
    """They are on the list already."""
    row = application_of(request, pk, application)
    rows = Organisation.objects.visible_to(request.membership).told()
    chosen = get_object_or_404(rows, pk=organisation)
    return pressed(
        request,
        lambda: deciding.link(
            row,
            chosen,
            with_contact="with_contact" in request.POST,
            by=request.user,
            at=timezone.now(),
        ),
        said=_("The application stands with %(name)s now.") % {"name": chosen},
        back=row.get_absolute_url(),
    )


# ---------------------------------------------------------------- forgotten


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    """Opening says what goes and what stays; a press erases."""
    row = application_of(request, pk, application)
    if request.method == "POST":
        try:
            erasing.erase_applicant(row, by=request.user, on=request.today)
        except Refusal as reason:
            messages.error(request, str(reason))
        else:
            messages.info(request, _("What was held about this person is erased."))
        return redirect(row)
    page = {"call": row.call, "application": row}
    return render(request, "partners/calls/erase.html", page)
