"""Mentor pairs: who learns from whom, when they talked, what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.answers import shown
from common.refusal import Refusal
from governance.forms.succession.mentors import CheckInForm, EndPairForm, GoalForm, PairForm
from governance.models import CheckIn, MentorPair
from governance.operations.succession import mentors as operations
from governance.reports.succession.growing import pair_page
from governance.reports.succession.people import people_offered
from governance.views.succession.parts import answers, done


@require(Permission.SEE_SUCCESSION)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    pairs = MentorPair.objects.visible_to(request.membership).told()
    page = {"pairs": pairs, "today": request.today}
    return render(request, "governance/succession/mentors.html", page)


@require(Permission.SEE_SUCCESSION)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Steering sees that there is a pair, and nothing of what they talked about."""
    return _pair_shown(request, _pair(request, pk), CheckInForm(today=request.today))


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = PairForm(typed(request), coalition=request.coalition.pk, today=request.today)
    answer = answers.made(
        request,
        form,
        lambda: operations.begin(request.coalition, form.told(), by=request.user),
        model=MentorPair,
        said=_("The two are a pair now. Tell them, if they do not know."),
        back=lambda pair: _address(request, "mentor_pair", pair.pk),
    )
    page = {"form": form, "names": people_offered(request.coalition)}
    return answer or shown(request, "governance/succession/mentor_add.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        MentorPair.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, pair: GoalForm(data, initial=GoalForm.shown(pair)),
        save=lambda pair, form: operations.edit(pair, **form.cleaned_data, by=request.user),
        template="governance/succession/mentor_edit.html",
        said=_("That is saved."),
        back=lambda pair: _address(request, "mentor_pair", pair.pk),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        MentorPair.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, pair: EndPairForm(data, initial={"outcome": pair.outcome}),
        save=lambda pair, form: operations.end(
            pair, outcome=form.cleaned_data["outcome"], on=request.today, by=request.user
        ),
        template="governance/succession/mentor_end.html",
        said=_("The pair has ended. Say thank you."),
        back=lambda pair: _address(request, "mentor_pair", pair.pk),
    )


@require(Permission.OFFER_TO_LEAD)
@require_POST
def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """From the pair's page, or from one's own; there the way leads back to."""
    pair = get_object_or_404(MentorPair.objects.open_to(request.membership).told(), pk=pk)
    form = CheckInForm(request.POST, today=request.today)
    if not form.is_valid():
        return _pair_shown(request, pair, form)
    try:
        once(
            sending(request),
            lambda: operations.check_in(pair, **form.cleaned_data, by=request.membership),
            model=CheckIn,
            at=timezone.now(),
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return _pair_shown(request, pair, form)
    done(request, _("The check-in is noted."))
    if "mine" in request.POST:
        return redirect(_address(request, "growing"))
    return redirect(_address(request, "mentor_pair", pair.pk))


def _pair_shown(request: HttpRequest, pair: MentorPair, form: CheckInForm) -> HttpResponse:
    page = {
        "page": pair_page(pair, membership=request.membership),
        "form": form,
        "today": request.today,
        "is_mine": "mine" in request.POST,
    }
    return shown(request, "governance/succession/mentor_pair.html", page)


def _pair(request: HttpRequest, pk: int) -> MentorPair:
    return get_object_or_404(MentorPair.objects.visible_to(request.membership).told(), pk=pk)


def _address(request: HttpRequest, name: str, *args: int) -> str:
    return reverse(f"governance:{name}", args=[request.coalition.slug, *args])
