"""The open door: how it stands, who has asked, and what we answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.refusal import Refusal
from governance.forms.joining.door import AnswerForm, DoorForm, NotNowForm, WelcomeForm
from governance.models import JoinRequest, OpenDoor
from governance.operations.joining import door as operations
from governance.reports.joining import door as reports
from governance.reports.joining.letters import decline_text, welcome_text
from governance.views.joining.choosing import meant
from governance.views.said import done
from partners.models import Organisation


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Open or shut, what strangers read, and between what they choose."""
    rows = OpenDoor.objects.of_coalition(request.coalition)
    standing = OpenDoor.objects.standing_in(request.coalition)
    pk = standing.pk if standing else 0
    with holding(request, rows, pk):
        standing = OpenDoor.objects.standing_in(request.coalition)

        def make_form(data: QueryDict | None) -> DoorForm:
            shown = DoorForm.shown(standing, person=request.user)
            return DoorForm(data, coalition=request.coalition, initial=shown)

        now = timezone.now()
        edit = opened(request, make_form, record={OpenDoor: {"id": pk}}, at=now)
        if edit.may_be_saved:
            door = operations.set_door(request.coalition, edit.form.cleaned_data, by=request.user)
            edit.saved(request, at=now)
            done(request, _("The door is open.") if door.is_open else _("The door is shut."))
            return redirect("governance:door", request.coalition.slug)
    page = {"door": standing, "subject": _("The open door")}
    return edit.page(request, "governance/joining/door.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    return render(
        request, "governance/joining/asks.html", {"found": reports.asks(request.coalition)}
    )


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return answering(request, ask_of(request, pk))


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def welcome(request: HttpRequest, pk: int) -> HttpResponse:
    """They become a prospect, and read our letter."""
    asked = ask_of(request, pk)
    form = WelcomeForm(request.POST, coalition=request.coalition)
    if not form.is_valid():
        return answering(request, asked, welcome_form=form)
    try:
        made = operations.welcome(asked, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refusal as reason:
        return refused(request, asked, reason)
    messages.success(request, _("%(name)s is a prospect now.") % {"name": made})
    return redirect("partners:pipeline_of", request.coalition.slug, made.pk)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def link(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """They are on the list already, as this organisation, or come for themselves and join it."""
    asked = ask_of(request, pk)
    rows = Organisation.objects.visible_to(request.membership)
    known, form = get_object_or_404(rows, pk=organisation), AnswerForm(request.POST)
    if not form.is_valid():
        return answering(request, asked)
    try:
        home = operations.link(
            asked, known, **form.cleaned_data, by=request.user, at=timezone.now()
        )
    except Refusal as reason:
        return refused(request, asked, reason)
    messages.success(request, _("They are linked to %(name)s.") % {"name": home})
    return redirect("governance:asks", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    asked, form = ask_of(request, pk), NotNowForm(request.POST)
    if not form.is_valid():
        return answering(request, asked, not_now_form=form)
    try:
        operations.decline(asked, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refusal as reason:
        return refused(request, asked, reason)
    messages.success(
        request, _("Your answer to %(name)s is in the outgoing mail.") % {"name": asked}
    )
    return redirect("governance:asks", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    asked = ask_of(request, pk)
    try:
        operations.erase_asker(asked, by=request.user, at=timezone.now())
    except Refusal as reason:
        return refused(request, asked, reason)
    messages.success(request, _("Nothing is held of them any more."))
    return redirect("governance:asks", request.coalition.slug)


def answering(
    request: HttpRequest,
    asked: JoinRequest,
    *,
    welcome_form: WelcomeForm | None = None,
    not_now_form: NotNowForm | None = None,
) -> HttpResponse:
    """What they said, whom of our list they may be, and the ways to answer."""
    with translation.override(asked.language):
        yes, no = (write(asked, sender=request.user) for write in (welcome_text, decline_text))
    page = {
        "asked": asked,
        "alike": reports.likely_the_same(asked) if asked.is_waiting else [],
        "known": reports.known_people(asked) if asked.is_waiting else [],
        "meant": meant(request) if asked.is_waiting else None,
        "welcome_form": welcome_form
        or WelcomeForm(
            coalition=request.coalition, initial={"owner": request.user.pk, "answer": yes}
        ),
        "link_answer": yes,
        "not_now_form": not_now_form or NotNowForm(initial={"answer": no}),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/joining/ask.html", page, status=status)


def refused(request: HttpRequest, asked: JoinRequest, reason: Refusal) -> HttpResponse:
    messages.warning(request, str(reason))
    return redirect("governance:ask", request.coalition.slug, asked.pk)


def ask_of(request: HttpRequest, pk: int) -> JoinRequest:
    rows = JoinRequest.objects.of_coalition(request.coalition).with_people()
    return get_object_or_404(rows, pk=pk)
