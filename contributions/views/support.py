"""Support that partners ask for: asked, answered, provided, and the page on which it waits."""

from collections.abc import Callable
from copy import copy
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from contributions.forms.support import AgreeForm, DeclineForm, NoteForm, ProvideForm, SupportForm
from contributions.models import SupportRequest
from contributions.models.support import SupportQuerySet
from contributions.operations import support as operations
from contributions.reports.support import Question, kind_called, requests
from contributions.views.said import answers, is_own_word
from partners.views.editing import partner_of

LONGEST = 500  # letters that the words of a request take


@require(Permission.READ_NOTES)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    page = request.GET.get("page")
    found = requests(Question.asked(request.GET), membership=request.membership, page=page)
    told = {"requests": found, "today": request.today}
    return render(request, "contributions/support/list.html", told)


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """`?kind=An interpreter&words=In the evening` begins with what was noted as their need."""
    organisation, own = partner_of(request, pk), is_own_word(request)
    need, said = request.GET.get("kind", ""), request.GET.get("words", "")
    begun = {"kind": kind_called(need) if need else "", "words": (said or need)[:LONGEST]}
    form = SupportForm(typed(request), initial=begun)

    def make() -> SupportRequest:
        asked = form.save(commit=False)
        return operations.ask(
            organisation, asked, on=request.today, by=request.user, is_their_own_word=own
        )

    said = _("You have asked for it. You read the answer here.") if own else _("It is asked for.")
    answer = answers.made(request, form, make, model=SupportRequest, said=said, back=place_of)
    page = {"form": form, "organisation": organisation, "is_own": own}
    return answer or shown(request, "contributions/support/form.html", page)


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    own = is_own_word(request)
    return _changed(
        request,
        pk,
        lambda data, row: SupportForm(data, instance=copy(row)),
        lambda _row, form: operations.edit(
            form.save(commit=False), by=request.user, is_their_own_word=own
        ),
        template="contributions/support/form.html",
        said=_("It is saved."),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    return _answered(
        request,
        pk,
        AgreeForm,
        operations.agree,
        "contributions/support/agree.html",
        _("You agreed to it."),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    said = _("You declined it. They read why.")
    return _answered(
        request, pk, DeclineForm, operations.decline, "contributions/support/decline.html", said
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def provide(request: HttpRequest, pk: int) -> HttpResponse:
    day = request.today
    return _changed(
        request,
        pk,
        lambda data, row: ProvideForm(
            data, initial={"on": row.provided_on or day, "what": row.provided_what}, today=day
        ),
        lambda row, form: operations.provide(row, by=request.user, **form.cleaned_data),
        template="contributions/support/provide.html",
        said=_("Noted as provided."),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, pk: int) -> HttpResponse:
    return _changed(
        request,
        pk,
        lambda data, row: NoteForm(data, instance=copy(row)),
        lambda _row, form: operations.note(form.save(commit=False), by=request.user),
        template="contributions/support/note.html",
        said=_("It is written down."),
    )


@require(Permission.LOG_CONTRIBUTIONS)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(rows_of(request), pk=pk)
    return answers.pressed(
        request,
        lambda: operations.withdraw(row, on=request.today, by=request.user),
        said=_("It is not needed any more."),
        back=place_of(row),
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(rows_of(request), pk=pk)
    return answers.pressed(
        request,
        lambda: operations.reopen(row, by=request.user),
        said=_("It waits for an answer again."),
        back=place_of(row),
    )


def _answered(
    request: HttpRequest,
    pk: int,
    form_class: Any,
    verb: Callable[..., SupportRequest],
    template: str,
    said: str,
) -> HttpResponse:
    day = request.today
    return _changed(
        request,
        pk,
        lambda data, row: form_class(data, initial={"words": row.answer_words}),
        lambda row, form: verb(row, words=form.cleaned_data["words"], on=day, by=request.user),
        template=template,
        said=said,
    )


def _changed(
    request: HttpRequest, pk: int, make_form: Any, save: Any, *, template: str, said: str
) -> HttpResponse:
    return answers.changed(
        request,
        rows_of(request),
        pk,
        make_form=make_form,
        save=save,
        template=template,
        said=said,
        back=place_of,
        more=lambda row: {"organisation": row.organisation, "is_own": is_own_word(request)},
    )


def rows_of(request: HttpRequest) -> SupportQuerySet:
    return SupportRequest.objects.visible_to(request.membership).told()


def place_of(row: SupportRequest) -> str:
    """Where it stands in the partner's ledger."""
    page = reverse(
        "contributions:ledger", args=[row.organisation.coalition.slug, row.organisation_id]
    )
    return f"{page}#support-{row.pk}"
