"""Scores with what made them, priorities side by side, and what partners are compared with."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.models import Coalition
from accounts.permissions import Permission, require
from common.editing.edits import holding_row, opened
from common.text.numbers import read_ids
from partners.forms.depth.settings import DepthSettingsForm
from partners.models import DepthSettings, OtherList, OwnPriority, Term
from partners.operations import depth as operations
from partners.reports.depth import scores
from partners.reports.depth.asking import WHO, Asked
from partners.reports.depth.comparison import comparison
from partners.views.editing import partner_of


@require(Permission.SEE_PARTNERS)
@require_GET
def priorities(request: HttpRequest) -> HttpResponse:
    """`?who=prospects`: of whom it asks; `&priority=Housing`: those alone who named it."""
    pair = read_ids(request.GET.getlist("pair"))
    compared = comparison(
        request.membership,
        page=request.GET.get("page", ""),
        asked=Asked.of(request.GET),
        pair=pair if len(pair) == 2 else (),  # noqa: PLR2004 - a pair
    )
    page = {"comparison": compared, "who": WHO, "has_wrong_number": len(pair) not in (0, 2)}
    return render(request, "partners/depth/priorities.html", page)


@require(Permission.SEE_PARTNERS)
@require_GET
def alignment(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    told = scores.scores_of(organisation).alignment
    page = {"organisation": organisation, "score": told, "gains": scores.raises_alignment(told)}
    return render(request, "partners/depth/alignment.html", page)


@require(Permission.SEE_PARTNERS)
@require_GET
def capacity(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    told = scores.scores_of(organisation).capacity
    page = {
        "organisation": organisation,
        "score": told,
        "lines": scores.capacity_lines(told),
        "missing": scores.missing_kinds(told),
        "gains": scores.raises_capacity(told),
        "covered": round(100 * told.coverage),
    }
    return render(request, "partners/depth/capacity.html", page)


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    coalition = request.coalition
    with holding_row(request, coalition):
        asked = {
            "settings": DepthSettings.objects.of(coalition.pk),
            "priorities": list(OwnPriority.objects.of(coalition.pk)),
        }
        carried = [one.term for one in asked["priorities"]]
        terms = list(Term.objects.offered(coalition, OtherList.PRIORITY, also=carried))

        def make_form(data: QueryDict | None) -> DepthSettingsForm:
            return DepthSettingsForm(data, terms=terms, **asked)

        now = timezone.now()
        record = {
            Coalition: {"id": coalition.pk},
            DepthSettings: {"coalition_id": coalition.pk},
            OwnPriority: {"coalition_id": coalition.pk},
        }
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            operations.save_comparison(coalition, edit.form.comparison(), by=request.user)
            edit.saved(request, at=now)
            messages.success(request, _("Saved. All scores follow at once."))
            return redirect("partners:priorities", coalition.slug)
    page = {"subject": _("What we compare with"), "has_terms": bool(terms)}
    return edit.page(request, "partners/depth/settings.html", page)
