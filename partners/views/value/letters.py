"""Letters to people at a partner: drafted, edited, looked at, sent or handed over."""

from collections.abc import Callable
from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.documents.downloads import pdf_file
from common.editing.edits import holding, opened, stands_otherwise
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners.forms.value.letters import LetterForm, LetterStartForm
from partners.models import PartnerLetter, Wording
from partners.operations.value import letters as operations
from partners.reports.value.letters import letter_shown, printed_letter, willing
from partners.reports.value.merge_words import in_braces
from partners.reports.value.wordings import offered_to
from partners.views.editing import partner_of

PAPERS = ("us-letter", "a4")


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the person and the wording; the draft that this makes is edited next."""
    organisation = partner_of(request, pk)
    people = willing(organisation.contacts.all())
    offered = offered_to(organisation, purpose=Wording.Purpose.LETTER)
    form = LetterStartForm(typed(request), people=people, offered=offered)
    if request.method == "POST" and form.is_valid():
        missing: list[str] = []

        def make() -> PartnerLetter:
            drafted = operations.draft_letter(
                organisation, by=request.user, at=timezone.now(), **form.cleaned_data
            )
            missing.extend(drafted.missing)
            return drafted.letter

        try:
            letter = once(sending(request), make, model=PartnerLetter, at=timezone.now())
        except Refusal as reason:
            form.add_error("contact", str(reason))
        else:
            messages.success(request, _("Here is the draft. Nothing has left yet."))
            warn_of_gaps(request, missing)
            return redirect("partners:letter_edit", request.coalition.slug, pk, letter.pk)
    page = {"form": form, "organisation": organisation, "people": people, "offered": offered}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/value/letter_start.html", page, status=status)


def warn_of_gaps(request: HttpRequest, missing: list[str]) -> None:
    if missing:
        said = _("Nothing is known for %(words)s. Write there what belongs there.")
        messages.warning(request, said % {"words": in_braces(missing)})


@require(Permission.SEE_CONTACT_DETAILS)
@require_GET
def show(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    row = letter_of(request, pk, letter)
    page = {"organisation": row.organisation, "shown": letter_shown(row), "letter": row}
    return render(request, "partners/value/letter.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    with holding(request, PartnerLetter.objects.visible_to(request.membership), letter):
        row = letter_of(request, pk, letter)

        def make_form(data: QueryDict | None) -> LetterForm:
            return LetterForm(data, instance=copy(row))

        now = timezone.now()
        edit = opened(request, make_form, record={PartnerLetter: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_letter(row, by=request.user, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                messages.success(request, _("The draft is saved. Nothing has left yet."))
                return redirect(row)
    page = {"letter": row, "organisation": row.organisation, "subject": row.subject}
    return edit.page(request, "partners/value/letter_edit.html", page)


@require(Permission.SEE_CONTACT_DETAILS)
@require_GET
def pdf(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """`?paper=a4`, else US Letter. Looking at it changes nothing."""
    row = letter_of(request, pk, letter)
    paper = request.GET.get("paper", "")
    data = printed_letter(
        row,
        coalition=request.coalition,
        address=row.organisation.post_address,
        paper=paper if paper in PAPERS else PAPERS[0],
        by=str(row.written_by),
    )
    name = slugify(f"{request.coalition.brief_name} {row.organisation.name} {row.contact.name}")
    back = row.get_absolute_url()
    return pdf_file(request, "partners/value/letter.typ", data, name=name, back=back)


@require(Permission.EDIT_PARTNERS)
@require_POST
def send(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    """What leaves is what the page showed: written anew meanwhile, it is shown once more instead."""
    row = letter_of(request, pk, letter)
    if not row.sent_at and stands_otherwise(request, subject=row.subject, body=row.body):
        said = _("Somebody has written this letter anew meanwhile. Please read it once more.")
        messages.warning(request, said)
        return redirect(row)
    said = _("The letter to %(name)s is in the outgoing mail.") % {"name": row.contact.name}
    return _done(
        request,
        row,
        lambda: operations.send_letter(row, by=request.user, at=timezone.now()),
        said=said,
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def printed(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    row = letter_of(request, pk, letter)
    return _done(
        request,
        row,
        lambda: operations.hand_over(row, on=request.today, by=request.user, at=timezone.now()),
        said=_("Noted: it went to them on paper. The letter stays as it is now."),
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def discard(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    row = letter_of(request, pk, letter)
    return _done(
        request,
        row,
        lambda: operations.throw_away(row, by=request.user, at=timezone.now()),
        said=_("The draft is thrown away. You can bring it back."),
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def restore(request: HttpRequest, pk: int, letter: int) -> HttpResponse:
    row = letter_of(request, pk, letter)
    return _done(
        request,
        row,
        lambda: operations.restore_letter(row, by=request.user),
        said=_("The draft is here again."),
    )


def letter_of(request: HttpRequest, pk: int, letter: int) -> PartnerLetter:
    rows = PartnerLetter.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=letter, organisation=pk)


def _done(
    request: HttpRequest, letter: PartnerLetter, verb: Callable[[], object], *, said: str
) -> HttpResponse:
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, said)
    return redirect(letter)
