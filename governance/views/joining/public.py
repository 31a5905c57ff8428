"""What strangers see of the open door: no sign-in, and nothing else of the coalition."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import public
from common.editing.form_keys import once, sending
from common.pages.signed_links import is_too_often, rate_limited
from common.refusal import Refusal
from governance.forms.joining.door import AskForm, is_robot
from governance.models import JoinRequest, OpenDoor
from governance.operations.joining import door as operations

# Sendings from one place in an hour: a library or a clinic may have many people behind one address.
MOST_SENDINGS = 20
HOUR = 60 * 60


@public
@rate_limited
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, home: str) -> HttpResponse:
    door = door_at(home)
    form = AskForm(request.POST if request.method == "POST" else None, door=door)
    if request.method == "POST" and form.is_valid():
        answer = _answer(request, door, form)
        if answer:
            return answer
    status = 422 if request.method == "POST" else 200
    return render(
        request, "governance/joining/public.html", {"door": door, "form": form}, status=status
    )


def _answer(request: HttpRequest, door: OpenDoor, form: AskForm) -> HttpResponse | None:
    """Kept and confirmed; None when something is refused, which the form then says."""
    thanks = redirect("join_sent", door.coalition.slug)
    if is_robot(request.POST):
        return thanks
    if is_too_often(request, what="joining", most=MOST_SENDINGS, within=HOUR):
        return render(request, "429.html", status=429)
    now, email = timezone.now(), form.cleaned_data["email"]
    try:
        once(
            sending(request),
            lambda: operations.ask_to_join(
                door, form.said(), email=email, language=request.LANGUAGE_CODE, at=now
            ),
            model=JoinRequest,
            at=now,
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return None
    return thanks


@public
@rate_limited
@require_safe
def sent(request: HttpRequest, home: str) -> HttpResponse:
    """The same for everybody, whatever was sent: who has asked is nobody's business."""
    return render(request, "governance/joining/sent.html", {"door": door_at(home)})


def door_at(home: str) -> OpenDoor:
    """One answer for a coalition that is not there and one that has shut its door."""
    door = OpenDoor.objects.standing_open(home)
    if door is None:
        raise Http404(_("There is no page at this address."))
    return door
