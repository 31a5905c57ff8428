"""Adding, editing, retiring and reinstating organisations."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.history import current_change
from common.refusal import Refusal
from partners import operations
from partners.forms import OrganisationForm, OwnOrganisationForm, RetireForm
from partners.models import Organisation
from partners.models.organisations import OrganisationQuerySet


def visible_organisation(request: HttpRequest, pk: int) -> Organisation:
    """The organisation with its parts, if this member may see it; 404 otherwise.

    Raises MergedAway when another has taken its place: the middleware answers that.
    """
    return present(request, Organisation.objects.with_details(), pk)


def present(request: HttpRequest, rows: OrganisationQuerySet, pk: int) -> Organisation:
    try:
        return rows.visible(pk, to=request.membership)
    except Organisation.DoesNotExist:
        raise Http404(_("There is no such organisation here.")) from None


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = OrganisationForm(
        request.POST or None,
        coalition=request.coalition,
        at=timezone.now(),
        initial={"owner": request.user.pk, "since_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            organisation = operations.add_organisation(
                request.coalition, form.profile(), by=request.user, at=timezone.now()
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(
                request,
                _("%(name)s is in the list.") % {"name": organisation.name},
                extra_tags=undo_tag(request, organisation),
            )
            return redirect(organisation)
    return render(request, "partners/add.html", {"form": form}, status=422 if form.errors else 200)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything the coalition says of an organisation."""
    return change(request, visible_organisation(request, pk), OrganisationForm)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """What a partner's own organisation says of itself."""
    return change(request, visible_organisation(request, pk), OwnOrganisationForm)


def change(
    request: HttpRequest, organisation: Organisation, form_class: type[OwnOrganisationForm]
) -> HttpResponse:
    form = form_class(request.POST or None, instance=organisation, coalition=request.coalition)
    if request.method == "POST" and form.is_valid():
        try:
            operations.edit_organisation(organisation, form.profile(), by=request.user)
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(
                request,
                _("%(name)s is saved.") % {"name": organisation.name},
                extra_tags=undo_tag(request, organisation),
            )
            return redirect(organisation)
    page = {"form": form, "organisation": organisation}
    return render(request, "partners/edit.html", page, status=422 if form.errors else 200)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    form = RetireForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            operations.retire(organisation, by=request.user, **form.cleaned_data)
        except Refusal as reason:
            messages.warning(request, str(reason))
        else:
            messages.success(
                request,
                _("%(name)s is retired.") % {"name": organisation.name},
                extra_tags=undo_tag(request, organisation),
            )
        return redirect(organisation)
    return render(request, "partners/retire.html", {"form": form, "organisation": organisation})


@require(Permission.EDIT_PARTNERS)
@require_POST
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    operations.reinstate(organisation, by=request.user)
    messages.success(
        request,
        _("You work with %(name)s again.") % {"name": organisation.name},
        extra_tags=undo_tag(request, organisation),
    )
    return redirect(organisation)


def undo_tag(request: HttpRequest, organisation: Organisation) -> str:
    """Gives a message the button that takes back what this request just did."""
    if not request.membership.may(Permission.EDIT_PARTNERS):
        return ""
    address = reverse(
        "partners:undo", args=[request.coalition.slug, organisation.pk, current_change()]
    )
    return f"undo:{address}"
