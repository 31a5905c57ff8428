"""Who may sign in for an organisation."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners import operations
from partners.forms import RepresentativeForm
from partners.models import Organisation, Representation
from partners.views.editing import partner_of


@require(Permission.INVITE_PEOPLE)
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    form = RepresentativeForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            representation = _invited(request, organisation, form)
        except Refusal as reason:
            form.add_error("email", str(reason))
        else:
            invitation = representation.invitation
            if not settings.HAS_MAIL_SERVER:
                return redirect("accounts:invitation_link", request.coalition.slug, invitation.pk)
            said = _("The invitation to %(address)s is on its way.") % {"address": invitation.email}
            messages.success(request, said)
            return redirect(organisation)
    page = {"form": form, "organisation": organisation}
    return render(request, "partners/invite.html", page, status=422 if form.errors else 200)


def _invited(
    request: HttpRequest, organisation: Organisation, form: RepresentativeForm
) -> Representation:
    now = timezone.now()
    return once(
        sending(request),
        lambda: operations.invite_representative(
            organisation, by=request.user, at=now, **form.cleaned_data
        ),
        model=Representation,
        at=now,
    )


@require(Permission.INVITE_PEOPLE)
@require_POST
def end(request: HttpRequest, pk: int, representation: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    tie = get_object_or_404(organisation.representations, pk=representation)
    now = timezone.now()
    operations.end_representation(tie, by=request.user, on=request.today, at=now)
    messages.success(request, _("They can no longer sign in for this organisation."))
    return redirect(organisation)
