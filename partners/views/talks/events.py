"""What partners put on: the list of what comes, who goes, and having been there."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.documents.calendars import Entry, calendar
from common.documents.downloads import download
from common.editing.edits import holding, opened, stands_otherwise
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.pages.signed_links import absolute
from common.refusal import Refusal
from common.text.numbers import read_id
from partners.forms.talks.events import PartnerEventForm
from partners.models import PartnerEvent
from partners.operations.talks import events as operations
from partners.reports.talks.events import COMING, events_coming, events_past
from partners.views.editing import partner_of
from partners.views.talks.touchpoints import undo_tag


@require(Permission.SEE_EVENTS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    day = request.today
    page = {
        "coming": events_coming(request.membership, on=day),
        "past": events_past(request.membership, on=day),
        "today": day,
    }
    return render(request, "partners/talks/events.html", page)


@require(Permission.EDIT_EVENTS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?partner=17` says whose it is."""
    event = PartnerEvent(coalition=request.coalition)
    if pk := read_id(request.GET.get("partner")):
        event.organisation = partner_of(request, pk)
    form = PartnerEventForm(typed(request), instance=event, membership=request.membership)
    if request.method == "POST" and form.is_valid():
        once(
            sending(request),
            lambda: operations.add_event(form, by=request.user),
            model=PartnerEvent,
            at=timezone.now(),
        )
        return done(request, _("It is in the calendar."))
    status = 422 if request.method == "POST" else 200
    return render(
        request, "partners/talks/event.html", {"form": form, "event": event}, status=status
    )


@require(Permission.EDIT_EVENTS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, PartnerEvent.objects.visible_to(request.membership), pk):
        event = event_of(request, pk)

        def make_form(data: QueryDict | None) -> PartnerEventForm:
            return PartnerEventForm(data, instance=event, membership=request.membership)

        now = timezone.now()
        edit = opened(request, make_form, record={PartnerEvent: {"id": pk}}, at=now)
        if edit.may_be_saved:
            operations.change_event(edit.form, by=request.user)
            edit.saved(request, at=now)
            return done(request, _("That is saved."))
    return edit.page(request, "partners/talks/event.html", {"event": event, "subject": event.name})


@require(Permission.EDIT_EVENTS)
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_of(request, pk)
    if stands_otherwise(request, name=event.name, on=event.on):
        messages.warning(request, _("Somebody has changed this meanwhile. Look at it once more."))
        return redirect("partners:events", request.coalition.slug)
    operations.delete_event(event, by=request.user)
    return done(request, _("That is deleted."))


@require(Permission.LOG_TALKS)
@require_POST
def going(request: HttpRequest, pk: int) -> HttpResponse:
    """I go, or with `going=no` not after all."""
    event = event_of(request, pk)
    if request.POST.get("going") == "no":
        operations.stay_away(event, by=request.user)
        return done(request, _("You do not go."))
    operations.go(event, by=request.user)
    return done(request, _("You go."))


@require(Permission.LOG_TALKS)
@require_POST
def attended(request: HttpRequest, pk: int) -> HttpResponse:
    event = event_of(request, pk)
    try:
        operations.was_there(event, by=request.user, on=request.today, at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect("partners:events", request.coalition.slug)
    return done(request, _("Logged with %(name)s.") % {"name": event.organisation.name})


@require(Permission.EDIT_EVENTS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """What one wrote of events oneself, for whoever speaks for a partner too."""
    if not operations.has_changed_events(request.membership, change):
        raise Http404(_("You made no such change of an event."))
    try:
        operations.undo_event(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect("partners:events", request.coalition.slug)
    return done(request, _("That is taken back."))


@require(Permission.SEE_EVENTS)
@require_GET
def feed(request: HttpRequest) -> HttpResponseBase:
    """What comes, for a calendar program. It carries no notes of ours."""
    rows = PartnerEvent.objects.to_look_up(request.membership).coming(on=request.today)
    zone, slug = ZoneInfo(request.coalition.time_zone), request.coalition.slug
    entries = [_entry(event, zone) for event in rows.told()[:COMING]]
    content = calendar(entries, name=request.coalition.name, at=timezone.now())
    return download(f"{slug}-events.ics", content)


def _entry(event: PartnerEvent, zone: ZoneInfo) -> Entry:
    begins = datetime.combine(event.on, event.at, tzinfo=zone) if event.at else event.on
    return Entry(
        uid=f"partner-event-{event.pk}@{absolute('/').split('//')[-1].strip('/')}",
        title=f"{event.name}, {event.organisation.name}",
        begins=begins,
        place=event.place,
        link=event.link,
    )


def event_of(request: HttpRequest, pk: int) -> PartnerEvent:
    rows = PartnerEvent.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=pk)


def done(request: HttpRequest, said: str) -> HttpResponse:
    """Who logs talks takes all of it back, the talk that was logged too; others what they wrote of events."""
    tag = undo_tag(request)
    if not request.membership.may(Permission.LOG_TALKS):
        back = reverse("partners:event_undo", args=[request.coalition.slug, current_change()])
        tag = f"undo:{back}"
    messages.success(request, said, extra_tags=tag)
    return redirect("partners:events", request.coalition.slug)
