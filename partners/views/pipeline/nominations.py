"""Members and partners suggest a partner; who keeps partners answers; the one who did sees the answer."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.duplicates.nominated import alike
from partners.forms.pipeline.nominations import AcceptForm, DeclineForm, NominationForm
from partners.models import Nomination, Organisation
from partners.operations.pipeline import nominations as operations
from partners.reports.pipeline.nominations import suggestion_of, suggestions
from partners.views.ways_back import sent_back_to

LONGEST = 2000  # letters that a suggestion takes of why


@require(Permission.SEE_PIPELINE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    found = suggestions(request.membership, own=False)
    return render(request, "partners/pipeline/suggestions.html", {"found": found})


@require(Permission.SUGGEST_PARTNERS)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    found = suggestions(request.membership, own=True)
    return render(request, "partners/pipeline/mine.html", {"found": found})


@require(Permission.SUGGEST_PARTNERS)
@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest) -> HttpResponse:
    """`?strength=vans&for=Food that comes to the door` begins with what somebody is sought for."""
    back = sent_back_to(request)
    form = NominationForm(typed(request), initial={"why": _sought(request)})
    if request.method == "POST" and form.is_valid():
        made = once(
            sending(request),
            lambda: operations.suggest(
                request.coalition, form.cleaned_data, by=request.user, at=timezone.now()
            ),
            model=Nomination,
            at=timezone.now(),
        )
        said = _("Thank you. Your suggestion waits for an answer: %(name)s.") % {"name": made}
        done(request, said, back=back)
        return redirect(back or reverse("partners:my_suggestions", args=[request.coalition.slug]))
    status = 422 if form.errors else 200
    page = {"form": form, "came_from": back}
    return render(request, "partners/pipeline/suggest.html", page, status=status)


def _sought(request: HttpRequest) -> str:
    strength, aim = request.GET.get("strength", ""), request.GET.get("for", "")
    if not strength:
        return ""
    said = [_("They could bring: %(strength)s.") % {"strength": strength}]
    if aim:
        said.append(_("We need it for: %(aim)s") % {"aim": aim})
    return " ".join(said)[:LONGEST]


@require(Permission.EDIT_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return answer(request, nomination_of(request, pk), DeclineForm())


@require(Permission.EDIT_PARTNERS)
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    nomination, now = nomination_of(request, pk), timezone.now()
    form = AcceptForm(request.POST, coalition=request.coalition)
    if not form.is_valid():
        return answer(request, nomination, DeclineForm(), accept_form=form)
    try:
        made = operations.accept(
            nomination,
            owner=form.cleaned_data["owner"],
            by=request.user,
            at=now,
            on=request.today,
        )
    except Refusal as reason:
        return refused(request, pk, reason)
    done(request, _("%(name)s is a prospect now.") % {"name": made})
    return redirect("partners:pipeline_of", request.coalition.slug, made.pk)


@require(Permission.EDIT_PARTNERS)
@require_POST
def link(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """They are on the list already, as this organisation."""
    nomination = nomination_of(request, pk)
    rows = Organisation.objects.visible_to(request.membership)
    known = get_object_or_404(rows, pk=organisation)
    try:
        operations.link(nomination, known, by=request.user, at=timezone.now(), on=request.today)
    except Refusal as reason:
        return refused(request, pk, reason)
    done(request, _("The suggestion is linked to %(name)s.") % {"name": known})
    return redirect("partners:pipeline_of", request.coalition.slug, known.pk)


@require(Permission.EDIT_PARTNERS)
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return answer(request, nomination, form)
    try:
        operations.decline(nomination, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refusal as reason:
        return refused(request, pk, reason)
    done(request, _("Not taken up: %(name)s. They read why.") % {"name": nomination})
    return redirect("partners:suggestions", request.coalition.slug)


@require(Permission.SUGGEST_PARTNERS)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    nomination = nomination_of(request, pk)
    try:
        operations.withdraw(nomination, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, _("Taken back: %(name)s.") % {"name": nomination})
    return redirect("partners:my_suggestions", request.coalition.slug)


@require(Permission.SUGGEST_PARTNERS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Who made a change takes it back, and so does who keeps partners."""
    if not operations.has_changed_nominations(request.membership, change):
        raise Http404(_("You made no such change."))
    try:
        operations.undo_nomination(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, _("That is taken back."))
    name = "suggestions" if request.membership.may(Permission.SEE_PIPELINE) else "my_suggestions"
    back = sent_back_to(request)
    return redirect(back or reverse(f"partners:{name}", args=[request.coalition.slug]))


def answer(
    request: HttpRequest,
    nomination: Nomination,
    form: DeclineForm,
    *,
    accept_form: AcceptForm | None = None,
) -> HttpResponse:
    """What was suggested, who is likely the same, and the ways to answer."""
    page = {
        "shown": suggestion_of(nomination, request.membership),
        "alike": alike(nomination) if nomination.is_waiting else [],
        "decline_form": form,
        "accept_form": accept_form
        or AcceptForm(coalition=request.coalition, initial={"owner": request.user.pk}),
    }
    status = 200 if request.method == "GET" else 422
    return render(request, "partners/pipeline/suggestion.html", page, status=status)


def refused(request: HttpRequest, pk: int, reason: Refusal) -> HttpResponse:
    messages.warning(request, str(reason))
    return redirect("partners:suggestion", request.coalition.slug, pk)


def nomination_of(request: HttpRequest, pk: int) -> Nomination:
    rows = Nomination.objects.visible_to(request.membership).with_people()
    return get_object_or_404(rows, pk=pk)


def done(request: HttpRequest, said: str, *, back: str = "") -> None:
    """Say so, with the button that takes it back, and then leads `back`."""
    address = reverse("partners:suggestion_undo", args=[request.coalition.slug, current_change()])
    then = f"?{urlencode({'next': back})}" if back else ""
    messages.success(request, said, extra_tags=f"undo:{address}{then}")
