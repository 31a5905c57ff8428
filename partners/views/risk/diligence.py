"""Answering one question of the checklist for one partner."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.refusal import Refusal
from partners.forms.risk.diligence import AnswerForm
from partners.models import DiligenceAnswer, DiligenceQuestion, Organisation
from partners.operations.risk import diligence as operations
from partners.views.editing import partner_of
from partners.views.risk.overview import done


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    asked = DiligenceQuestion.objects.of_coalition(request.coalition).current()
    row = get_object_or_404(asked, pk=question)
    day = request.today
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = partner_of(request, pk)
        found = DiligenceAnswer.objects.latest_of(organisation, row)

        def make_form(data: QueryDict | None) -> AnswerForm:
            return AnswerForm(data, today=day, answer=found)

        now = timezone.now()
        record = {DiligenceAnswer: {"id": found.pk if found else 0}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            try:
                operations.answer(organisation, row, edit.form.found(), on=day, by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                return done(request, organisation, _("Noted: what was found, by you, today."))
    page = {"organisation": organisation, "question": row, "answer": found, "subject": row.words}
    return edit.page(request, "partners/risk/answer.html", page)
