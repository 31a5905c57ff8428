"""In which ways partners are tied: the coalition's own list."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners.forms.ties import RelationForm
from partners.models import Relation
from partners.operations import ties as operations


@require(Permission.EDIT_TAXONOMY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    return page(request, RelationForm())


def page(request: HttpRequest, form: RelationForm, *, status: int = 200) -> HttpResponse:
    relations = Relation.objects.of_coalition(request.coalition).with_use()
    shown = {"relations": relations, "form": form}
    return render(request, "partners/ties/relations.html", shown, status=status)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    form = RelationForm(request.POST)
    if not form.is_valid():
        return page(request, form, status=422)
    name = form.cleaned_data["name"]
    try:
        once(
            sending(request),
            lambda: operations.add_relation(request.coalition, name=name, by=request.user),
            model=Relation,
            at=timezone.now(),
        )
    except Refusal as reason:
        form.add_error("name", str(reason))
        return page(request, form, status=422)
    messages.success(request, _("“%(name)s” is in the list.") % {"name": name})
    return back(request)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Relation.objects.of_coalition(request.coalition), pk):
        relation = relation_of(request, pk)

        def make_form(data: QueryDict | None) -> RelationForm:
            return RelationForm(data, initial={"name": relation.name})

        edit = opened(request, make_form, record={Relation: {"id": pk}}, at=timezone.now())
        if not edit.form.is_valid():
            messages.warning(request, _("An entry needs a name of at most 120 characters."))
            return back(request)
        if edit.conflicts:
            context = {"subject": relation.name, "back": back(request)["Location"]}
            return edit.page(request, "partners/ties/relations.html", context)
        name = edit.form.cleaned_data["name"]
        said = _("It is called “%(name)s” now.") % {"name": name}
        return change(
            request,
            lambda: operations.rename_relation(relation, name=name, by=request.user),
            said=said,
        )


@require(Permission.EDIT_TAXONOMY)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    relation = relation_of(request, pk)
    said = _("“%(name)s” is offered no more, and stays where it is used.")
    return change(
        request,
        lambda: operations.retire_relation(relation, on=request.today, by=request.user),
        said=said % {"name": relation.name},
    )


@require(Permission.EDIT_TAXONOMY)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    relation = relation_of(request, pk)
    return change(
        request,
        lambda: operations.restore_relation(relation, by=request.user),
        said=_("“%(name)s” is offered again.") % {"name": relation.name},
    )


def relation_of(request: HttpRequest, pk: int) -> Relation:
    return get_object_or_404(Relation.objects.of_coalition(request.coalition), pk=pk)


def change(request: HttpRequest, verb: Callable[[], Any], *, said: str) -> HttpResponse:
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, said)
    return back(request)


def back(request: HttpRequest) -> HttpResponse:
    return redirect("partners:relations", request.coalition.slug)
