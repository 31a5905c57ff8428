"""The coalition's own questions of due diligence: added, reworded, ordered, retired."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.ordering import step_in
from common.refusal import Refusal
from partners.forms.risk.diligence import QuestionForm
from partners.models import DiligenceQuestion
from partners.operations.risk import diligence as operations


@require(Permission.EDIT_TAXONOMY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = list(DiligenceQuestion.objects.of_coalition(request.coalition).with_use())
    page = {
        "asked": [one for one in rows if not one.is_retired],
        "retired": [one for one in rows if one.is_retired],
    }
    return render(request, "partners/risk/questions.html", page)


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    question = DiligenceQuestion(coalition=request.coalition)
    form = QuestionForm(typed(request), instance=question)
    if request.method == "POST" and form.is_valid():
        try:
            once(
                sending(request),
                lambda: operations.add_question(form.save(commit=False), by=request.user),
                model=DiligenceQuestion,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("The question is on the checklist."))
            return back(request)
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "question": question}
    return render(request, "partners/risk/question.html", page, status=status)


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, DiligenceQuestion.objects.of_coalition(request.coalition), pk):
        question = question_of(request, pk)

        def make_form(data: QueryDict | None) -> QuestionForm:
            return QuestionForm(data, instance=copy(question))

        now = timezone.now()
        edit = opened(request, make_form, record={DiligenceQuestion: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_question(edit.form.save(commit=False), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                messages.success(request, _("The question is saved."))
                return back(request)
    page = {"question": question, "subject": question.words}
    return edit.page(request, "partners/risk/question.html", page)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    question = question_of(request, pk)
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_question(question, step=step, by=request.user),
        model=DiligenceQuestion,
        at=timezone.now(),
    )
    return back(request)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    question = question_of(request, pk)
    operations.retire_question(question, on=request.today, by=request.user)
    undo = reverse("partners:risk_question_reinstate", args=[request.coalition.slug, pk])
    said = _("It is asked no more. What was found stays.")
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return back(request)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    operations.restore_question(question_of(request, pk), by=request.user)
    messages.success(request, _("It is asked again."))
    return back(request)


@require(Permission.EDIT_TAXONOMY)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    count = operations.fill_questions(request.coalition, by=request.user)
    said = ngettext("One question is new.", "%(n)d questions are new.", count) % {"n": count}
    messages.success(request, said if count else _("All of them are on the list already."))
    return back(request)


def question_of(request: HttpRequest, pk: int) -> DiligenceQuestion:
    return get_object_or_404(DiligenceQuestion.objects.of_coalition(request.coalition), pk=pk)


def back(request: HttpRequest) -> HttpResponse:
    return redirect("partners:risk_questions", request.coalition.slug)
