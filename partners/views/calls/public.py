"""What strangers see of a call, and applicants of their own application: no sign-in, nothing else shown."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import public
from common.editing.edits import holding_row, opened
from common.editing.form_keys import once, sending
from common.pages.signed_links import BrokenLink, is_too_often, rate_limited, read_token
from common.refusal import Refusal
from partners.forms.calls.applying import (
    ApplicationForm,
    NewApplicationForm,
    WithdrawForm,
    is_robot,
)
from partners.models import Application, Call, Criterion, Outreach
from partners.operations.calls import applying

# Sendings from one place in an hour: a library or a clinic may have many people behind one address.
MOST_SENDINGS = 20
HOUR = 60 * 60


@public
@rate_limited
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, home: str, slug: str) -> HttpResponse:
    """What is looked for, by what it is judged, and the form; `?via=17` says how somebody heard of it."""
    call = call_at(home, slug)
    now = timezone.now()
    is_open = call.takes_applications(at=now)
    form = NewApplicationForm(
        request.POST if request.method == "POST" else None,
        coalition=call.coalition.name,
        initial={"heard": request.GET.get("via", "")},
        **_told(call),
    )
    if request.method == "POST" and is_open and form.is_valid():
        answer = _answer(request, call, form)
        if answer:
            return answer
    page = {"call": call, "form": form, "is_open": is_open, "today": call.coalition.day(at=now)}
    status = 422 if request.method == "POST" else 200 if is_open else 410
    if call.opens_on > page["today"]:
        status = 200
    return render(request, "partners/calls/public.html", page, status=status)


def _answer(request: HttpRequest, call: Call, form: NewApplicationForm) -> HttpResponse | None:
    """Kept and confirmed; None when something is refused, which the form then says."""
    sent = redirect("call_sent", call.coalition.slug, call.slug)
    if is_robot(request.POST):
        return sent
    if is_too_often(request, what="applying", most=MOST_SENDINGS, within=HOUR):
        return render(request, "429.html", status=429)
    now = timezone.now()
    try:
        once(
            sending(request),
            lambda: applying.apply(
                call,
                form.said(),
                email=form.cleaned_data["email"],
                language=request.LANGUAGE_CODE,
                at=now,
            ),
            model=Application,
            at=now,
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return None
    return sent


@public
@rate_limited
@require_safe
def sent(request: HttpRequest, home: str, slug: str) -> HttpResponse:
    """The same for everybody, whatever was sent: who has applied is nobody's business."""
    return render(request, "partners/calls/sent.html", {"call": call_at(home, slug)})


def call_at(home: str, slug: str) -> Call:
    call = Call.objects.at_address(home, slug)
    if call is None:
        raise Http404(_("There is no such call."))
    return call


def _told(call: Call) -> dict[str, Any]:
    """What the form asks of every applicant."""
    return {"criteria": Criterion.objects.of(call), "outreach": Outreach.objects.of(call)}


# ---------------------------------------------------------------- by the link in the letter


View = Callable[..., HttpResponseBase]


def with_application(view: View) -> View:
    """Finds the application behind a link. A link that leads nowhere says so, and nothing else."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponseBase:
        try:
            application = _behind(token)
        except BrokenLink as reason:
            page = {"reason": reason}
            return render(request, "partners/calls/link_broken.html", page, status=404)
        return view(request, application)

    return guarded


def _behind(token: str) -> Application:
    link = read_token(token, purpose=Application.LINK_PURPOSE)
    application = Application.objects.opened_by(link)
    if application is None or link.is_over(at=timezone.now()):
        raise BrokenLink(_("This link does not lead to an application any more."))
    return application


@public
@rate_limited
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@with_application
def mine(request: HttpRequest, application: Application) -> HttpResponse:
    """What they sent; as long as the call is open it can be changed."""
    now = timezone.now()
    if not application.may_be_changed(at=now):
        answers = application.answers.told()
        page = {
            "application": application,
            "call": application.call,
            "answers": answers,
            "withdraw_form": WithdrawForm(),
        }
        return render(request, "partners/calls/mine_closed.html", page)
    with holding_row(request, application):

        def make_form(data: QueryDict | None) -> ApplicationForm:
            return ApplicationForm.over(application, data, **_told(application.call))

        record = {Application: {"id": application.pk}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            try:
                applying.change(application, edit.form.said(), at=now)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                messages.success(request, _("Your application is changed."))
                return redirect(application.link_path)
    page = {
        "application": application,
        "call": application.call,
        "withdraw_form": WithdrawForm(),
        "subject": application.organisation_name,
    }
    return edit.page(request, "partners/calls/mine.html", page)


@public
@rate_limited
@never_cache
@require_POST
@with_application
def withdraw(request: HttpRequest, application: Application) -> HttpResponse:
    """A press on the page of the link. What they ask to be erased is gone at once."""
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Please say it in fewer words."))
        return redirect(application.link_path)
    told = form.cleaned_data
    try:
        applying.withdraw(application, words=told["words"], erases=told["erase"], at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(application.link_path)
    return render(request, "partners/calls/withdrawn.html", {"call": application.call})
