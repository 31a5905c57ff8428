"""Logging a talk from any page: a page of its own that a drawer may show, and the offers as one types."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.text.numbers import read_id
from partners.forms.talks.touchpoints import LogForm
from partners.models import Organisation, Touchpoint
from partners.operations.talks import touchpoints as operations
from partners.reports.talks.choosing import Offers, chosen, offers
from partners.reports.talks.listing import who_logs
from partners.views.talks.touchpoints import undo_tag
from partners.views.ways_back import came_from, partner_of_page

LONGEST = 200  # characters; the rest of a text pasted by mistake is not looked for


@dataclass(frozen=True)
class Meant:
    """The partner that somebody means, or those that they may mean."""

    organisation: Organisation | None = None
    offers: Offers | None = None


@require(Permission.LOG_TALKS)
@require_http_methods(["GET", "POST"])
def log(request: HttpRequest) -> HttpResponse:
    """Two fields and Enter; whoever came from a partner's page finds the partner filled in."""
    data, back = typed(request), came_from(request)
    meant = _sent_partner(request, data) if data is not None else _asked_partner(request, back)
    form = LogForm(
        data,
        organisation=meant.organisation,
        people=who_logs(request.membership),
        today=request.today,
        initial=_beginning(request, meant.organisation),
    )
    if request.method == "POST":
        is_fine = form.is_valid()
        if meant.organisation is None:
            form.add_error("partner", meant.offers.words if meant.offers else _("With whom?"))
        elif is_fine:
            return _log(request, meant.organisation, form, back=back)
    page = {"form": form, "meant": meant, "back": back}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/talks/log.html", page, status=status)


def _log(
    request: HttpRequest, organisation: Organisation, form: LogForm, *, back: str
) -> HttpResponse:
    now = timezone.now()
    once(
        sending(request),
        lambda: operations.log(organisation, form.talk(), by=request.user, at=now),
        model=Touchpoint,
        at=now,
    )
    said = _("Logged with %(name)s.") % {"name": organisation.name}
    messages.success(request, said, extra_tags=undo_tag(request))
    talks = reverse("partners:talks_of", args=[request.coalition.slug, organisation.pk])
    return redirect(back or talks)


@require(Permission.LOG_TALKS)
@require_GET
def choose_partner(request: HttpRequest) -> HttpResponse:
    """What fits to the letters typed so far, as options of a list."""
    found = offers(request.GET.get("partner", "")[:LONGEST], membership=request.membership)
    return render(request, "partners/talks/offers.html", {"found": found})


def _sent_partner(request: HttpRequest, data: QueryDict) -> Meant:
    """What was picked; else what was typed, if it can mean only one."""
    words = data.get("partner", "")[:LONGEST]
    if data.get("picked_for") == words and (pk := read_id(data.get("pick", ""))):
        return Meant(chosen(pk, "", membership=request.membership))
    pk = read_id(data.get("organisation_id", ""))
    found = chosen(pk, words, membership=request.membership)
    if found or not words.strip():
        return Meant(found)
    offered = offers(words, membership=request.membership)
    one = offered.the_one
    return Meant(chosen(one.pk, "", membership=request.membership) if one else None, offered)


def _asked_partner(request: HttpRequest, back: str) -> Meant:
    told = request.GET.get("partner") or request.GET.get("organisation_id") or ""
    pk = read_id(told) or partner_of_page(back)
    return Meant(chosen(pk, "", membership=request.membership))


def _beginning(request: HttpRequest, organisation: Organisation | None) -> dict[str, object]:
    """A call, today, by me, with the partner of the page; or the answer to what we had asked."""
    said: dict[str, object] = {
        "kind": Touchpoint.Kind.CALL,
        "on": request.today,
        "members": [request.user.pk],
    }
    if organisation:
        said |= {"partner": organisation.name, "organisation_id": organisation.pk}
    if request.GET.get("kind") in Touchpoint.Kind.values:
        said["kind"] = request.GET["kind"]
    if answers := read_id(request.GET.get("answers", "")):
        said |= {"answers": answers, "direction": Touchpoint.Direction.TWO_WAY}
    return said
