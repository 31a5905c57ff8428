"""Signed links: one purpose, one recipient, an end, and the row it opens has the last word.

A link proves only that we made it, for whom and until when. Whether it still holds (withdrawn, used,
ended) is asked of its row each time, so revoking a row revokes every link to it. Opening a link shows;
only a press acts, because mail scanners open whatever they find.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from common.refusal import Refusal

View = Callable[..., HttpResponseBase]

OPENINGS_A_MINUTE = 60
MINUTE = 60


class BrokenLink(Refusal):
    """The address was cut off or changed on its way, or was never ours."""


@dataclass(frozen=True)
class Link:
    row: int
    recipient_mark: str
    until: datetime

    def is_for(self, recipient: str) -> bool:
        return constant_time_compare(self.recipient_mark, _mark(recipient))

    def is_over(self, *, at: datetime) -> bool:
        return at >= self.until


def make_token(*, purpose: str, row: int, recipient: str, until: datetime) -> str:
    """The part of an address that only we can write. The same arguments give the same token."""
    content = [row, _mark(recipient), int(until.timestamp())]
    return Signer(salt=f"link:{purpose}").sign_object(content)


def read_token(token: str, *, purpose: str) -> Link:
    """What a token says. Raises BrokenLink unless it was made here, and for this purpose."""
    try:
        row, mark, until = Signer(salt=f"link:{purpose}").unsign_object(token)
    except (BadSignature, ValueError) as error:
        raise BrokenLink(_("This link is not whole. Open it again from the letter.")) from error
    return Link(row=row, recipient_mark=mark, until=datetime.fromtimestamp(until, tz=UTC))


def path_to(row: Any, name: str, *, recipient: str, until: datetime) -> str:
    """The path by which one recipient opens a row, under the address of that name; the same each time."""
    token = make_token(purpose=row.LINK_PURPOSE, row=row.pk, recipient=recipient, until=until)
    return reverse(name, args=[token])


def row_behind(token: str, model: Any, *, nothing: str, at: datetime) -> Any:
    """The row that a token opens. Raises BrokenLink, in the words of `nothing`, when it opens none."""
    link = read_token(token, purpose=model.LINK_PURPOSE)
    row = model.objects.opened_by(link)
    if row is None or link.is_over(at=at):
        raise BrokenLink(nothing)
    return row


def opening(find: Callable[[str], Any], *, broken: str) -> Callable[[View], View]:
    """Gives the view what `find` reads from the token; a link that leads nowhere gets the page `broken`."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, token: str) -> HttpResponseBase:
            try:
                row = find(token)
            except BrokenLink as reason:
                return render(request, broken, {"reason": reason}, status=404)
            return view(request, row)

        return guarded

    return guard


def absolute(path: str) -> str:
    """A path as an address for letters. It never comes from the request, whose host may be forged."""
    return f"{settings.SITE_URL}{path}"


def rate_limited(view: View) -> View:
    """At most 60 openings a minute from one place: tokens cannot be guessed, nor can we be worn out."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_too_often(request, what="links", most=OPENINGS_A_MINUTE, within=MINUTE):
            return render(request, "429.html", status=429)
        return view(request, *args, **kwargs)

    return guarded


def is_too_often(request: HttpRequest, *, what: str, most: int, within: int) -> bool:
    """Whether one place has done this more often than that in a time, in seconds; asking counts as once."""
    place = get_adapter().get_client_ip(request)
    return _times(f"{what}:{place}", within) > most


def _times(key: str, within: int) -> int:
    """How often in the time that began with the first of them."""
    cache.add(key, 0, within)
    try:
        return cache.incr(key)
    except ValueError:  # the time ended between the two lines
        return 1


def _mark(recipient: str) -> str:
    """Stands for an address in a link, so that browser histories and logs do not collect addresses."""
    return salted_hmac("link-recipient", recipient.strip().lower()).hexdigest()[:20]
