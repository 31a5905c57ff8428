"""Who has signed the charter; signing for one's own organisation, and noting what another said."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened, stands_otherwise
from common.refusal import Refusal
from governance.forms.charter.signing import NotedForm, ObjectionsForm
from governance.models import CharterSignature, CharterVersion
from governance.operations.charter import signing as operations
from governance.operations.charter.signing import Word
from governance.reports.charter.reading import version_page
from governance.reports.charter.signing import signing
from governance.views.said import done
from partners.models import Organisation


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """Every member, and what it says to the version that holds."""
    held = held_in(request)
    found = signing(held, only=request.GET.get("answer", ""), page=request.GET.get("page", 1))
    page = {"signing": found, "version": held, "page": found.page}
    return render(request, "governance/charter/signatures.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """A letter to each that was not asked yet. Who was asked is not asked twice."""
    number = operations.ask(held_in(request), by=request.user, at=timezone.now())
    if number:
        said = ngettext("One letter leaves.", "%(n)s letters leave.", number)
        done(request, said % {"n": number})
    else:
        messages.info(request, _("Everybody who can be written to was asked already."))
    return redirect("governance:charter_signatures", request.coalition.slug)


@require(Permission.SIGN_FOR_ORGANISATION)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """A partner reads and signs for its own organisation, or says what it cannot sign."""
    held, organisation = held_in(request), own_organisation(request, pk)
    said = CharterSignature.objects.answer_of(organisation, to=held)
    form = ObjectionsForm(initial={"objections": said.objections if said else ""})
    if request.method == "POST":
        if stands_otherwise(request, version=held.pk, answer=said.answer if said else ""):
            messages.warning(request, _("This has changed since you opened it. Please look again."))
            return redirect(request.path)
        form = objections_of(request)
        if form is None or form.is_valid():
            word = Word(objections=form.cleaned_data["objections"] if form else "")
            return _say(request, held, organisation, word)
    page = {
        "version": held,
        "parts": version_page(held),
        "organisation": organisation,
        "said": said,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "governance/charter/sign.html", page, status=status)


def _say(
    request: HttpRequest, held: CharterVersion, organisation: Organisation, word: Word
) -> HttpResponse:
    try:
        operations.answer(
            held, organisation, word, on=request.today, at=timezone.now(), by=request.user
        )
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(request.path)
    # Without an undo, which is for coordinators: a partner changes its word on the same page.
    messages.success(request, said_of(organisation, word))
    return redirect("governance:charter", request.coalition.slug)


def said_of(organisation: Organisation, word: Word) -> str:
    if word.objections:
        return _("What %(name)s cannot sign is kept.") % {"name": organisation}
    return _("%(name)s has signed the charter.") % {"name": organisation}


def objections_of(request: HttpRequest) -> ObjectionsForm | None:
    """The form with objections, if that button was pressed; None for a signature."""
    return ObjectionsForm(request.POST) if request.POST.get("answer") == "objects" else None


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """A coordinator notes what a partner said elsewhere, and how we know."""
    held = held_in(request)
    rows = Organisation.objects.visible_to(request.membership)
    organisation = get_object_or_404(rows, pk=pk)
    with holding(request, rows, pk):
        said = CharterSignature.objects.answer_of(organisation, to=held)

        def make_form(data: QueryDict | None) -> NotedForm:
            return NotedForm.over(said, data)

        now = timezone.now()
        record = {CharterSignature: {"id": said.pk if said else 0}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            word = edit.form.word()
            try:
                operations.answer(
                    held, organisation, word, on=request.today, at=now, by=request.user
                )
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, said_of(organisation, word))
                return redirect(
                    reverse("governance:charter_signatures", args=[request.coalition.slug])
                )
    page = {
        "organisation": organisation,
        "version": held,
        "said": said,
        "subject": str(organisation),
    }
    return edit.page(request, "governance/charter/note.html", page)


def held_in(request: HttpRequest) -> CharterVersion:
    held = CharterVersion.objects.held_in(request.coalition.pk)
    if held is None:
        raise Http404(_("There is no charter yet."))
    return held


def own_organisation(request: HttpRequest, pk: int) -> Organisation:
    rows = Organisation.objects.visible_to(request.membership).active()
    return get_object_or_404(rows.of_kinds([Organisation.Kind.PARTNER]), pk=pk)
