"""With whom a partner works, and how: told, changed, ended, taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.forms.ties import NewTieForm, TieForm
from partners.models import Organisation, Tie
from partners.operations import ties as operations
from partners.operations import versions
from partners.reports.ties import ties_of
from partners.views.editing import partner_of
from partners.views.ties import own


@require(Permission.SEE_COALITION)
@require_GET
def browse(request: HttpRequest, pk: int) -> HttpResponse:
    """With whom, and how closely; for whoever speaks for the partner, only as they see it themselves."""
    organisation = partner_of(request, pk)
    if not request.membership.may(Permission.SEE_PARTNERS):
        return own.show(request, organisation)
    found = ties_of(organisation, membership=request.membership, on=request.today)
    page = {"organisation": organisation, "ties": found}
    return render(request, "partners/ties/browse.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    form = NewTieForm(typed(request), organisation=organisation)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        try:
            once(
                sending(request),
                lambda: operations.add_tie(organisation, other, form.telling(), by=request.user),
                model=Tie,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            said = _("%(one)s is tied to %(other)s.")
            return done(request, pk, said % {"one": organisation, "other": other})
    others = Organisation.objects.of_coalition(request.coalition.pk).active().but(organisation)
    page = {"form": form, "organisation": organisation, "names": others.names_offered()}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/ties/form.html", page, status=status)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, tie: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    with holding(request, Tie.objects.visible_to(request.membership), tie):
        row = tie_of(request, organisation, tie)

        def make_form(data: QueryDict | None) -> TieForm:
            return TieForm(
                data,
                initial=TieForm.shown(row, seen_from=pk),
                organisation=organisation,
                tie=row,
            )

        now = timezone.now()
        edit = opened(request, make_form, record={Tie: {"id": tie}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_tie(row, edit.form.telling(), seen_from=pk, by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                return done(request, pk, _("The tie to %s is saved.") % row.other(pk))
    page = {"organisation": organisation, "tie": row, "other": row.other(pk)}
    return edit.page(request, "partners/ties/form.html", page | {"subject": row.other(pk).name})


@require(Permission.EDIT_PARTNERS)
@require_POST
def end(request: HttpRequest, pk: int, tie: int) -> HttpResponse:
    """Today is its last day; the form takes any other."""
    row = tie_of(request, partner_of(request, pk), tie)
    try:
        operations.end_tie(row, on=request.today, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return back(request, pk)
    return done(request, pk, _("The tie to %s ends today.") % row.other(pk))


@require(Permission.EDIT_PARTNERS)
@require_POST
def resume(request: HttpRequest, pk: int, tie: int) -> HttpResponse:
    row = tie_of(request, partner_of(request, pk), tie)
    operations.resume_tie(row, by=request.user)
    return done(request, pk, _("The tie to %s goes on.") % row.other(pk))


@require(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    organisation = partner_of(request, pk)
    try:
        versions.undo(organisation, change_id=change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return back(request, pk)
    return done(request, pk, _("The change is taken back."))


def tie_of(request: HttpRequest, organisation: Organisation, tie: int) -> Tie:
    rows = Tie.objects.visible_to(request.membership).of(organisation).present().told()
    return get_object_or_404(rows, pk=tie)


def done(request: HttpRequest, pk: int, said: str) -> HttpResponse:
    address = reverse("partners:tie_undo", args=[request.coalition.slug, pk, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")
    return back(request, pk)


def back(request: HttpRequest, pk: int) -> HttpResponse:
    return redirect("partners:ties", request.coalition.slug, pk)
