"""The continuity binder, as a page that prints and as PDF; and the list of where things are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.documents.downloads import pdf_file
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.succession.places import PlaceForm
from governance.models import Place
from governance.operations.succession import places as operations
from governance.reports.succession.binder import binder_for
from governance.reports.succession.printed import printed
from governance.views.succession.parts import answers

A4, LETTER = "a4", "us-letter"


@require(Permission.SEE_SUCCESSION)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    day = request.today
    page = {"binder": binder_for(request.membership, on=day), "today": day}
    return render(request, "governance/succession/binder.html", page)


@require(Permission.SEE_SUCCESSION)
@require_GET
def pdf(request: HttpRequest) -> HttpResponse:
    day = request.today
    paper = A4 if request.GET.get("paper") == A4 else LETTER
    binder = binder_for(request.membership, on=day)
    data = printed(binder, coalition=request.coalition, paper=paper, on=day)
    name = f"{request.coalition.slug}-{_('binder')}-{day.isoformat()}"
    back = reverse("governance:binder", args=[request.coalition.slug])
    return pdf_file(request, "governance/succession/binder.typ", data, name=name, back=back)


# ---------------------------------------------------------------- where things are


@require(Permission.SEE_SUCCESSION)
@require_GET
def places(request: HttpRequest) -> HttpResponse:
    rows = Place.objects.of_coalition(request.coalition.pk)
    page = {"places": rows.current(), "gone": rows.gone()}
    return render(request, "governance/succession/places.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_place(request: HttpRequest) -> HttpResponse:
    form = PlaceForm(typed(request))
    answer = answers.made(
        request,
        form,
        lambda: operations.tell(request.coalition, form.told(), by=request.user),
        model=Place,
        said=_("It stands in the binder now."),
        back=lambda _place: _back(request),
    )
    return answer or shown(request, "governance/succession/place_add.html", {"form": form})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit_place(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Place.objects.of_coalition(request.coalition.pk),
        pk,
        make_form=lambda data, place: PlaceForm(data, initial=PlaceForm.shown(place)),
        save=lambda place, form: operations.edit(place, form.told(), by=request.user),
        template="governance/succession/place_edit.html",
        said=_("That is saved."),
        back=lambda _place: _back(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire_place(request: HttpRequest, pk: int) -> HttpResponse:
    place = _place(request, pk)
    return answers.pressed(
        request,
        lambda: operations.retire(place, on=request.today, by=request.user),
        said=_("%(what)s stands in the binder no more.") % {"what": place},
        back=_back(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def restore_place(request: HttpRequest, pk: int) -> HttpResponse:
    place = _place(request, pk)
    return answers.pressed(
        request,
        lambda: operations.retire(place, on=None, by=request.user),
        said=_("%(what)s stands in the binder again.") % {"what": place},
        back=_back(request),
    )


def _place(request: HttpRequest, pk: int) -> Place:
    return get_object_or_404(Place.objects.of_coalition(request.coalition.pk), pk=pk)


def _back(request: HttpRequest) -> str:
    return reverse("governance:places", args=[request.coalition.slug])
