"""Which browser this is, in words; and whether a person has signed in with it before.

The place is never told: an IP address says where a provider has its cables, and a wrong city in a
warning frightens people or teaches them to ignore it.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import Person

COOKIE = "known"
SALT = "accounts.known"
A_YEAR = 60 * 60 * 24 * 365
MOST = 20  # people who share one browser and are remembered by it

# The first that occurs counts: Edge calls itself Chrome too, and Chrome calls itself Safari.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "ChromeOS",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def device_in_words(user_agent: str) -> str:
    """ "Firefox on Windows"; what cannot be told is said to be unknown."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("An unknown browser")


def is_known(request: HttpRequest, person: Person) -> bool:
    """Whether this browser carries our mark that the person has signed in with it."""
    return person.pk in _known_people(request)


def remember(response: HttpResponse, request: HttpRequest, person: Person) -> None:
    """The mark holds ids only, signed; it lets nobody in, it only spares a letter."""
    people = [pk for pk in _known_people(request) if pk != person.pk]
    response.set_cookie(
        COOKIE,
        signing.dumps([*people, person.pk][-MOST:], salt=SALT),
        max_age=A_YEAR,
        secure=settings.IS_HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _known_people(request: HttpRequest) -> list[int]:
    try:
        return list(signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=A_YEAR))
    except signing.BadSignature:
        return []


def _first(words: dict[str, str], text: str) -> str:
    return next((name for word, name in words.items() if word in text), "")
