"""Adding, editing, retiring and reinstating organisations."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import made_by, once, sending
from common.history.tracking import current_change
from common.refusal import Refusal
from partners import operations
from partners.forms import OrganisationForm, OwnOrganisationForm, RetireForm
from partners.models import Organisation
from partners.models.organisation_queries import OrganisationQuerySet
from partners.operations.versions import scope_of


def visible_organisation(request: HttpRequest, pk: int) -> Organisation:
    """The organisation with its parts, if this member may see it; 404 otherwise.

    Raises MergedAway when another has taken its place: the middleware answers that.
    """
    return present(request, Organisation.objects.with_details(), pk)


def partner_of(request: HttpRequest, pk: int) -> Organisation:
    """The same without its parts: for pages about something else that it has."""
    return present(request, Organisation.objects.told(), pk)


def present(request: HttpRequest, rows: OrganisationQuerySet, pk: int) -> Organisation:
    return present_as(lambda: rows.visible(pk, to=request.membership))


def present_as(find: Callable[[], Organisation]) -> Organisation:
    try:
        return find()
    except Organisation.DoesNotExist:
        raise Http404(_("There is no such organisation here.")) from None


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?kind=stakeholder` is chosen already, for a page that is about those."""
    initial = {"owner": request.user.pk, "since_on": request.today}
    if request.GET.get("kind") in Organisation.Kind.values:
        initial["kind"] = request.GET["kind"]
    form = OrganisationForm(
        typed(request), coalition=request.coalition, today=request.today, initial=initial
    )
    if request.method == "POST":
        try:
            organisation = _added(request, form)
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            if organisation:
                return _is_in_the_list(request, organisation)
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/add.html", {"form": form}, status=status)


def _added(request: HttpRequest, form: OrganisationForm) -> Organisation | None:
    """What this form adds, or what its first press has added; None when something is to be mended."""
    sent, now = sending(request), timezone.now()
    if not form.is_valid():
        # The likely twin that a second press meets is what the first one made.
        return made_by(sent, Organisation)
    return once(
        sent,
        lambda: operations.add_organisation(
            request.coalition, form.profile(), by=request.user, at=now
        ),
        model=Organisation,
        at=now,
    )


def _is_in_the_list(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    messages.success(
        request,
        _("%(name)s is in the list.") % {"name": organisation.name},
        extra_tags=undo_tag(request, organisation),
    )
    return redirect(organisation)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything the coalition says of an organisation."""
    return change(request, pk, OrganisationForm)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """What a partner's own organisation says of itself."""
    return change(request, pk, OwnOrganisationForm)


def change(request: HttpRequest, pk: int, form_class: type[OwnOrganisationForm]) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = present(request, Organisation.objects.with_profile(), pk)

        def make_form(data: QueryDict | None) -> OwnOrganisationForm:
            asked = {"coalition": request.coalition, "today": request.today}
            return form_class(data, instance=organisation, **asked)

        now = timezone.now()
        edit = opened(request, make_form, record=scope_of(organisation), at=now)
        if edit.may_be_saved:
            try:
                operations.edit_organisation(organisation, edit.form.profile(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                said = _("%(name)s is saved.") % {"name": organisation.name}
                messages.success(request, said, extra_tags=undo_tag(request, organisation))
                return redirect(organisation)
    page = {"organisation": organisation, "subject": organisation.name}
    return edit.page(request, "partners/edit.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = visible_organisation(request, pk)
        as_is = {
            "on": organisation.retired_on or request.today,
            "reason": organisation.retired_reason,
        }

        def make_form(data: QueryDict | None) -> RetireForm:
            return RetireForm(data, initial=as_is)

        now = timezone.now()
        edit = opened(request, make_form, record=scope_of(organisation), at=now)
        if edit.may_be_saved:
            try:
                operations.retire(
                    organisation,
                    by=request.user,
                    is_known=edit.is_marked,
                    **edit.form.cleaned_data,
                )
            except Refusal as reason:
                messages.warning(request, str(reason))
            else:
                edit.saved(request, at=now)
                said = _("%(name)s is retired.") % {"name": organisation.name}
                messages.success(request, said, extra_tags=undo_tag(request, organisation))
            return redirect(organisation)
    page = {"organisation": organisation, "subject": organisation.name}
    return edit.page(request, "partners/retire.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    operations.restore(organisation, by=request.user)
    messages.success(
        request,
        _("You work with %(name)s again.") % {"name": organisation.name},
        extra_tags=undo_tag(request, organisation),
    )
    return redirect(organisation)


def undo_tag(request: HttpRequest, organisation: Organisation, *, back: str = "") -> str:
    """Gives a message the button that takes back what this request just did, and then leads `back`."""
    if not request.membership.may(Permission.EDIT_PARTNERS):
        return ""
    address = reverse(
        "partners:undo", args=[request.coalition.slug, organisation.pk, current_change()]
    )
    then = f"?{urlencode({'next': back})}" if back else ""
    return f"undo:{address}{then}"
