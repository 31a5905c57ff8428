"""People as visiting cards for address books: one, those of an organisation, those of a whole list."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import download
from common.documents.vcards import Card, Version, written
from partners.reports.listing.page import everything_listed
from partners.reports.listing.questions import Question
from partners.reports.people.cards import cards_of, cards_of_all
from partners.views.editing import visible_organisation
from partners.views.export import file_name


@require(Permission.EXPORT_PARTNERS)
@require_GET
def listed(request: HttpRequest) -> HttpResponseBase:
    """Everybody at the organisations that the list of the same address shows."""
    found = everything_listed(Question.asked(request.GET), membership=request.membership)
    cards = cards_of_all(found, with_addresses=sees_addresses(request))
    return answer(request, cards, file_name(request, _("people")))


@require(Permission.EXPORT_PARTNERS)
@require_GET
def of_organisation(request: HttpRequest, pk: int) -> HttpResponseBase:
    organisation = visible_organisation(request, pk)
    cards = cards_of(organisation, with_addresses=sees_addresses(request))
    return answer(request, cards, slugify(organisation.name) or _("people"))


@require(Permission.EXPORT_PARTNERS)
@require_GET
def of_contact(request: HttpRequest, pk: int, contact: int) -> HttpResponseBase:
    """Of somebody who is there; who has left is not reached there any more."""
    organisation = visible_organisation(request, pk)
    person = get_object_or_404(organisation.contacts, pk=contact)
    if person.left_on:
        raise Http404(_("They no longer work there."))
    cards = cards_of(organisation, with_addresses=sees_addresses(request), people=[person])
    return answer(request, cards, slugify(person.name) or _("people"))


def sees_addresses(request: HttpRequest) -> bool:
    return request.membership.may(Permission.SEE_CONTACT_DETAILS)


def answer(request: HttpRequest, cards: Iterable[Card], name: str) -> HttpResponseBase:
    """Version 4.0, unless the address asks for 3.0, which older phones and Outlook read."""
    version: Version = "3.0" if request.GET.get("version") == "3" else "4.0"
    chunks = (written(card, version=version) for card in cards)
    return download(f"{name}.vcf", chunks)
