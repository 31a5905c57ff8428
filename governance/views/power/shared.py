"""What pages about rules and power share: a form that adds, and rows that the member may see."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from common.form_keys import once, sending
from common.refusal import Refusal
from governance.models import Body
from governance.views.said import done

M = TypeVar("M", bound=models.Model)


def adding(
    request: HttpRequest,
    form: Any,
    make: Callable[[], M],
    *,
    model: type[M],
    template: str,
    said: str,
    back: Callable[[M], str],
    page: Mapping[str, Any],
) -> HttpResponse:
    """A form that makes something: once, however often it is sent; a refusal stands above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            made = once(sending(request), make, model=model, at=timezone.now())
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, said)
            return redirect(back(made))
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"form": form, **page}, status=status)


def body_asked(request: HttpRequest) -> Body | None:
    """`?body=12`, when the member may read of it."""
    return Body.objects.visible_to(request.membership).chosen(request.GET.get("body", ""))
