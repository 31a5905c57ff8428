from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from coalition.sample.added import added_since
from coalition.sample.removal import HasMore, remove_sample
from common.documents.downloads import as_asked
from common.refusal import Refusal
from common.text.numbers import read_id
from partners.exports import table
from partners.models import Organisation
from partners.reports.own_fields.fields import seen_by
from partners.views.export import file_name


@require(Permission.REMOVE_SAMPLE)
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """At once, or, where people have added something, after a second press that says so.

    Whoever was a member of the sample alone goes with it, and starts anew on the first page.
    """
    known = read_id(request.POST.get("also_added", "")) or 0
    try:
        remove_sample(request.coalition, by=request.user, also_added=known)
    except HasMore as more:
        page = {"added": more.added}
        return render(request, "coalition/sample_remove.html", page, status=409)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(request.coalition)
    messages.success(request, _("The sample is gone. Found your own coalition now."))
    return redirect("accounts:coalitions")


@require(Permission.REMOVE_SAMPLE)
@require_GET
def own_partners(request: HttpRequest) -> HttpResponseBase:
    """The partners that people have added, in columns that can come in again elsewhere."""
    added = added_since(request.coalition).partners
    visible = Organisation.objects.visible_to(request.membership)
    listed = table(
        visible.among(request.coalition.pk, added).by_name(),
        with_people=request.membership.may(Permission.SEE_CONTACT_DETAILS),
        own_fields=seen_by(request.membership),
    )
    return as_asked(request, listed, file_name(request, _("partners")), sheet=_("Partners"))
