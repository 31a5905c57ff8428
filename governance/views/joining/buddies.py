"""A buddy is asked, answers, and one day is no longer needed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, public, require
from common.editing.form_keys import once, sending
from common.pages.signed_links import opening, rate_limited, row_behind
from common.refusal import Refusal
from governance.forms.joining.steps import BuddyForm, EndBuddyForm
from governance.models import Buddy, Onboarding
from governance.operations.joining import buddies as operations
from governance.operations.joining.buddies import Somebody
from governance.reports.joining.people import people_of
from governance.views.joining.choosing import Meant, meant
from governance.views.joining.newcomers import onboarding_of
from governance.views.said import done, pressed


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """First of which organisation (by the address), then whom of them and in which words."""
    onboarding, found = onboarding_of(request, pk), meant(request)
    form = None
    if found.organisation:
        people = people_of(found.organisation, with_members=True)
        form = BuddyForm(request.POST if request.method == "POST" else None, people=people)
    if (
        request.method == "POST"
        and form
        and form.is_valid()
        and _ask(request, onboarding, form, found)
    ):
        return redirect(onboarding)
    page = {"onboarding": onboarding, "meant": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/joining/buddy.html", page, status=status)


def _ask(request: HttpRequest, onboarding: Onboarding, form: BuddyForm, found: Meant) -> bool:
    """Whether it was done; what is refused, the form says."""
    one, now = form.chosen, timezone.now()
    who = Somebody(found.organisation, contact=one.contact, membership=one.membership)
    try:
        buddy = once(
            sending(request),
            lambda: operations.ask(
                onboarding, who, message=form.cleaned_data["message"], by=request.user, at=now
            ),
            model=Buddy,
            at=now,
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return False
    words = (
        _("A letter to %(name)s is on its way.")
        if one.has_address
        else _("%(name)s has no address here: ask them in person, and note the answer.")
    )
    done(request, words % {"name": buddy})
    return True


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def note_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """They said it on the phone."""
    buddy, accepts = buddy_of(request, pk), request.POST.get("answer") == "yes"
    said = _("%(name)s is the buddy now.") if accepts else _("%(name)s said no.")
    return pressed(
        request,
        lambda: operations.answer(buddy, accepts=accepts, at=timezone.now(), by=request.user),
        said=said % {"name": buddy},
        back=buddy.onboarding.get_absolute_url(),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    buddy, form = buddy_of(request, pk), EndBuddyForm(request.POST)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    return pressed(
        request,
        lambda: operations.end(buddy, because=because, by=request.user, on=request.today),
        said=_("%(name)s is not the buddy any longer.") % {"name": buddy},
        back=buddy.onboarding.get_absolute_url(),
    )


def buddy_of(request: HttpRequest, pk: int) -> Buddy:
    rows = Buddy.objects.of_coalition(request.coalition).with_whom()
    return get_object_or_404(rows, pk=pk)


# ---------------------------------------------------------------- by the link in the letter


def _behind(token: str) -> Buddy:
    nothing = _("This link does not lead to a question any more.")
    return row_behind(token, Buddy, nothing=nothing, at=timezone.now())


@public
@rate_limited
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opening(_behind, broken="governance/joining/link_broken.html")
def by_link(request: HttpRequest, buddy: Buddy) -> HttpResponse:
    """Who asks, for whom, and yes or no. Opening shows; a press answers."""
    said = request.POST.get("answer") if request.method == "POST" else None
    reason = ""
    if said in ("yes", "no"):
        try:
            buddy = operations.answer(buddy, accepts=said == "yes", at=timezone.now())
        except Refusal as refused:
            reason = str(refused)
    page = {"buddy": buddy, "newcomer": buddy.onboarding, "reason": reason}
    return render(request, "governance/joining/buddy_link.html", page)
