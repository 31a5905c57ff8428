"""A form over a record that others may change meanwhile: opened, sent, compared, chosen, saved.

A view makes one with `opened(…)` inside `versions.held(…)`, saves when `edit.may_be_saved`, and answers
with `edit.page(…)` otherwise. The form carries a signed mark: for whom and when it was opened, and what it
showed then. So a form that was sent an hour later, from another tab, or out of a draft of last week is
compared with what is saved now, and nothing is overwritten unseen.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core import signing
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from common.editing import expired_sign_in, locking, presence
from common.editing.locking import Editor, Record, changed_by
from common.editing.reconciling import Difference, differences
from common.editing.snapshots import Answer, parts_of, shown_by

FormMaker = Callable[[QueryDict | None], Any]
OURS, THEIRS, TOGETHER = "mine", "theirs", "together"


@dataclass(frozen=True)
class Mark:
    """What a form remembers of the moment in which it was opened."""

    at: datetime
    before: dict[str, Answer]


@dataclass
class Edit:
    """One form over one record, as it should now be saved or shown."""

    form: Any
    mark: str
    record: str = ""
    may_be_saved: bool = False
    is_marked: bool = False
    conflicts: list[Difference] = field(default_factory=list)
    merged: list[Difference] = field(default_factory=list)
    editors: list[Editor] = field(default_factory=list)
    sent: QueryDict | None = None

    @property
    def who(self) -> str:
        """“Ana Ruiz and Ben Cole”, of whom history knows; else “Somebody”."""
        names = [editor.name for editor in self.editors]
        return get_text_list(names, _("and")) if names else _("Somebody")

    @property
    def resent(self) -> list[tuple[str, str]]:
        """Everything that was typed, for the page on which one chooses."""
        pairs = self.sent.lists() if self.sent else ()
        left_out = ("csrfmiddlewaretoken", "opened", "choose")
        return [
            (name, value)
            for name, values in pairs
            if name not in left_out and not name.startswith(("keep-", "write-"))
            for value in values
        ]

    def saved(self, request: HttpRequest, *, at: datetime) -> None:
        """They no longer edit it; and what others had changed meanwhile, and that it was kept."""
        if self.record and request.user.pk:
            presence.leave(self.record, person=request.user.pk, at=at)
        if self.merged:
            labels = get_text_list([each.part.label for each in self.merged], _("and"))
            words = _("Meanwhile %(who)s changed: %(what)s. Your changes and theirs are both kept.")
            messages.info(request, words % {"who": self.who, "what": labels})

    def page(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        """The form again, or both versions side by side when a person must choose.

        `back` in the context is where one begins with theirs, if the form has no page at its own address.
        """
        page = {"form": self.form, "edit": self, **context}
        if self.conflicts:
            return render(request, "common/both_versions.html", page, status=409)
        is_refused = request.method == "POST" and bool(self.form.errors)
        return render(request, template, page, status=422 if is_refused else 200)


def holding(request: HttpRequest, rows: models.QuerySet, pk: int) -> AbstractContextManager:
    """`versions.held` while something is sent; reading a form locks nothing."""
    return locking.held(rows, pk=pk) if request.method == "POST" else nullcontext()


def holding_row(request: HttpRequest, row: models.Model) -> AbstractContextManager:
    """The same over a row that the request knows already: its coalition, its person."""
    return holding(request, _rows_like(row), row.pk)


def as_saved(row: models.Model) -> Any:
    """The row once more, as saved now: a form may fill this one while the page still shows the other."""
    return _rows_like(row).get(pk=row.pk)


def _rows_like(row: models.Model) -> models.QuerySet:
    return row._meta.default_manager.all()  # type: ignore[union-attr]  # noqa: SLF001 - Django's own door


def opened(request: HttpRequest, make_form: FormMaker, *, record: Record, at: datetime) -> Edit:
    """The form as this request should see it. `make_form(None)` shows what is saved now."""
    now = make_form(None)
    fresh = marked(request, shown_by(now), at=at)
    typed = expired_sign_in.kept(request)
    if request.method == "POST":
        data = _with_choices(request.POST, mark=read(request.POST.get("opened", "")))
        edit = _compared(data, make_form, now=now, fresh=fresh, record=record)
    elif typed is not None:
        edit = Edit(form=make_form(typed), mark=str(typed.get("opened", fresh)))
    else:
        edit = Edit(form=now, mark=fresh)
    edit.record = _named(request, record)
    return edit


def marked(request: HttpRequest, before: Mapping[str, Answer], *, at: datetime) -> str:
    """What a form carries with it. It tells nothing that the form does not show."""
    content = {"person": request.user.pk, "at": at.isoformat(), "before": before}
    return signing.dumps(content, salt=expired_sign_in.ISSUED, compress=True)


def read(mark: str) -> Mark | None:
    """None for a form that carries no mark of ours: it was opened nowhere, so it compares with nothing."""
    try:
        content = signing.loads(mark, salt=expired_sign_in.ISSUED)
        before = {name: tuple(answer) for name, answer in content["before"].items()}
        return Mark(at=datetime.fromisoformat(content["at"]), before=before)
    except (signing.BadSignature, KeyError):
        return None


def stands_otherwise(request: HttpRequest, **now: object) -> bool:
    """For a button without a form of its own, `{% opened_on name=view.name %}` beside it: whether what it
    was pressed on is not what its page showed. A press that carries no mark was made on nothing shown.
    """
    mark = read(request.POST.get("opened", ""))
    shown = mark.before if mark else {}
    return any(shown.get(name, (str(value),)) != (str(value),) for name, value in now.items())


def _named(request: HttpRequest, record: Record) -> str:
    """By which name others who edit the same record are asked for, inside a coalition."""
    coalition = getattr(request, "coalition", None)
    model, columns = next(iter(record.items()))
    name = f"{model._meta.label_lower}:{columns['id']}"  # noqa: SLF001 - Django's own door
    return presence.sign(name, tenant=coalition.pk) if coalition else ""


def _compared(
    data: QueryDict, make_form: FormMaker, *, now: Any, fresh: str, record: Record
) -> Edit:
    mark = read(data.get("opened", ""))
    form = make_form(data)
    if not form.is_valid() or mark is None:
        # As long as something is wrong the form keeps the version on which it was opened.
        carried = data["opened"] if mark else fresh
        return Edit(
            form=form, mark=str(carried), may_be_saved=form.is_valid(), is_marked=bool(mark)
        )
    mine = {part.name: part.sent() for part in parts_of(form)}
    found = differences(parts_of(form), before=mark.before, theirs=shown_by(now), mine=mine)
    found += _undecided(form, data, mark, already={each.part.name for each in found})
    if not found:
        return Edit(form=form, mark=fresh, may_be_saved=True, is_marked=True)
    for each in found:
        if each.outcome is not None:
            each.part.write(data, each.outcome)
    conflicts = [each for each in found if each.outcome is None]
    merged = make_form(data)
    return Edit(
        form=merged,
        mark=fresh,
        may_be_saved=merged.is_valid() and not conflicts,
        is_marked=True,
        conflicts=conflicts,
        merged=[each for each in found if each.outcome is not None],
        editors=changed_by(record, since=mark.at),
        sent=data,
    )


def _with_choices(sent: QueryDict, *, mark: Mark | None) -> QueryDict:
    """What was sent, with the answers of somebody who chose between two versions put in their places."""
    data = sent.copy()
    for name in sent.getlist("choose"):
        choice = sent.get(f"keep-{name}")
        if choice == THEIRS and mark:
            data.setlist(name, list(mark.before.get(name, ())))
        if choice == TOGETHER:
            data.setlist(name, [sent.get(f"write-{name}", "")])
    return data


def _undecided(form: Any, data: QueryDict, mark: Mark, *, already: set[str]) -> list[Difference]:
    """Parts that somebody was asked about and left without an answer are asked about again."""
    answers = (OURS, THEIRS, TOGETHER)
    asked = {name for name in data.getlist("choose") if data.get(f"keep-{name}") not in answers}
    return [
        Difference(part, part.sent(), mark.before.get(part.name, ()), part.sent(), None)
        for part in parts_of(form)
        if part.name in asked - already
    ]
