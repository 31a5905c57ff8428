"""How pages answer: made once, changed over what others saved, pressed, moved, shown again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from common.editing.edits import holding, opened
from common.editing.form_keys import once, sending
from common.pages.ordering import step_in
from common.refusal import Refusal

Told = str | Callable[[Any], str]  # the same whatever was made or changed, or told by the row


@dataclass(frozen=True)
class Answers:
    """Those of one part of the product. `done` says what was done there, with the button that undoes it."""

    done: Callable[[HttpRequest, str], object]

    def made(
        self,
        request: HttpRequest,
        form: Any,
        make: Callable[[], models.Model],
        *,
        model: type[models.Model],
        said: Told,
        back: Told,
        refused_at: str | None = None,
    ) -> HttpResponse | None:
        """A form that makes something was sent: make it once, say so, go on. None: show the form (again).

        A refusal stands above the form, or at the field `refused_at`.
        """
        if request.method != "POST" or not form.is_valid():
            return None
        try:
            row = once(sending(request), make, model=model, at=timezone.now())
        except Refusal as reason:
            form.add_error(refused_at, str(reason))
            return None
        self.done(request, _told(said, row))
        return redirect(_told(back, row))

    def changed(
        self,
        request: HttpRequest,
        rows: models.QuerySet,
        pk: int,
        *,
        make_form: Callable[[Any, Any], Any],
        save: Callable[[Any, Any], object],
        template: str,
        said: Told,
        back: Told,
        more: Callable[[Any], Mapping[str, Any]] = lambda _row: {},
        refused_at: str | None = None,
    ) -> HttpResponse:
        """A form over one row: compared with what others saved meanwhile, then saved and told.

        The page gets `row`, `subject` and `way_back`, and what `more` tells of the row.
        """
        with holding(request, rows, pk):
            row, now = get_object_or_404(rows, pk=pk), timezone.now()
            record = {rows.model: {"id": pk}}
            edit = opened(request, lambda data: make_form(data, row), record=record, at=now)
            if edit.may_be_saved:
                try:
                    save(row, edit.form)
                except Refusal as reason:
                    edit.form.add_error(refused_at, str(reason))
                else:
                    edit.saved(request, at=now)
                    self.done(request, _told(said, row))
                    return redirect(_told(back, row))
        page = {"row": row, "subject": str(row), "way_back": _told(back, row), **more(row)}
        return edit.page(request, template, page)

    def pressed(
        self, request: HttpRequest, verb: Callable[[], object], *, said: str, back: str
    ) -> HttpResponse:
        """A button: do it and say so, or say why not. `back` is where the page goes then."""
        try:
            verb()
        except Refusal as reason:
            messages.warning(request, str(reason))
        else:
            self.done(request, said)
        return redirect(back)


def moved(
    request: HttpRequest, row: models.Model, move: Callable[[int], models.Model], *, back: str
) -> HttpResponse:
    """One place earlier or later for one press: pressed twice in a hurry it moves once."""
    step = step_in(request)
    once(sending(request), lambda: move(step), model=type(row), at=timezone.now())
    return redirect(back)


def shown(request: HttpRequest, template: str, page: dict[str, Any]) -> HttpResponse:
    """A page with a form; 422 when what was sent is shown again."""
    status = 422 if request.method == "POST" else 200
    return render(request, template, page, status=status)


def _told(told: Told, row: Any) -> str:
    return told if isinstance(told, str) else told(row)
