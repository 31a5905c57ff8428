"""Saved views of the partner list: opening, keeping, sharing, ordering and deleting them."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened, stands_otherwise
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.pages.ordering import step_in
from common.refusal import Refusal
from partners.forms import SavedViewForm
from partners.forms.saved_views import ViewAddressForm
from partners.models import SavedView, Term
from partners.operations.listing import saved_views as operations
from partners.reports.listing.saved_views import (
    address_of,
    kept,
    offered_views,
    parameters_of,
    shown_by_view,
    views_of,
)


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """All views that this member sees, with what can be done with each."""
    views = views_of(request.membership)
    offered = offered_views(views, terms_of(request), membership=request.membership)
    return render(request, "partners/views.html", {"offered": offered})


@require(Permission.SEE_PARTNERS)
@require_GET
def open_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The list as the view shows it, at an address that says all of it."""
    return redirect(
        address_of(view_of(request, pk), terms_of(request), slug=request.coalition.slug)
    )


@require(Permission.SEE_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Keep the list of the address, `?kind=prospect&sort=-since`, as a view of one's own."""
    told = typed(request)
    address = QueryDict((told or {}).get("address", request.GET.urlencode()))
    form = SavedViewForm(told, membership=request.membership)
    if request.method == "POST" and form.is_valid():
        query = kept(parameters_of(address), terms_of(request))
        try:
            view = once(
                sending(request),
                lambda: operations.save_view(request.membership, query=query, **form.cleaned_data),
                model=SavedView,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error("name", str(reason))
        else:
            done(request, _("The view “%(name)s” is kept.") % {"name": view.name})
            return redirect("partners:view", request.coalition.slug, view.pk)
    page = {"form": form, "address": address.urlencode()}
    return render(request, "partners/view_add.html", page, status=422 if form.errors else 200)


@require(Permission.SEE_PARTNERS)
@require_POST
def update(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what the list shows now under the view's name."""
    with holding(request, SavedView.objects.visible_to(request.membership), pk):
        view, terms = view_of(request, pk), terms_of(request)
        as_is = {"address": shown_by_view(view, terms)}

        def make_form(data: QueryDict | None) -> ViewAddressForm:
            return ViewAddressForm(data, membership=request.membership, initial=as_is)

        edit = opened(request, make_form, record={SavedView: {"id": pk}}, at=timezone.now())
        if edit.conflicts:
            page = {"subject": view.name, "back": view.get_absolute_url()}
            return edit.page(request, "partners/views.html", page)
        address = edit.form.cleaned_data["address"] if edit.form.is_valid() else ""
        query = kept(parameters_of(QueryDict(address)), terms)
        return change(
            request,
            lambda: operations.update_view(view, query=query, by=request.membership),
            said=_("“%(name)s” is saved as it stands now.") % {"name": view.name},
            back=reverse("partners:view", args=[request.coalition.slug, pk]),
        )


@require(Permission.SEE_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, SavedView.objects.visible_to(request.membership), pk):
        view = view_of(request, pk)
        if not view.may_be_changed_by(request.membership):
            messages.warning(request, _("Only who keeps this view changes it. You can copy it."))
            return redirect("partners:views", request.coalition.slug)
        as_is = {"name": view.name, "description": view.description, "is_shared": view.is_shared}

        def make_form(data: QueryDict | None) -> SavedViewForm:
            return SavedViewForm(data, membership=request.membership, view=view, initial=as_is)

        now = timezone.now()
        edit = opened(request, make_form, record={SavedView: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.rename_view(view, by=request.membership, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error("name", str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("“%(name)s” is saved.") % {"name": edit.form.cleaned_data["name"]})
                return redirect("partners:views", request.coalition.slug)
    return edit.page(request, "partners/view_edit.html", {"view": view, "subject": view.name})


@require(Permission.SEE_PARTNERS)
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    view = view_of(request, pk)
    shows = shown_by_view(view, terms_of(request))
    if stands_otherwise(request, name=view.name, is_shared=view.is_shared, shows=shows):
        messages.warning(
            request,
            _("“%(name)s” was changed since you looked. Delete it again if you still want to.")
            % {"name": view.name},
        )
        return redirect("partners:views", request.coalition.slug)
    return change(
        request,
        lambda: operations.delete_view(view, by=request.membership),
        said=_("The view “%(name)s” is deleted. The partners in it stay.") % {"name": view.name},
    )


@require(Permission.SEE_PARTNERS)
@require_POST
def open_with(request: HttpRequest, pk: int) -> HttpResponse:
    view = view_of(request, pk)
    return change(
        request,
        lambda: operations.open_with(request.membership, view),
        said=_("Your partner list opens with “%(name)s” now.") % {"name": view.name},
    )


@require(Permission.SEE_PARTNERS)
@require_POST
def open_with_all(request: HttpRequest) -> HttpResponse:
    return change(
        request,
        lambda: operations.open_with(request.membership, None),
        said=_("Your partner list opens with all partners now."),
    )


@require(Permission.SEE_PARTNERS)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_view(view_of(request, pk), step=step, by=request.membership),
        model=SavedView,
        at=timezone.now(),
    )
    return redirect("partners:views", request.coalition.slug)


@require(Permission.SEE_PARTNERS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Only who made a change takes it back here."""
    if not operations.has_changed_views(request.membership, change):
        raise Http404(_("You made no such change of a view."))
    try:
        operations.undo_view_change(change, by=request.membership)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, _("That is taken back."))
    return redirect("partners:views", request.coalition.slug)


def view_of(request: HttpRequest, pk: int) -> SavedView:
    """One that this member sees; 404 for others, whether they are private or of another coalition."""
    return get_object_or_404(SavedView.objects.visible_to(request.membership), pk=pk)


def terms_of(request: HttpRequest) -> list[Term]:
    return list(Term.objects.of_coalition(request.coalition.pk).for_choosing())


def change(
    request: HttpRequest, verb: Callable[[], object], *, said: str, back: str = ""
) -> HttpResponse:
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, said)
    return redirect(back or reverse("partners:views", args=[request.coalition.slug]))


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back."""
    address = reverse("partners:view_undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")
