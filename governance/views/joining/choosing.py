"""Which partner somebody means, by an address, so that no script is needed: `?partner=elm&pick=17`."""

from dataclasses import dataclass

from django.http import HttpRequest

from common.text.numbers import read_id
from partners.models import Organisation
from partners.reports.talks.choosing import Offers, chosen, offers

LONGEST = 200  # characters; the rest of a text pasted by mistake is not looked for


@dataclass(frozen=True)
class Meant:
    """The partner that is meant, or those that may be."""

    typed: str = ""
    organisation: Organisation | None = None
    offers: Offers | None = None


def meant(request: HttpRequest) -> Meant:
    """What was picked; else what was typed, if it can mean only one."""
    told = request.GET
    words = " ".join(told.get("partner", "")[:LONGEST].split())
    member = request.membership
    if pk := read_id(told.get("pick", "")):
        return Meant(words, chosen(pk, "", membership=member))
    found = chosen(read_id(told.get("organisation_id", "")), words, membership=member)
    if found or not words:
        return Meant(words, found)
    offered = offers(words, membership=member)
    one = offered.the_one
    return Meant(words, chosen(one.pk, "", membership=member) if one else None, offered)
