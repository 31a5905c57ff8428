"""Writing the charter: the draft, its adoption, the yearly reading, and why it comes later."""

from copy import copy

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, holding_row, opened, stands_otherwise
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from governance.forms.charter.drafting import AdoptForm, DeferralForm, DraftForm, ReviewForm
from governance.models import CharterDeferral, CharterReview, CharterVersion
from governance.operations.charter import drafting
from governance.reports.charter.comparing import changes_between
from governance.views.said import done, pressed


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    drafting.begin_draft(request.coalition, by=request.user)
    return redirect("governance:charter_draft", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest) -> HttpResponse:
    with holding(request, rows_of(request), draft_of(request).pk):
        row = draft_of(request)

        def make_form(data: QueryDict | None) -> DraftForm:
            return DraftForm(data, instance=copy(row))

        now = timezone.now()
        edit = opened(request, make_form, record={CharterVersion: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                drafting.write_draft(row, edit.form.parts(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The draft is saved."))
                return redirect(row)
    page = {"version": row, "subject": str(row)}
    return edit.page(request, "governance/charter/draft.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    row = draft_of(request)
    return pressed(
        request,
        lambda: drafting.drop_draft(row, by=request.user),
        said=_("The draft is given up."),
        back=reverse("governance:charter", args=[request.coalition.slug]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest) -> HttpResponse:
    """What changes is shown above the form; a draft that was changed since is shown again."""
    row = draft_of(request)
    before = CharterVersion.objects.held_in(request.coalition.pk)
    form = AdoptForm(typed(request), instance=copy(row), today=request.today, is_first=not before)
    if request.method == "POST" and form.is_valid():
        try:
            drafting.adopt(row, form.adoption(), read=read_by(request, row), by=request.user)
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("Version %(n)s is the charter now.") % {"n": row.number})
            return redirect("governance:charter_signatures", request.coalition.slug)
    page = {
        "form": form,
        "version": row,
        "before": before,
        "changes": changes_between(before, row),
    }
    status = 422 if form.errors else 200
    return render(request, "governance/charter/adopt.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def read_again(request: HttpRequest) -> HttpResponse:
    """Read again, no change. Whoever wants a change begins a draft instead."""
    held = CharterVersion.objects.held_in(request.coalition.pk)
    if held is None:
        raise Http404(_("There is no charter yet."))
    form = ReviewForm(typed(request), today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            once(
                sending(request),
                lambda: drafting.read_again(
                    held, on=request.today, by=request.user, **form.cleaned_data
                ),
                model=CharterReview,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("It is put down that the charter was read again."))
            return redirect("governance:charter", request.coalition.slug)
    page = {"form": form, "version": held}
    status = 422 if form.errors else 200
    return render(request, "governance/charter/read_again.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def defer(request: HttpRequest) -> HttpResponse:
    """Partners are won before the charter is written: the reason stays to be read."""
    with holding_row(request, request.coalition):
        row = CharterDeferral.objects.said_in(request.coalition.pk)

        def make_form(data: QueryDict | None) -> DeferralForm:
            return DeferralForm(data, instance=copy(row) if row else None)

        now = timezone.now()
        record = {CharterDeferral: {"id": row.pk if row else 0}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            drafting.defer(
                request.coalition,
                reason=edit.form.cleaned_data["reason"],
                on=request.today,
                by=request.user,
            )
            edit.saved(request, at=now)
            done(request, _("The reason is kept, and shown on the page of the charter."))
            return redirect("governance:charter", request.coalition.slug)
    page = {"subject": _("the charter")}
    return edit.page(request, "governance/charter/defer.html", page)


def rows_of(request: HttpRequest) -> QuerySet[CharterVersion]:
    return CharterVersion.objects.of_coalition(request.coalition.pk)


def read_by(request: HttpRequest, row: CharterVersion) -> str:
    """The wording that stood on the page of whoever presses."""
    return "" if stands_otherwise(request, draft=row.fingerprint) else row.fingerprint


def draft_of(request: HttpRequest) -> CharterVersion:
    row = CharterVersion.objects.draft_in(request.coalition.pk)
    if row is None:
        raise Http404(_("There is no draft of the charter."))
    return row
