"""The charter by the link in a letter: opening shows, a press signs. No sign-in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.permissions import public
from common.pages.signed_links import opening, rate_limited, row_behind
from common.refusal import Refusal
from governance.forms.charter.signing import ObjectionsForm
from governance.models import CharterRequest, CharterSignature
from governance.operations.charter import signing as operations
from governance.operations.charter.signing import Word
from governance.reports.charter.reading import version_page
from governance.views.charter.signing import objections_of


def _behind(token: str) -> CharterRequest:
    nothing = _("This link does not lead to a charter any more.")
    return row_behind(token, CharterRequest, nothing=nothing, at=timezone.now())


@public
@rate_limited
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@opening(_behind, broken="governance/charter/link_broken.html")
def answer(request: HttpRequest, asked: CharterRequest) -> HttpResponse:
    said = CharterSignature.objects.answer_of(asked.organisation_id, to=asked.version)
    form = ObjectionsForm(initial={"objections": said.objections if said else ""})
    if request.method == "POST":
        form = objections_of(request) or form
        if not form.is_bound or form.is_valid():
            return _say(request, asked, form)
    page = {
        "asked": asked,
        "version": asked.version,
        "parts": version_page(asked.version),
        "organisation": asked.organisation,
        "said": said,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "governance/charter/link.html", page, status=status)


def _say(request: HttpRequest, asked: CharterRequest, form: ObjectionsForm) -> HttpResponse:
    word = Word(
        objections=form.cleaned_data["objections"] if form.is_bound else "",
        way=CharterSignature.Way.LINK,
        contact=asked.contact,
    )
    now = timezone.now()
    today = asked.version.coalition.day(at=now)
    try:
        operations.answer(asked.version, asked.organisation, word, on=today, at=now, by=None)
    except Refusal as reason:
        page = {"asked": asked, "version": asked.version, "reason": reason}
        return render(request, "governance/charter/link_over.html", page, status=410)
    return redirect(request.path)
