"""The coalition's own lists: sectors, populations, areas, languages, tags."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.models import Coalition
from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.refusal import Refusal
from partners import operations
from partners.forms.terms import AreaForm, NewTermForm, SectorForm, TermForm
from partners.models import BroadSector, OtherList, Term, Vocabulary
from partners.presets import DETERMINANTS
from partners.reports.lists import lists


@require(Permission.EDIT_TAXONOMY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    return page(request, NewTermForm())


def page(request: HttpRequest, form: TermForm, *, status: int = 200) -> HttpResponse:
    shown = {"lists": lists(request.coalition), "form": form, "broad_sectors": BroadSector.choices}
    return render(request, "partners/lists.html", shown, status=status)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    form = NewTermForm(request.POST)
    sent = sending(request)
    if form.is_valid():
        try:
            term = once(
                sent,
                lambda: operations.add_term(
                    request.coalition, by=request.user, **form.cleaned_data
                ),
                model=Term,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error("name", str(reason))
        else:
            messages.success(request, _("“%(name)s” is in the list.") % {"name": term.name})
            return back(request, term.vocabulary)
    return page(request, form, status=422)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Term.objects.of_coalition(request.coalition.pk), pk):
        term = term_of(request, pk)

        def make_form(data: QueryDict | None) -> TermForm:
            return _form_of(term, data)

        edit = opened(request, make_form, record={Term: {"id": pk}}, at=timezone.now())
        if not edit.form.is_valid():
            messages.warning(request, _("An entry needs a name of at most 120 characters."))
            return back(request, term.vocabulary)
        if edit.conflicts:
            page = {"subject": term.name, "back": back(request, term.vocabulary)["Location"]}
            return edit.page(request, "partners/lists.html", page)
        told = edit.form.cleaned_data
        return change(request, term, lambda: _write(request, term, told), said=_said(term, told))


def _form_of(term: Term, data: QueryDict | None) -> TermForm:
    if term.vocabulary == Vocabulary.AREA:
        return AreaForm(data, coalition=term.coalition, area=term)
    if term.vocabulary == Vocabulary.SECTOR:
        return SectorForm(data, sector=term)
    return TermForm(data, initial={"name": term.name, "vocabulary": term.vocabulary})


def _write(request: HttpRequest, term: Term, told: dict[str, Any]) -> Term:
    if "broad_sector" in told:
        broad = told["broad_sector"]
        return operations.edit_sector(term, name=told["name"], broad_sector=broad, by=request.user)
    if "within" in told:
        return operations.edit_area(term, name=told["name"], within=told["within"], by=request.user)
    return operations.rename_term(term, name=told["name"], by=request.user)


def _said(term: Term, told: dict[str, Any]) -> str:
    broad = told.get("broad_sector", term.broad_sector)
    if broad != term.broad_sector:
        return _said_broadly(told["name"], broad)
    within = told.get("within", term.within)
    if within == term.within:
        return _("It is called “%(name)s” now.") % {"name": told["name"]}
    if within is None:
        return _("“%(name)s” lies in no other area now.") % {"name": told["name"]}
    words = _("“%(name)s” lies in “%(larger)s” now.")
    return words % {"name": told["name"], "larger": within.name}


def _said_broadly(name: str, broad: str) -> str:
    if not broad:
        return _("“%(name)s” is part of no broad sector now.") % {"name": name}
    words = _("“%(name)s” is part of “%(broad)s” now.")
    return words % {"name": name, "broad": BroadSector(broad).label}


@require(Permission.EDIT_TAXONOMY)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    term = term_of(request, pk)
    step = operations.EARLIER if request.POST.get("step") == "earlier" else operations.LATER
    once(
        sending(request),
        lambda: operations.move_term(term, step=step, by=request.user),
        model=Term,
        at=timezone.now(),
    )
    return back(request, term.vocabulary)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    term = term_of(request, pk)
    return change(
        request,
        term,
        lambda: operations.retire_term(term, on=request.today, by=request.user),
        said=_("“%(name)s” is offered no more, and stays where it is used.") % {"name": term.name},
    )


@require(Permission.EDIT_TAXONOMY)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    term = term_of(request, pk)
    return change(
        request,
        term,
        lambda: operations.restore_term(term, by=request.user),
        said=_("“%(name)s” is offered again.") % {"name": term.name},
    )


@require(Permission.EDIT_TAXONOMY)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    """Add what is missing of a preset."""
    preset = request.POST.get("preset", "")
    if preset in DETERMINANTS:
        operations.fill_determinants(request.coalition, preset=preset, by=request.user)
        messages.success(request, _("The set's social determinants are in the list."))
        return back(request, Vocabulary.DETERMINANT)
    if preset == OtherList.SERVICE:
        operations.fill_service_kinds(request.coalition, by=request.user)
        messages.success(request, _("The usual kinds of services are in the list."))
        return back(request, preset)
    if preset == OtherList.SUPPORT:
        operations.fill_support_kinds(request.coalition, by=request.user)
        messages.success(request, _("The usual kinds of support are in the list."))
        return back(request, preset)
    if preset not in Coalition.SectorPreset.values:
        messages.warning(request, _("Please choose one of the sets."))
        return back(request, "sector")
    operations.fill_sectors(request.coalition, preset=preset, by=request.user)
    messages.success(request, _("The set's sectors are in the list."))
    return back(request, "sector")


def term_of(request: HttpRequest, pk: int) -> Term:
    rows = Term.objects.of_coalition(request.coalition.pk).told()
    return get_object_or_404(rows, pk=pk)


def change(
    request: HttpRequest, term: Term, verb: Callable[[], Term], *, said: str
) -> HttpResponse:
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, said)
    return back(request, term.vocabulary)


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back if anything was written."""
    change = current_change()
    if change and operations.has_changed_terms(request.membership, change):
        address = reverse("partners:terms_undo", args=[request.coalition.slug, change])
        messages.success(request, said, extra_tags=f"undo:{address}")
    else:
        messages.success(request, said)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Only who made a change takes it back here."""
    if not operations.has_changed_terms(request.membership, change):
        raise Http404(_("You made no such change."))
    try:
        operations.undo_terms(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, _("That is taken back."))
    return redirect("partners:lists", request.coalition.slug)


def back(request: HttpRequest, vocabulary: str) -> HttpResponse:
    answer = redirect("partners:lists", request.coalition.slug)
    answer["Location"] += f"#{vocabulary}"
    return answer
