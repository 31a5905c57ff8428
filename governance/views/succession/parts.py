"""What pages of who comes next share: making, changing, pressing, and saying so."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.permissions import Permission
from common.editing import holding, opened
from common.form_keys import once, sending
from common.refusal import Refusal
from governance.views import said

Making = Callable[[], models.Model]


def done(request: HttpRequest, words: str) -> None:
    """Say so; with the button that takes it back for who may press it."""
    if request.membership.may(Permission.EDIT_GOVERNANCE):
        said.done(request, words)
    else:
        messages.success(request, words)


def made(
    request: HttpRequest,
    form: Any,
    make: Making,
    *,
    model: type[models.Model],
    words: str,
    back: Callable[[Any], str],
) -> HttpResponse | None:
    """A form that makes something was sent: make it once, say so, and go on. None: show the form (again)."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        row = once(sending(request), make, model=model, at=timezone.now())
    except Refusal as reason:
        form.add_error(None, str(reason))
        return None
    done(request, words)
    return redirect(back(row))


def changed(
    request: HttpRequest,
    rows: models.QuerySet,
    pk: int,
    *,
    make_form: Callable[[Any, Any], Any],
    save: Callable[[Any, Any], object],
    template: str,
    words: str,
    back: Callable[[Any], str],
    more: Callable[[Any], dict[str, Any]] = lambda _row: {},
) -> HttpResponse:
    """A form over one row: compared with what others saved meanwhile, then saved and told."""
    with holding(request, rows, pk):
        row = get_object_or_404(rows, pk=pk)
        now = timezone.now()
        edit = opened(
            request, lambda data: make_form(data, row), record={rows.model: {"id": pk}}, at=now
        )
        if edit.may_be_saved:
            try:
                save(row, edit.form)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, words)
                return redirect(back(row))
    page = {"row": row, "subject": str(row), "way_back": back(row), **more(row)}
    return edit.page(request, template, page)


def pressed(
    request: HttpRequest, verb: Callable[[], object], *, words: str, back: str
) -> HttpResponse:
    """A button: do it and say so, or say why not."""
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, words)
    return redirect(back)


def shown(request: HttpRequest, template: str, page: dict[str, Any]) -> HttpResponse:
    """A page with a form; 422 when what was sent is shown again."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, page, status=status)
