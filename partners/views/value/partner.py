"""What one partner gains by being here, in two voices, and its yearly review card."""

from collections.abc import Callable
from copy import copy

from django.contrib import messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.refusal import Refusal
from common.text.numbers import read_id
from partners.forms.value.gains import HopesForm, OwnWordsForm, StatementForm, ToldHopesForm
from partners.models import Organisation, ValueStatement, Wording
from partners.operations.value import benefits as operations
from partners.operations.value.letters import statement_from
from partners.reports.value.letters import letters_of
from partners.reports.value.merge_words import Filled, in_braces
from partners.reports.value.partner import value_of
from partners.reports.value.reasons import reasons_of
from partners.reports.value.review import review_of
from partners.reports.value.wordings import offered_to
from partners.views.editing import partner_of, undo_tag

Save = Callable[..., ValueStatement]


@require(Permission.SEE_COALITION)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Promised, delivered, doubted; for whoever speaks for the partner, without our own notes."""
    organisation = partner_of(request, pk)
    membership, today = request.membership, request.today
    page = {
        "organisation": organisation,
        "value": value_of(organisation, on=today),
        "today": today,
    }
    if not membership.may(Permission.SEE_PARTNERS):
        return render(request, "partners/value/mine.html", page)
    if membership.may(Permission.SEE_CONTACT_DETAILS):
        page["letters"] = letters_of(organisation, membership=membership)
    return render(request, "partners/value/show.html", page)


@require(Permission.SEE_COALITION)
@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """“Promised benefit – delivered?” of one year, to look at together; `?year=2025`."""
    organisation = partner_of(request, pk)
    today = request.today
    card = review_of(organisation, year=year_asked(request, usual=today.year), on=today)
    page = {"organisation": organisation, "card": card}
    return render(request, "partners/value/review.html", page)


def year_asked(request: HttpRequest, *, usual: int) -> int:
    """Years in which nobody can have promised anything count as this one."""
    year = read_id(request.GET.get("year")) or usual
    return year if 1900 <= year <= usual else usual  # noqa: PLR2004 - years


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """What we say to them; `?wording=17` begins with that wording, filled in."""
    organisation = partner_of(request, pk)
    offered = offered_to(organisation, purpose=Wording.Purpose.STATEMENT)
    statements = Wording.objects.of_coalition(request.coalition.pk).for_purpose(
        Wording.Purpose.STATEMENT
    )
    return _written(
        request,
        pk,
        StatementForm,
        operations.state_value,
        template="partners/value/statement.html",
        wording=statements.chosen(request.GET.get("wording")),
        offered=offered,
        reasons=reasons_of(organisation),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def told_hopes(request: HttpRequest, pk: int) -> HttpResponse:
    """What the partner hopes to gain, as it told one of us; of a prospect nobody signs in."""
    return _written(
        request, pk, ToldHopesForm, operations.note_hopes, template="partners/value/told_hopes.html"
    )


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def hopes(request: HttpRequest, pk: int) -> HttpResponse:
    """What the partner hopes to gain, from their own hand."""
    return _written(
        request, pk, HopesForm, operations.state_hopes, template="partners/value/hopes.html"
    )


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def own_words(request: HttpRequest, pk: int) -> HttpResponse:
    """What the partner gains, as it says itself, beside what we say."""
    return _written(
        request,
        pk,
        OwnWordsForm,
        operations.state_own_words,
        template="partners/value/own_words.html",
    )


def _written(
    request: HttpRequest,
    pk: int,
    form_class: type[ModelForm],
    save: Save,
    *,
    template: str,
    wording: Wording | None = None,
    **shown: object,
) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = partner_of(request, pk)
        said = ValueStatement.objects.told_of(organisation)

        def make_form(data: QueryDict | None) -> ModelForm:
            return form_class(data, instance=copy(said))

        now = timezone.now()
        record = {ValueStatement: {"id": said.pk or 0}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            (words,) = edit.form.cleaned_data.values()
            on = request.today
            try:
                save(organisation, words=words.strip(), by=request.user, on=on)
            except Refusal as reason:
                messages.warning(request, str(reason))
            else:
                edit.saved(request, at=now)
                _tell_saved(request, organisation)
            return redirect("partners:value", request.coalition.slug, pk)
    if wording and request.method == "GET":
        filled = begin_with(request, wording, organisation, said)
        # The mark stays that of what is saved: only the fields begin anew.
        edit.form = form_class(instance=copy(said), initial={"statement": filled.text})
        shown["missing"] = in_braces(filled.missing)
    page = {"organisation": organisation, "subject": organisation.name, "said": said, **shown}
    return edit.page(request, template, {**page, "wording": wording})


def _tell_saved(request: HttpRequest, organisation: Organisation) -> None:
    may_undo = request.membership.may(Permission.EDIT_PARTNERS)
    undo = undo_tag(request, organisation) if may_undo else ""
    messages.success(request, _("It is written down."), extra_tags=undo)


def begin_with(
    request: HttpRequest, wording: Wording, organisation: Organisation, said: ValueStatement
) -> Filled:
    return statement_from(
        wording,
        organisation,
        coalition=request.coalition,
        said=said,
        by=request.user,
        on=request.today,
    )
