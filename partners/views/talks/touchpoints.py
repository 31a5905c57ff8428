"""Talks: logged from any page, shown by partner and for the whole coalition, changed and taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened, stands_otherwise
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.forms.talks.touchpoints import EditTalkForm
from partners.models import Tier, Touchpoint
from partners.operations.talks import touchpoints as operations
from partners.reports.pages import Page
from partners.reports.talks.last import never_spoken, quiet_ones, rules_of
from partners.reports.talks.listing import listed_talks, who_logs
from partners.reports.talks.partner import A_PAGE, talks_with
from partners.views.editing import partner_of
from partners.views.ways_back import came_from

COUNTED = 1000


@require(Permission.SEE_TALKS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """All talks, or those that the address asks for."""
    listed = listed_talks(request.GET, membership=request.membership, on=request.today)
    return render(request, "partners/talks/list.html", {"listed": listed, "today": request.today})


@require(Permission.SEE_TALKS)
@require_GET
def quiet(request: HttpRequest) -> HttpResponse:
    """With whom nobody has spoken for longer than their tier allows."""
    number, rules = Page.asked(request.GET), rules_of(request.coalition)
    rows, has_next = quiet_ones(
        request.coalition,
        on=request.today,
        begin=(number - 1) * A_PAGE,
        most=A_PAGE,
    )
    page = {
        "quiet": rows,
        "rules": rules,
        "page": Page(number, has_next=has_next),
        "never": never_spoken(request.coalition, most=COUNTED),
    }
    return render(request, "partners/talks/quiet.html", page)


@require(Permission.SEE_TALKS)
@require_GET
def of_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said with one partner, and what that comes to."""
    organisation = partner_of(request, pk)
    number = Page.asked(request.GET)
    talks = talks_with(organisation, on=request.today, begin=(number - 1) * A_PAGE)
    page = {
        "organisation": organisation,
        "talks": talks,
        "tiers": [(tier.value, tier.label) for tier in Tier],
        "page": Page(number, has_next=talks.has_more),
        "today": request.today,
    }
    return render(request, "partners/talks/partner.html", page)


@require(Permission.LOG_TALKS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Touchpoint.objects.visible_to(request.membership), pk):
        touchpoint = talk_of(request, pk)
        if not touchpoint.may_be_changed_by(request.membership):
            return not_theirs(request, touchpoint)
        people = [*who_logs(request.membership), *touchpoint.members.all()]

        def make_form(data: QueryDict | None) -> EditTalkForm:
            return EditTalkForm(
                data,
                instance=touchpoint,
                organisation=touchpoint.organisation,
                people=people,
                today=request.today,
            )

        now = timezone.now()
        edit = opened(request, make_form, record={Touchpoint: {"id": pk}}, at=now)
        if edit.may_be_saved:
            operations.change(touchpoint, edit.form.talk(), by=request.user)
            edit.saved(request, at=now)
            return done(request, _("That is saved."), touchpoint.organisation_id)
    page = {"touchpoint": touchpoint, "subject": str(touchpoint)}
    return edit.page(request, "partners/talks/edit.html", page)


@require(Permission.LOG_TALKS)
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """At once, with an undo; but not what somebody has changed since the page was opened."""
    touchpoint = talk_of(request, pk)
    if not touchpoint.may_be_changed_by(request.membership):
        return not_theirs(request, touchpoint)
    if stands_otherwise(request, said=touchpoint.said, on=touchpoint.on, kind=touchpoint.kind):
        messages.warning(request, _("Somebody has changed this meanwhile. Look at it once more."))
        return redirect("partners:talks_of", request.coalition.slug, touchpoint.organisation_id)
    operations.delete(touchpoint, by=request.user)
    return done(request, _("That is deleted."), touchpoint.organisation_id)


@require(Permission.LOG_TALKS)
@require_POST
def followed_up(request: HttpRequest, pk: int) -> HttpResponse:
    touchpoint = talk_of(request, pk)
    try:
        operations.follow_up_done(touchpoint, on=request.today, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect("partners:talks_of", request.coalition.slug, touchpoint.organisation_id)
    return done(request, _("Followed up."), touchpoint.organisation_id)


@require(Permission.EDIT_PARTNERS)
@require_POST
def set_tier(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    tier = request.POST.get("tier", "")
    if tier not in Tier.values:
        raise Http404(_("There is no such tier."))
    operations.set_tier(organisation, tier=tier, by=request.user)
    return done(request, _("Kept: %(tier)s.") % {"tier": Tier(tier).label}, pk)


@require(Permission.LOG_TALKS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Only who made a change takes it back here, or who keeps partners."""
    if not operations.has_changed_talks(request.membership, change):
        raise Http404(_("You made no such change of a talk."))
    try:
        operations.undo(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("That is taken back."), extra_tags=undo_tag(request))
    return redirect(way_back(request, reverse("partners:talks", args=[request.coalition.slug])))


# ---------------------------------------------------------------- what they share


def talk_of(request: HttpRequest, pk: int) -> Touchpoint:
    rows = Touchpoint.objects.visible_to(request.membership).with_people()
    return get_object_or_404(rows, pk=pk)


def not_theirs(request: HttpRequest, touchpoint: Touchpoint) -> HttpResponse:
    """Their role lets them log talks; this one is somebody else's."""
    messages.warning(request, _("Only who logged this changes it, or who keeps the partners."))
    return redirect("partners:talks_of", request.coalition.slug, touchpoint.organisation_id)


def undo_tag(request: HttpRequest) -> str:
    """Gives a message the button that takes back what this request just did to talks."""
    address = reverse("partners:talk_undo", args=[request.coalition.slug, current_change()])
    return f"undo:{address}"


def done(request: HttpRequest, said: str, organisation: int) -> HttpResponse:
    messages.success(request, said, extra_tags=undo_tag(request))
    talks = reverse("partners:talks_of", args=[request.coalition.slug, organisation])
    return redirect(way_back(request, talks))


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Where they came from, but not the form of what may be gone by now."""
    back = came_from(request)
    return otherwise if not back or "/edit/" in back else back
