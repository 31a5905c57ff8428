"""Who must be at the table, and what is planned where somebody is missing."""

from copy import copy
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import Person
from accounts.permissions import Permission, require
from common.editing.edits import Edit, FormMaker, holding, marked, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.editing.locking import Record
from common.editing.snapshots import shown_by
from common.refusal import Refusal
from partners.forms.composition import (
    GapForm,
    NeededVoiceEditForm,
    NeededVoiceForm,
    ProspectForm,
)
from partners.models import Gap, NeededVoice, Organisation
from partners.operations.composition import gaps as planning
from partners.operations.composition import voices as operations
from partners.reports.composition.axes import terms_of
from partners.reports.composition.capacities import lacking_at_the_table
from partners.reports.composition.gap_page import GapPage, gap_page, presets
from partners.reports.composition.page import table_for
from partners.views.composition.matrix import done
from partners.views.composition.prospects import prospect_of
from partners.views.ways_back import came_from, sent_back_to


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """All that must be at the table, what is missing first."""
    table = table_for(request.membership, on=request.today)
    retired = NeededVoice.objects.of_coalition(request.coalition.pk).retired().in_list_order()
    shown = {
        "table": table,
        "retired": retired,
        "presets": presets(),
        "lacking": lacking_at_the_table(request.membership),
    }
    return render(request, "partners/composition/needed.html", shown)


@require(Permission.EDIT_COMPOSITION)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """From the list, from an empty cell or its page; back there with what came to the list."""
    back = came_from(request) or needed_list(request)
    form = NeededVoiceForm(
        typed(request),
        terms=terms_of(request.coalition.pk),
        initial=operations.first_wish(request.coalition.pk, request.GET.dict()),
    )
    if request.method == "POST" and form.is_valid():
        try:
            needed = once(
                sending(request),
                lambda: operations.need_voice(
                    request.coalition,
                    form.named(),
                    least=form.cleaned_data["least"],
                    why=form.cleaned_data["why"],
                    by=request.user,
                ),
                model=NeededVoice,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("You ask for it from now on: %(name)s.") % {"name": needed})
            return redirect(back)
    status = 422 if form.errors else 200
    page = {"form": form, "came_from": back}
    return render(request, "partners/composition/needed_add.html", page, status=status)


@require(Permission.EDIT_COMPOSITION)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    preset = request.POST.get("preset", "")
    if preset not in dict(presets()):
        messages.warning(request, _("Please choose one of the sets."))
        return redirect("partners:needed", request.coalition.slug)
    number = operations.need_all(request.coalition, preset=preset, by=request.user)
    if number:
        said = ngettext("One came to it.", "%(n)d came to it.", number) % {"n": number}
        done(request, said)
    else:
        messages.info(request, _("You ask for all of these already."))
    return redirect("partners:needed", request.coalition.slug)


@require(Permission.EDIT_COMPOSITION)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    back = came_from(request) or needed_list(request)
    with holding(request, NeededVoice.objects.of_coalition(request.coalition.pk), pk):
        needed = needed_of(request, pk)

        def make_form(data: QueryDict | None) -> NeededVoiceEditForm:
            return NeededVoiceEditForm(data, instance=copy(needed))

        now = timezone.now()
        edit = opened(request, make_form, record={NeededVoice: {"id": pk}}, at=now)
        if edit.may_be_saved:
            operations.edit_needed(needed, by=request.user, **edit.form.cleaned_data)
            edit.saved(request, at=now)
            done(request, _("%(name)s is saved.") % {"name": needed})
            return redirect(back)
    page = {"needed": needed, "subject": str(needed), "came_from": back}
    return edit.page(request, "partners/composition/needed_edit.html", page)


@require(Permission.EDIT_COMPOSITION)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    needed = operations.retire_needed(needed_of(request, pk), on=request.today, by=request.user)
    done(request, _("You ask for it no more: %(name)s.") % {"name": needed})
    return redirect("partners:needed", request.coalition.slug)


@require(Permission.EDIT_COMPOSITION)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    needed = operations.restore_needed(needed_of(request, pk), by=request.user)
    done(request, _("You ask for it again: %(name)s.") % {"name": needed})
    return redirect("partners:needed", request.coalition.slug)


# ---------------------------------------------------------------- one gap


@require(Permission.SEE_GAPS)
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """What is planned; coordinators change it, the steering committee reads it."""
    may_edit = request.membership.may(Permission.EDIT_COMPOSITION)
    if request.method == "POST" and not may_edit:
        messages.warning(request, _("Your role reads the plans and does not change them."))
        return redirect(needed_of(request, pk))
    with holding(request, NeededVoice.objects.of_coalition(request.coalition.pk), pk):
        found = found_of(request, pk)
        now = timezone.now()
        edit = opened(request, plan_form(request, found), record=plan_record(found), at=now)
        if edit.may_be_saved:
            planning.plan_gap(
                found.needed, edit.form.plan(), by=request.user, at=now, on=request.today
            )
            edit.saved(request, at=now)
            done(request, _("The plan is kept."))
            return redirect(sent_back_to(request) or found.needed)
    return gap_answer(request, found, edit)


def found_of(request: HttpRequest, pk: int) -> GapPage:
    return gap_page(
        needed_of(request, pk),
        words=request.GET.get("q", ""),
        membership=request.membership,
        on=request.today,
    )


def plan_form(request: HttpRequest, found: GapPage) -> FormMaker:
    gap = found.voice.gap or Gap(needed=found.needed, draft=found.draft)
    told = {
        "coalition": request.coalition,
        "offered": found.offered,
        "keepers": keepers(request),
    }

    def make_form(data: QueryDict | None) -> GapForm:
        return GapForm(data, instance=copy(gap), **told)

    return make_form


def keepers(request: HttpRequest) -> list[Person]:
    """Who may be the one to ask, read once for both forms of the page."""
    return list(request.coalition.members.looking_after_partners().people())


def plan_record(found: GapPage) -> Record:
    return {Gap: {"id": found.voice.gap.pk if found.voice.gap else 0}}


def gap_answer(request: HttpRequest, found: GapPage, edit: Edit) -> HttpResponse:
    first = {"asks": request.user.pk, "draft": found.draft}
    known = {"coalition": request.coalition, "keepers": edit.form.keepers}
    form = ProspectForm(initial=first, **known)
    page = {
        "found": found,
        "prospect_form": form,
        "subject": str(found.needed),
        "came_from": sent_back_to(request),
    }
    return edit.page(request, "partners/composition/gap.html", page)


@require(Permission.EDIT_COMPOSITION)
@require_POST
def ask(request: HttpRequest, pk: int, organisation: int) -> HttpResponse:
    """Somebody whom the coalition knows is the one to ask."""
    needed = needed_of(request, pk)
    rows = Organisation.objects.visible_to(request.membership)
    chosen = get_object_or_404(rows, pk=organisation)
    planning.ask(needed, chosen, by=request.user, at=timezone.now(), on=request.today)
    done(request, _("%(name)s is the one to ask.") % {"name": chosen})
    return redirect(sent_back_to(request) or needed)


@require(Permission.EDIT_COMPOSITION)
@require_POST
def prospect(request: HttpRequest, pk: int) -> HttpResponse:
    """A new prospect out of what is missing."""
    needed = needed_of(request, pk)
    form = ProspectForm(request.POST, coalition=request.coalition)
    made = prospect_of(
        request,
        form,
        partial(planning.add_prospect, needed),
        if_here=_("Perhaps here already: %(names)s. Find them by name, and choose them."),
    )
    if made:
        done(request, _("%(name)s is a prospect now, and the one to ask.") % {"name": made})
        return redirect(sent_back_to(request) or needed)
    found = found_of(request, pk)
    plan = plan_form(request, found)(None)
    mark = marked(request, shown_by(plan), at=timezone.now())
    page = {
        "found": found,
        "prospect_form": form,
        "edit": Edit(plan, mark),
        "form": plan,
        "came_from": sent_back_to(request),
    }
    return render(request, "partners/composition/gap.html", page, status=422)


@require(Permission.EDIT_COMPOSITION)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Only who made a change takes it back here."""
    if not operations.has_changed_composition(request.membership, change):
        raise Http404(_("You made no such change."))
    try:
        operations.undo_composition(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, _("That is taken back."))
    return redirect(came_from(request) or needed_list(request))


def needed_list(request: HttpRequest) -> str:
    return reverse("partners:needed", args=[request.coalition.slug])


def needed_of(request: HttpRequest, pk: int) -> NeededVoice:
    rows = NeededVoice.objects.of_coalition(request.coalition.pk).told()
    return get_object_or_404(rows, pk=pk)
