"""Times and funnel of coming in, and the rows behind every number."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import download
from governance.forms.joining.figures import PeriodForm
from governance.reports.joining import page as reports
from governance.reports.joining.figures import LABELS, STAGES
from governance.reports.joining.question import Question
from governance.reports.joining.ways import FIRSTS

A_PAGE = 50


@require(Permission.SEE_PARTNERS)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    question = Question.asked(request.GET, on=request.today)
    page = {
        "found": reports.figures(request.coalition, question, on=request.today),
        "form": PeriodForm(initial=vars(question)),
        "firsts": [LABELS[stage] for stage in FIRSTS],
    }
    return render(request, "governance/joining/figures.html", page)


@require(Permission.SEE_PARTNERS)
@require_GET
def picture(request: HttpRequest) -> HttpResponseBase:
    """The drawing as a file, in the colours of paper."""
    question = Question.asked(request.GET, on=request.today)
    found = reports.figures(request.coalition, question, on=request.today)
    name = slugify(f"{request.coalition.brief_name} {question.since} {question.until}")
    page = {"picture": found.picture}
    return download(f"{name}.svg", render_to_string("governance/joining/funnel.svg", page, request))


@require(Permission.SEE_PARTNERS)
@require_GET
def rows(request: HttpRequest) -> HttpResponse:
    """Who stands behind one number, with every day and what it is read from."""
    question = Question.asked(request.GET, on=request.today)
    found = reports.rows(request.coalition, question, on=request.today)
    page = {
        "question": question,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "number": len(found),
        "stages": STAGES,
        "label": LABELS.get(question.stage, ""),
    }
    return render(request, "governance/joining/rows.html", page)
