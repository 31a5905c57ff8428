"""One incident: opened, told more of, what is said, whether they are listed, closed."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners.forms.risk.incidents import CloseForm, HoldingForm, IncidentForm, OpenIncidentForm
from partners.models import Incident, IncidentDecision, Organisation, Wording
from partners.operations.risk import incidents as operations
from partners.reports.value.merge_words import facts_for_holding, fill
from partners.reports.value.wordings import offered_to
from partners.views.editing import partner_of, undo_tag


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation, day = partner_of(request, pk), request.today
    form = OpenIncidentForm(typed(request), today=day)
    if request.method == "POST" and form.is_valid():
        incident = once(
            sending(request),
            lambda: operations.open_incident(
                organisation,
                form.news(),
                pauses=form.cleaned_data["pauses"],
                on=day,
                by=request.user,
            ),
            model=Incident,
            at=timezone.now(),
        )
        return told(request, incident, _("The incident is open. Agree on what everybody says."))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "organisation": organisation}
    return render(request, "partners/risk/incident_form.html", page, status=status)


@require(Permission.SEE_RISK)
@require_GET
def show(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    row = incident_of(request, pk, incident)
    decisions = IncidentDecision.objects.visible_to(request.membership).of_incident(row).told()
    page = {
        "incident": row,
        "organisation": row.organisation,
        "today": request.today,
        "decisions": [(one, operations.may_decide(one, request.membership)) for one in decisions],
    }
    return render(request, "partners/risk/incident.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    day = request.today
    with holding(request, Incident.objects.visible_to(request.membership), incident):
        row = incident_of(request, pk, incident)

        def make_form(data: QueryDict | None) -> IncidentForm:
            return IncidentForm(data, today=day, incident=row)

        now = timezone.now()
        edit = opened(request, make_form, record={Incident: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.tell_more(row, edit.form.news(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                return told(request, row, _("That is saved."))
    page = {"incident": row, "organisation": row.organisation, "subject": row.title}
    return edit.page(request, "partners/risk/incident_form.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    """What everybody says; `?from=17` begins with one of the coalition's wordings."""
    day = request.today
    with holding(request, Incident.objects.visible_to(request.membership), incident):
        row = incident_of(request, pk, incident)
        offered = offered_to(row.organisation, purpose=Wording.Purpose.HOLDING)
        begun, missing = _begun(request, row)

        def make_form(data: QueryDict | None) -> HoldingForm:
            return HoldingForm(data, initial={"holding": begun or row.holding})

        now = timezone.now()
        edit = opened(request, make_form, record={Incident: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            statement = edit.form.cleaned_data["holding"]
            try:
                operations.hold(row, statement=statement, on=day, by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                said = _("This is what everybody says now.") if statement else _("That is saved.")
                return told(request, row, said)
    page = {
        "incident": row,
        "organisation": row.organisation,
        "offered": offered,
        "missing": missing,
        "subject": row.title,
    }
    return edit.page(request, "partners/risk/holding.html", page)


def _begun(request: HttpRequest, incident: Incident) -> tuple[str, tuple[str, ...]]:
    """A wording with its words filled in, and those of which nothing is known."""
    wordings = Wording.objects.of_coalition(request.coalition.pk)
    holding_ones = wordings.for_purpose(Wording.Purpose.HOLDING).current()
    wording = holding_ones.chosen(request.GET.get("from"))
    if wording is None:
        return "", ()
    facts = facts_for_holding(
        incident.organisation,
        coalition=request.coalition,
        sender=request.user,
        on=request.today,
    )
    filled = fill(wording.body, facts)
    return filled.text, filled.missing


@require(Permission.EDIT_PARTNERS)
@require_POST
def pause(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    return _stepped(
        request,
        pk,
        incident,
        lambda row: operations.pause_listing(row, on=request.today, by=request.user),
        said=_("They are in nothing that you hand out, until you say otherwise."),
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def resume(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    return _stepped(
        request,
        pk,
        incident,
        lambda row: operations.resume_listing(row, by=request.user),
        said=_("As far as this incident goes they are listed again."),
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def reopen(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    return _stepped(
        request,
        pk,
        incident,
        lambda row: operations.reopen(row, by=request.user),
        said=_("The incident is open again."),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    row = incident_of(request, pk, incident)
    form = CloseForm(typed(request))
    if request.method == "POST" and form.is_valid():
        outcome, day = form.cleaned_data["outcome"], request.today
        try:
            operations.close(row, outcome=outcome, on=day, by=request.user)
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            return told(request, row, _("The incident is closed."))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "incident": row, "organisation": row.organisation}
    return render(request, "partners/risk/close.html", page, status=status)


def _stepped(
    request: HttpRequest,
    pk: int,
    incident: int,
    write: Callable[[Incident], Incident],
    *,
    said: str,
) -> HttpResponse:
    row = incident_of(request, pk, incident)
    try:
        write(row)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect("partners:incident", request.coalition.slug, pk, row.pk)
    return told(request, row, said)


def incident_of(request: HttpRequest, pk: int, incident: int) -> Incident:
    """Of the organisation that the address names; MergedAway when another has taken its place."""
    organisation: Organisation = partner_of(request, pk)
    rows = Incident.objects.visible_to(request.membership).in_order()
    row = get_object_or_404(rows, pk=incident, organisation=organisation)
    row.organisation = organisation
    return row


def told(request: HttpRequest, incident: Incident, said: str) -> HttpResponse:
    """Back to the incident, with a way back for who may undo."""
    messages.success(request, said, extra_tags=undo_tag(request, incident.organisation))
    return redirect(
        "partners:incident", request.coalition.slug, incident.organisation_id, incident.pk
    )
