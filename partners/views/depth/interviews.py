"""The discovery interview: one question a screen, saved as one goes, over as many visits as it takes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.edits import holding
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from partners.forms.depth.topics import VisitForm
from partners.models import InterviewVisit, Organisation, Topic
from partners.models.depth.topics import next_topic, topic_before
from partners.operations import depth as operations
from partners.views.depth.answers import BOTH, back_here, save_topic, topic_edit
from partners.views.editing import partner_of


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """With whom we talk today, and where the last talk stopped."""
    organisation = partner_of(request, pk)
    visits = list(InterviewVisit.objects.of(organisation.pk))
    people = list(organisation.contacts.known().current())
    form = VisitForm(typed(request), contacts=people, last=visits[0] if visits else None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        visit = once(
            sending(request),
            lambda: operations.begin_visit(
                organisation,
                contact=form.who(),
                by=request.user,
                on=request.today,
            ),
            model=InterviewVisit,
            at=now,
        )
        return redirect(
            "partners:interview_topic", request.coalition.slug, pk, visit.pk, visit.topic
        )
    page = {"organisation": organisation, "form": form, "visits": visits}
    page["open"] = visits[0] if visits and not visits[0].is_finished else None
    status = 422 if form.errors else 200
    return render(request, "partners/depth/interview_begin.html", page, status=status)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int, visit: int, topic: str) -> HttpResponse:
    """One question. `go` says what follows: the next one, or an end for today."""
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = partner_of(request, pk)
        sitting = get_object_or_404(InterviewVisit.objects.of(organisation.pk), pk=visit)
        edit = topic_edit(request, organisation, topic, voices=BOTH, contact=sitting.contact)
        if edit.may_be_saved:
            save_topic(request, organisation, topic, edit, is_walked_past=True)
            return _go_on(request, organisation, sitting, topic)
    page = {
        "organisation": organisation,
        "visit": sitting,
        "topic": Topic(topic),
        "number": Topic.values.index(topic) + 1,
        "total": len(Topic),
        "before": topic_before(topic),
        "following": next_topic(topic),
        "subject": organisation.name,
    }
    return edit.page(request, "partners/depth/interview_topic.html", page)


def _go_on(
    request: HttpRequest, organisation: Organisation, visit: InterviewVisit, topic: str
) -> HttpResponse:
    following = next_topic(topic)
    is_break = request.POST.get("go") == "stop"
    operations.stop_at(visit, topic=following, by=request.user)
    if following and not is_break:
        return redirect(
            "partners:interview_topic",
            request.coalition.slug,
            organisation.pk,
            visit.pk,
            following,
        )
    said = (
        _("Saved. Next time begins with “%(topic)s”.") % {"topic": Topic(following).label}
        if following
        else _("That was the last question. Thank them, and confirm that it is right.")
    )
    messages.success(request, said, extra_tags=back_here(request, organisation))
    return redirect("partners:depth", request.coalition.slug, organisation.pk)
