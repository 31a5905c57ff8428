"""The link in a letter to a holder: no sign-in; opening it shows, a press answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import public
from common.editing.form_keys import once, sending
from common.pages.signed_links import BrokenLink, opening, rate_limited, row_behind
from common.refusal import Refusal
from governance.forms.seats.answers import ChangeForm
from governance.models import AskedChange, RoleLetter
from governance.operations.seats import answers
from governance.operations.seats.answers import Voice


def _behind(token: str) -> RoleLetter:
    now = timezone.now()
    nothing = _("This link does not lead to a role any more.")
    letter: RoleLetter = row_behind(token, RoleLetter, nothing=nothing, at=now)
    if letter.is_over(on=letter.role.coalition.day(at=now)):
        raise BrokenLink(_("This term is over. There is nothing to answer any more."))
    return letter


with_letter = opening(_behind, broken="governance/seats/link_broken.html")


@public
@rate_limited
@never_cache
@require_http_methods(["GET", "HEAD"])
@with_letter
def show(request: HttpRequest, letter: RoleLetter) -> HttpResponse:
    return _page(request, letter, ChangeForm())


@public
@rate_limited
@never_cache
@require_POST
@with_letter
def say_yes(request: HttpRequest, letter: RoleLetter) -> HttpResponse:
    """I take it on, or: it is still right. Whichever the letter asked."""
    verb = answers.accept if letter.asks == RoleLetter.Asks.ACCEPT else answers.confirm
    on = letter.role.coalition.day(at=timezone.now())
    try:
        verb(letter.role, voice=Voice(letter=letter), on=on)
    except Refusal as reason:
        return _page(request, letter, ChangeForm(), refusal=str(reason), status=409)
    return redirect(letter.link_path)


@public
@rate_limited
@never_cache
@require_POST
@with_letter
def ask_for_change(request: HttpRequest, letter: RoleLetter) -> HttpResponse:
    form, now = ChangeForm(request.POST), timezone.now()
    if not form.is_valid():
        return _page(request, letter, form, status=422)
    on = letter.role.coalition.day(at=now)
    words = form.cleaned_data["words"]
    try:
        once(
            sending(request),
            lambda: answers.ask_for_change(
                letter.role, words=words, voice=Voice(letter=letter), on=on
            ),
            model=AskedChange,
            at=now,
        )
    except Refusal as reason:
        return _page(request, letter, form, refusal=str(reason), status=409)
    page = {"letter": letter, "role": letter.role, "words": words}
    return render(request, "governance/seats/link_change_asked.html", page)


def _page(
    request: HttpRequest,
    letter: RoleLetter,
    form: ChangeForm,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    page = {"letter": letter, "role": letter.role, "form": form, "refusal": refusal}
    return render(request, "governance/seats/link.html", page, status=status)
