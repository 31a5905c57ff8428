"""The coalition's own wordings for value statements and invitation letters."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.ordering import step_in
from common.refusal import Refusal
from partners.forms.value.letters import WordingForm
from partners.models import Wording
from partners.operations.value import wordings as operations
from partners.reports.value.merge_words import BY_PURPOSE
from partners.reports.value.wordings import wording_lists


@require(Permission.EDIT_TAXONOMY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    lists = wording_lists(request.coalition)
    page = {"lists": lists, "are_any": any(one.current or one.retired for one in lists)}
    return render(request, "partners/value/wordings.html", page)


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?for=letter` makes a letter, `?for=holding` a holding statement, anything else a value statement."""
    asked = request.GET.get("for")
    purpose = asked if asked in Wording.Purpose.values else Wording.Purpose.STATEMENT
    wording = Wording(coalition=request.coalition, purpose=purpose, language=language_of())
    form = WordingForm(typed(request), instance=wording, coalition=request.coalition)
    if request.method == "POST" and form.is_valid():
        try:
            made = once(
                sending(request),
                lambda: operations.add_wording(
                    request.coalition, form.save(commit=False), by=request.user
                ),
                model=Wording,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("“%(name)s” is in the list.") % {"name": made.name})
            return back(request, made)
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/value/wording.html", page_of(wording, form), status=status)


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Wording.objects.of_coalition(request.coalition.pk), pk):
        wording = wording_of(request, pk)

        def make_form(data: QueryDict | None) -> WordingForm:
            return WordingForm(data, instance=copy(wording), coalition=request.coalition)

        now = timezone.now()
        edit = opened(request, make_form, record={Wording: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_wording(edit.form.save(commit=False), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                name = edit.form.cleaned_data["name"]
                messages.success(request, _("“%(name)s” is saved.") % {"name": name})
                return back(request, wording)
    page = {**page_of(wording, edit.form), "subject": wording.name}
    return edit.page(request, "partners/value/wording.html", page)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    wording = wording_of(request, pk)
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_wording(wording, step=step, by=request.user),
        model=Wording,
        at=timezone.now(),
    )
    return back(request, wording)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    wording = operations.retire_wording(wording_of(request, pk), on=request.today, by=request.user)
    undo = reverse("partners:wording_restore", args=[request.coalition.slug, pk])
    messages.success(
        request,
        _("“%(name)s” is offered no more.") % {"name": wording.name},
        extra_tags=f"undo:{undo}",
    )
    return back(request, wording)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    wording = operations.restore_wording(wording_of(request, pk), by=request.user)
    messages.success(request, _("“%(name)s” is offered again.") % {"name": wording.name})
    return back(request, wording)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    """Add what is missing of the shipped wordings, for the sectors that the coalition has."""
    count = operations.fill_wordings(request.coalition, language=language_of(), by=request.user)
    said = ngettext("One wording is new in the list.", "%(n)d wordings are new in the list.", count)
    none = _("All of them are in the list already.")
    messages.success(request, said % {"n": count} if count else none)
    return redirect("partners:wordings", request.coalition.slug)


def language_of() -> str:
    return (get_language() or "en").partition("-")[0]


def page_of(wording: Wording, form: WordingForm) -> dict[str, object]:
    words = BY_PURPOSE[wording.purpose]
    return {
        "wording": wording,
        "form": form,
        "words": [(f"{{{key}}}", words[key]) for key in words],
    }


def wording_of(request: HttpRequest, pk: int) -> Wording:
    rows = Wording.objects.of_coalition(request.coalition.pk).told()
    return get_object_or_404(rows, pk=pk)


def back(request: HttpRequest, wording: Wording) -> HttpResponse:
    answer = redirect("partners:wordings", request.coalition.slug)
    answer["Location"] += f"#{wording.purpose}"
    return answer
