"""One term, or one function that somebody holds: read, answered, asked about; and those of a partner."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from governance.forms.seats.answers import ChangeForm, RecordForm, SettleForm
from governance.models import AskedChange, RoleAssignment
from governance.operations.seats import answers
from governance.operations.seats.answers import Voice
from governance.reports.seats.ours import held_by, my_roles
from governance.reports.seats.page import role_page
from governance.views.said import pressed
from governance.views.seats.finding import done, role_of
from partners.views.editing import partner_of


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Also to the holder who does not sit in the body yet."""
    rows = RoleAssignment.objects.open_to(request.membership).told()
    return _page(request, get_object_or_404(rows, pk=pk), ChangeForm())


@require(Permission.SEE_GOVERNANCE)
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The holder, or who speaks for the organisation. Pressed twice, the first day counts."""
    role, on = _answerable(request, pk), request.today
    return _answered(
        request,
        lambda: answers.accept(role, voice=Voice(by=request.user), on=on),
        said=_("Thank you. You hold “%(place)s” now.") % {"place": role.place},
        role=role,
    )


@require(Permission.SEE_GOVERNANCE)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    role, on = _answerable(request, pk), request.today
    return _answered(
        request,
        lambda: answers.confirm(role, voice=Voice(by=request.user), on=on),
        said=_("Thank you. It is noted that this is still right."),
        role=role,
    )


@require(Permission.SEE_GOVERNANCE)
@require_POST
def ask_for_change(request: HttpRequest, pk: int) -> HttpResponse:
    """In the holder's words; the form stands on the page of the role."""
    role, now, form = _answerable(request, pk), timezone.now(), ChangeForm(request.POST)
    if not form.is_valid():
        return _page(request, role, form, status=422)
    words, on = form.cleaned_data["words"], request.today
    voice = Voice(by=request.user)
    return _answered(
        request,
        lambda: once(
            sending(request),
            lambda: answers.ask_for_change(role, words=words, voice=voice, on=on),
            model=AskedChange,
            at=now,
        ),
        said=_("A coordinator reads it and gets in touch."),
        role=role,
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """They said yes elsewhere, and we know how."""
    with holding(request, RoleAssignment.objects.visible_to(request.membership), pk):
        role, on = role_of(request, pk), request.today

        def make_form(data: QueryDict | None) -> RecordForm:
            return RecordForm(data, today=on, initial={"on": on})

        now = timezone.now()
        edit = opened(request, make_form, record={RoleAssignment: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                answers.record_acceptance(role, **edit.form.cleaned_data, by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("It is noted that they take it on."))
                return redirect(role)
    return edit.page(request, "governance/seats/record.html", {"role": role, "subject": str(role)})


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter with a link; at most one a day."""
    role, now = role_of(request, pk), timezone.now()
    return pressed(
        request,
        lambda: answers.ask(role, by=request.user, at=now),
        said=_("The letter to %(name)s is on its way.") % {"name": role.contact},
        back=role.get_absolute_url(),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def settle(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """A change that the holder asked for is seen to."""
    role, on, form = role_of(request, pk), request.today, SettleForm(request.POST)
    row = get_object_or_404(AskedChange.objects.of(role), pk=change)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    return pressed(
        request,
        lambda: answers.settle(row, words=words, on=on, by=request.user),
        said=_("That is seen to."),
        back=role.get_absolute_url(),
    )


@require(Permission.SEE_GOVERNANCE)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    held = my_roles(request.membership, on=request.today)
    return render(request, "governance/seats/mine.html", {"held": held})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def of_partner(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    held = held_by(organisation, membership=request.membership, on=request.today)
    page = {"organisation": organisation, "held": held}
    return render(request, "governance/seats/of_partner.html", page)


def _answerable(request: HttpRequest, pk: int) -> RoleAssignment:
    rows = RoleAssignment.objects.answerable_by(request.membership).told()
    return get_object_or_404(rows, pk=pk)


def _page(
    request: HttpRequest, role: RoleAssignment, form: ChangeForm, *, status: int = 200
) -> HttpResponse:
    page = role_page(role, membership=request.membership, on=request.today)
    told = {"page": page, "role": role, "settle_form": SettleForm(), "form": form}
    return render(request, "governance/seats/role.html", told, status=status)


def _answered(
    request: HttpRequest, answer: Callable[[], object], *, said: str, role: RoleAssignment
) -> HttpResponse:
    try:
        answer()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, said)
    return redirect(role)
