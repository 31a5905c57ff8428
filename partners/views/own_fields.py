"""The fields that a coalition defines itself."""

from copy import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.documents.downloads import as_csv, as_xlsx
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.ordering import step_in
from common.refusal import Refusal
from partners import operations
from partners.exports import values_of_field
from partners.forms import OwnFieldForm
from partners.models import OwnField
from partners.reports.own_fields.use import field_lists

MENDING = 422


@require(Permission.EDIT_TAXONOMY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    return render(request, "partners/own_fields.html", {"lists": field_lists(request.coalition)})


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?about=contact` asks about people, anything else about organisations."""
    is_about_people = request.GET.get("about") == OwnField.Subject.CONTACT
    subject = OwnField.Subject.CONTACT if is_about_people else OwnField.Subject.ORGANISATION
    field = OwnField(coalition=request.coalition, subject=subject)
    form = OwnFieldForm(typed(request), instance=field)
    if request.method == "POST" and form.is_valid():
        try:
            made = once(
                sending(request),
                lambda: operations.add_own_field(
                    request.coalition, form.definition(), subject=subject, by=request.user
                ),
                model=OwnField,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error("label", str(reason))
        else:
            messages.success(request, _("“%(name)s” is asked from now on.") % {"name": made.label})
            return back(request, made)
    return page(request, form, field)


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, OwnField.objects.of_coalition(request.coalition.pk), pk):
        field = field_of(request, pk)

        def make_form(data: QueryDict | None) -> OwnFieldForm:
            return OwnFieldForm(data, instance=copy(field))

        now = timezone.now()
        edit = opened(request, make_form, record={OwnField: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_own_field(field, edit.form.definition(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                label = edit.form.cleaned_data["label"]
                messages.success(request, _("“%(name)s” is saved.") % {"name": label})
                return back(request, field)
    answer = edit.page(request, "partners/own_field.html", {"field": field, "subject": field.label})
    has_wrong_choice = edit.form.is_bound and any(edit.form.choices.errors)
    answer.status_code = MENDING if has_wrong_choice and not edit.conflicts else answer.status_code
    return answer


def page(request: HttpRequest, form: OwnFieldForm, field: OwnField) -> HttpResponse:
    has_errors = form.errors or (form.is_bound and any(form.choices.errors))
    shown = {"form": form, "field": field}
    status = MENDING if has_errors else 200
    return render(request, "partners/own_field.html", shown, status=status)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    field = field_of(request, pk)
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_own_field(field, step=step, by=request.user),
        model=OwnField,
        at=timezone.now(),
    )
    return back(request, field)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    field = operations.retire_own_field(field_of(request, pk), on=request.today, by=request.user)
    undo = reverse("partners:own_field_restore", args=[request.coalition.slug, pk])
    messages.success(
        request,
        _("“%(name)s” is asked no more. Its answers are kept.") % {"name": field.label},
        extra_tags=f"undo:{undo}",
    )
    return back(request, field)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    field = operations.restore_own_field(field_of(request, pk), by=request.user)
    messages.success(
        request, _("“%(name)s” is asked again, with all its answers.") % {"name": field.label}
    )
    return back(request, field)


@require(Permission.EXPORT_PARTNERS)
@require_GET
def values(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Everything that one field says, also of one that is asked no more."""
    field = field_of(request, pk)
    if not field.is_shown_to(request.membership):
        raise Http404
    name = slugify(f"{request.coalition.brief_name} {field.label} {request.today}")
    told = values_of_field(field)
    if request.GET.get("format") == "xlsx":
        return as_xlsx(told, name, sheet=_("Partners"))
    return as_csv(told, name)


def field_of(request: HttpRequest, pk: int) -> OwnField:
    return get_object_or_404(OwnField, coalition=request.coalition, pk=pk)


def back(request: HttpRequest, field: OwnField) -> HttpResponse:
    answer = redirect("partners:own_fields", request.coalition.slug)
    answer["Location"] += f"#{field.subject}"
    return answer
