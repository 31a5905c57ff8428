"""By what an organisation is recognised: its names, and what it can be reached by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from partners.likeness.words import Name, names_in, read

# Mail and pages that anybody can have there: sharing the host tells nothing.
_PUBLIC_HOSTS = (
    "gmail.com googlemail.com yahoo.com ymail.com hotmail.com outlook.com live.com msn.com "
    "aol.com icloud.com me.com mac.com comcast.net verizon.net att.net sbcglobal.net "
    "bellsouth.net cox.net charter.net earthlink.net juno.com netzero.net erols.com "
    "protonmail.com proton.me mail.com gmx.com zoho.com facebook.com m.facebook.com fb.com "
    "instagram.com twitter.com x.com linkedin.com youtube.com wordpress.com blogspot.com "
    "wixsite.com weebly.com squarespace.com tumblr.com medium.com meetup.com sites.google.com "
    "docs.google.com google.com forms.gle bit.ly linktr.ee eventbrite.com gofundme.com "
    "tripod.com geocities.com angelfire.com github.io godaddysites.com business.site "
    "nextdoor.com"
)
PUBLIC_HOSTS = frozenset(_PUBLIC_HOSTS.split())
# Of many offices at once: governments, universities, school districts.
SHARED_HOST = r"\.(gov|mil|edu|us)$|^(facebook|www\.facebook)\."
LEAST_PHONE_DIGITS = 10

# https://www.arc.org/about → arc.org
_HOST = re.compile(r"^(?:[a-z]+:/*)?(?:www\.)?([^/:?#@\s]+\.[^/:?#@\s]+)")
_EXTENSION = re.compile(r"(x|ext|#).*$")  # (410) 555-0100 ext. 12
_UNIT = re.compile(  # 1 Main St, Suite 4 → 1 Main St
    r"(,|\b(suite|ste|unit|apt|floor|fl|room|rm|bldg|building)\b|#).*$"
)
_SAID_SHORT = """
    street st, str st, avenue ave, av ave, road rd, drive dr, drv dr, lane ln, boulevard blvd, court ct,
    place pl, parkway pkwy, highway hwy, square sq, terrace ter, circle cir, north n, south s,
    east e, west w, northeast ne, northwest nw, southeast se, southwest sw, mount mt, saint st
"""
_STREET_WORDS = dict(pair.split() for pair in _SAID_SHORT.split(","))


@dataclass(frozen=True)
class Face:
    """One organisation, or one row of a spreadsheet. All but the names in comparable form.

    `names` begin with the one it goes by. `places` are cities and states, "" where not told.
    """

    names: tuple[str, ...]
    emails: frozenset[str] = field(default_factory=frozenset)
    hosts: frozenset[str] = field(default_factory=frozenset)
    phones: frozenset[str] = field(default_factory=frozenset)
    streets: frozenset[str] = field(default_factory=frozenset)
    cities: frozenset[str] = field(default_factory=frozenset)
    regions: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def main(self) -> Name:
        """The words of the name it goes by."""
        return read(self.names[0])


def face(
    *,
    names: Iterable[str],
    emails: Iterable[str] = (),
    websites: Iterable[str] = (),
    phones: Iterable[str] = (),
    addresses: Iterable[tuple[str, str, str, str]] = (),
) -> Face:
    """From what people have typed. An address is street, city, region, postcode."""
    mail = {email.strip().lower() for email in emails} - {""}
    places = list(addresses)
    hosts = {host_of(site) for site in websites} | {email.rpartition("@")[2] for email in mail}
    return Face(
        names=tuple(dict.fromkeys(each for name in names for each in names_in(name))),
        emails=frozenset(mail),
        hosts=frozenset(host for host in hosts if tells(host)),
        phones=frozenset(digits for phone in phones if (digits := digits_of(phone))),
        streets=frozenset(
            key for place in places if (key := street_key(place[0], place[3], city=place[1]))
        ),
        cities=frozenset(_small(place[1]) for place in places if place[1].strip()),
        regions=frozenset(_small(place[2]) for place in places if place[2].strip()),
    )


def tells(host: str) -> bool:
    """Whether a host is somebody's own, not a public mail host or a whole government's."""
    return bool(host) and host not in PUBLIC_HOSTS and not re.search(SHARED_HOST, host)


def host_of(website: str) -> str:
    """ "https://www.Arc.org/about" → "arc.org"; nothing where there is no host."""
    found = _HOST.match(website.strip().lower())
    return found[1] if found else ""


def digits_of(phone: str) -> str:
    """ "+1 (410) 555-0100 ext. 12" → "4105550100"; nothing when that is no whole number."""
    digits = re.sub(r"\D", "", _EXTENSION.sub("", phone.lower()))
    return digits[-10:] if len(digits) >= LEAST_PHONE_DIGITS else ""


def street_key(street: str, postcode: str, *, city: str) -> str:
    """House and street without the unit, and where: "4402 white oak ave|21215"."""
    words = re.sub(r"[^\w\s]", " ", _UNIT.sub("", street.lower().replace(".", ""))).split()
    if len(words) < 2 or not words[0][0].isdigit():  # noqa: PLR2004 - a house and its street
        return ""
    return (
        " ".join(_STREET_WORDS.get(word, word) for word in words)
        + "|"
        + (postcode.strip()[:5] or _small(city))
    )


def _small(text: str) -> str:
    return " ".join(text.lower().replace(".", "").split())
