"""What is known of a partner in depth: reading it, writing a topic, and saying that it is still right."""

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import Edit, holding, opened
from common.refusal import Refusal
from partners.forms.depth.topics import ConfirmForm, TopicForm
from partners.models import (
    Contact,
    Organisation,
    ProfileAnswer,
    ProfileRow,
    Term,
    Topic,
    Voice,
)
from partners.models.depth.topics import next_topic
from partners.operations import depth as operations
from partners.reports.depth.due import due_list
from partners.reports.depth.page import Told, depth_of, topics_of
from partners.reports.depth.scores import own_priorities, scores_of_rows
from partners.views.editing import partner_of, undo_tag

BOTH = (Voice.THEIRS, Voice.OURS)


@require(Permission.SEE_COALITION)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    on = request.today
    depth = depth_of(organisation, membership=request.membership, on=on)
    page = {"organisation": organisation, "depth": depth}
    if request.membership.may(Permission.EDIT_PARTNERS):
        page["confirming"] = ConfirmForm(contacts=people_of(organisation))
    if request.membership.may(Permission.SEE_PARTNERS):
        rows = [row for told in depth.topics for row in told.theirs.rows]
        ours = own_priorities(request.coalition.pk)
        page["scores"] = scores_of_rows(rows, ours=ours, settings=depth.settings)
    return render(request, "partners/depth/page.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, topic: str) -> HttpResponse:
    """Both their words and our notes."""
    return answer(request, pk, topic, voices=BOTH)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def edit_own(request: HttpRequest, pk: int, topic: str) -> HttpResponse:
    """A partner writes its own words; our notes are neither shown nor touched."""
    return answer(request, pk, topic, voices=[Voice.THEIRS], is_own_hand=True)


def answer(
    request: HttpRequest, pk: int, topic: str, *, voices: Iterable[str], is_own_hand: bool = False
) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = partner_of(request, pk)
        edit = topic_edit(request, organisation, topic, voices=voices, is_own_hand=is_own_hand)
        if edit.may_be_saved:
            save_topic(request, organisation, topic, edit, is_own_hand=is_own_hand)
            said = _("“%(topic)s” is saved.") % {"topic": Topic(topic).label}
            messages.success(request, said, extra_tags=back_here(request, organisation))
            following = next_topic(topic) if request.POST.get("go") == "next" else ""
            if following:
                return redirect(
                    request.resolver_match.view_name, request.coalition.slug, pk, following
                )
            return redirect_to_topic(request, organisation, topic)
    page = {
        "organisation": organisation,
        "topic": Topic(topic),
        "subject": organisation.name,
        "following": next_topic(topic),
        "is_own_hand": is_own_hand,
    }
    return edit.page(request, "partners/depth/topic.html", page)


def topic_edit(
    request: HttpRequest,
    organisation: Organisation,
    topic: str,
    *,
    voices: Iterable[str],
    contact: Contact | None = None,
    is_own_hand: bool = False,
) -> Edit:
    """The form of one topic as this request should see it; 404 for a topic that nobody asks."""
    if topic not in Topic.values:
        raise Http404(_("There is no such question."))
    now = timezone.now()
    told = next(
        one for one in topics_of(organisation, membership=request.membership) if one.topic == topic
    )
    asked = {
        "told": told,
        "voices": list(voices),
        "terms": terms_for(request, told),
        "contacts": [] if is_own_hand else list(organisation.contacts.known()),
        "initial_contact": contact,
        "on": request.today,
        "is_own_hand": is_own_hand,
    }

    def make_form(data: QueryDict | None) -> TopicForm:
        return TopicForm(data, **asked)

    record = {
        Organisation: {"id": organisation.pk},
        ProfileAnswer: {"organisation_id": organisation.pk},
        ProfileRow: {"organisation_id": organisation.pk},
    }
    return opened(request, make_form, record=record, at=now)


def terms_for(request: HttpRequest, told: Told) -> list[Term]:
    """What the list offers, and what was chosen from it before it was offered no more."""
    rows = [*told.theirs.rows, *(told.ours.rows if told.ours else ())]
    carried = [row.term for row in rows if row.term]
    return [
        term
        for vocabulary in told.shape.lists
        for term in Term.objects.offered(request.coalition, vocabulary, also=carried)
    ]


def save_topic(
    request: HttpRequest,
    organisation: Organisation,
    topic: str,
    edit: Edit,
    *,
    is_own_hand: bool = False,
    is_walked_past: bool = False,
) -> None:
    now = timezone.now()
    operations.answer_topic(
        organisation,
        topic,
        said=edit.form.said(),
        by=request.user,
        on=request.today,
        is_own_hand=is_own_hand,
        is_walked_past=is_walked_past,
    )
    edit.saved(request, at=now)


def back_here(request: HttpRequest, organisation: Organisation) -> str:
    """An undo that returns to this page."""
    undo = undo_tag(request, organisation)
    return undo and f"{undo}?then=depth"


def redirect_to_topic(request: HttpRequest, organisation: Organisation, topic: str) -> HttpResponse:
    answered = redirect("partners:depth", request.coalition.slug, organisation.pk)
    answered["Location"] += f"#{topic}"
    return answered


@require(Permission.EDIT_PARTNERS)
@require_POST
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """We looked, or somebody of theirs told us, for example on the phone."""
    form = ConfirmForm(request.POST, contacts=people_of(partner_of(request, pk)))
    return confirmed(request, pk, contact=form.who() if form.is_valid() else None)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_POST
def verify_own(request: HttpRequest, pk: int) -> HttpResponse:
    return confirmed(request, pk)


def people_of(organisation: Organisation) -> list[Contact]:
    """Whom we may have talked to."""
    return list(organisation.contacts.known().current())


def confirmed(request: HttpRequest, pk: int, *, contact: Contact | None = None) -> HttpResponse:
    """Somebody has looked at all of it, and it is still right."""
    organisation = partner_of(request, pk)
    said = _("%(name)s: confirmed as of today.") % {"name": organisation.name}
    on = request.today
    return done(
        request,
        organisation,
        lambda: operations.verify(organisation, contact=contact, by=request.user, on=on),
        said=said,
    )


def done(
    request: HttpRequest, organisation: Organisation, act: Callable[[], object], *, said: str
) -> HttpResponse:
    try:
        act()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, said, extra_tags=back_here(request, organisation))
    return redirect("partners:depth", request.coalition.slug, organisation.pk)


@require(Permission.EDIT_PARTNERS)
@require_GET
def verifying(request: HttpRequest) -> HttpResponse:
    on = request.today
    due = due_list(request.membership, on=on, page=request.GET.get("page", ""))
    return render(request, "partners/depth/verifying.html", {"due": due})
