"""Which organisation somebody means by what they typed into the form of a term."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from accounts.models import Membership
from common.text.numbers import read_id
from partners.models import Organisation
from partners.reports.talks.choosing import Offers, chosen, offers

LONGEST = 200  # characters; the rest of a text pasted by mistake is not looked for


@dataclass(frozen=True)
class Meant:
    """The organisation that is meant, or those that may be."""

    organisation: Organisation | None = None
    offers: Offers | None = None


def meant(request: HttpRequest, data: QueryDict) -> Meant:
    """What was picked; else what was typed, if it can mean only one."""
    words, member = data.get("partner", "")[:LONGEST], request.membership
    if data.get("picked_for") == words and (pk := read_id(data.get("pick", ""))):
        return Meant(chosen(pk, "", membership=member))
    found = chosen(read_id(data.get("organisation_id", "")), words, membership=member)
    if found or not words.strip():
        return Meant(found)
    return _by_name(words, member)


def _by_name(words: str, member: Membership) -> Meant:
    offered = offers(words, membership=member)
    one = offered.the_one
    return Meant(chosen(one.pk, "", membership=member) if one else None, offered)
