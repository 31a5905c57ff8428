"""Calls for partners: the list, one call, its draft, and how far it is."""

from copy import copy
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners.forms.calls.applying import NewApplicationForm
from partners.forms.calls.calls import CallForm, NewCallForm, ReviewerForm
from partners.models import Call, Criterion, Outreach
from partners.operations.calls import opening
from partners.reports.calls.pages import call_page, calls_of
from partners.reports.calls.story import MOST, story_of
from partners.views.calls.said import call_of, done, pressed

FOUR_WEEKS = timedelta(weeks=4)  # long enough for a committee to meet and say yes


@require(Permission.REVIEW_APPLICATIONS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    calls = calls_of(request.membership, on=request.today)
    return render(request, "partners/calls/list.html", {"calls": calls})


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    begin = request.today
    form = NewCallForm(typed(request), initial={"opens_on": begin, "closes_on": begin + FOUR_WEEKS})
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            call = once(
                sending(request),
                lambda: opening.write_call(
                    request.coalition,
                    form.words(),
                    with_criteria=form.cleaned_data["with_criteria"],
                    by=request.user,
                    at=now,
                ),
                model=Call,
                at=now,
            )
        except Refusal as reason:
            form.add_error("slug", str(reason))
        else:
            done(request, _("The draft is kept. Nobody outside sees it yet."))
            return redirect(call)
    status = 422 if form.errors else 200
    return render(request, "partners/calls/add.html", {"form": form}, status=status)


@require(Permission.SEE_CALLS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What the call says, by what it is judged, where it was told, and who reads."""
    call = call_of(request, pk)
    page = {"page": call_page(call, on=request.today), "call": call}
    if request.membership.may(Permission.RUN_CALLS) and not call.decided_at:
        page["reviewer_form"] = ReviewerForm(call=call)
    return render(request, "partners/calls/show.html", page)


@require(Permission.SEE_CALLS)
@require_GET
def story(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    page = {
        "call": call,
        "story": story_of(call),
        "most": MOST,
        "state": call.state(on=request.today),
    }
    return render(request, "partners/calls/story.html", page)


@require(Permission.SEE_CALLS)
@require_GET
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page as applicants will see it; nothing can be sent from here."""
    call = call_of(request, pk)
    form = NewApplicationForm(
        coalition=call.coalition.name,
        criteria=Criterion.objects.of(call),
        outreach=Outreach.objects.of(call),
    )
    page = {"call": call, "form": form, "is_preview": True, "is_open": True}
    return render(request, "partners/calls/public.html", page)


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Call.objects.visible_to(request.membership), pk):
        call = call_of(request, pk)

        def make_form(data: QueryDict | None) -> CallForm:
            return CallForm(data, instance=copy(call))

        now = timezone.now()
        edit = opened(request, make_form, record={Call: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                opening.edit_call(call, edit.form.words(), by=request.user, at=now)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The call is saved."))
                return redirect(call)
    return edit.page(request, "partners/calls/edit.html", {"call": call, "subject": call.title})


@require(Permission.RUN_CALLS)
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    return pressed(
        request,
        lambda: opening.publish(call, by=request.user, at=timezone.now()),
        said=_("The call is public now. Tell people its address."),
        back=call.get_absolute_url(),
    )


@require(Permission.RUN_CALLS)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    return pressed(
        request,
        lambda: opening.take_back(call, by=request.user),
        said=_("It is a draft again, and nobody outside sees it."),
        back=call.get_absolute_url(),
    )


@require(Permission.RUN_CALLS)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    return pressed(
        request,
        lambda: opening.close(call, by=request.user, at=timezone.now()),
        said=_("The call takes no more applications. Now you can decide."),
        back=call.applications_url,
    )


@require(Permission.RUN_CALLS)
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    return pressed(
        request,
        lambda: opening.finish(call, by=request.user, at=timezone.now()),
        said=_("All is decided. The call stays here as a record."),
        back=call.applications_url,
    )


@require(Permission.RUN_CALLS)
@require_POST
def decide_anew(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    return pressed(
        request,
        lambda: opening.reopen_record(call, by=request.user),
        said=_("Decisions can be changed again."),
        back=call.applications_url,
    )
