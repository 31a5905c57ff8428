"""One's own part in what comes next: what one would like to grow into, one's mentor, one's handover."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.succession.interests import AnswerForm, ForWhichRoleForm, InterestForm
from governance.models import Interest, Ready
from governance.operations.succession import interests as operations
from governance.reports.succession.growing import growing_of, register_for
from governance.reports.succession.people import contact_of
from governance.views.succession.parts import answers


@require(Permission.OFFER_TO_LEAD)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    growing = growing_of(request.membership)
    page = {"growing": growing, "today": request.today}
    return render(request, "governance/succession/growing.html", page)


@require(Permission.OFFER_TO_LEAD)
@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    form = InterestForm(
        typed(request), membership=request.membership, initial={"ready": Ready.WITHIN_A_YEAR}
    )
    answer = answers.made(
        request,
        form,
        lambda: operations.offer(request.coalition, form.wish(), on=request.today, by=request.user),
        model=Interest,
        said=_("Thank you. A coordinator answers you."),
        back=lambda _interest: _address(request, "growing"),
    )
    return answer or shown(request, "governance/succession/offer.html", {"form": form})


@require(Permission.OFFER_TO_LEAD)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    interest = _own(request, pk)
    return answers.pressed(
        request,
        lambda: operations.withdraw(interest, on=request.today, by=request.user),
        said=_("That is withdrawn."),
        back=_address(request, "growing"),
    )


@require(Permission.OFFER_TO_LEAD)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    interest = _own(request, pk)
    return answers.pressed(
        request,
        lambda: operations.restore(interest, by=request.user),
        said=_("It stands in the register again."),
        back=_address(request, "growing"),
    )


# ---------------------------------------------------------------- the register


@require(Permission.SEE_SUCCESSION)
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    found = register_for(request.membership)
    return render(request, "governance/succession/register.html", {"register": found})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answered in words; below the answer, the way to make a deputy of them."""
    rows = Interest.objects.visible_to(request.membership).standing().told()
    return answers.changed(
        request,
        rows,
        pk,
        make_form=lambda data, interest: AnswerForm(data, initial={"answer": interest.answer}),
        save=lambda interest, form: operations.answer(
            interest, words=form.cleaned_data["answer"], on=request.today, by=request.user
        ),
        template="governance/succession/interest.html",
        said=_("That is answered. They read it on their page."),
        back=lambda _interest: _address(request, "offers"),
        more=lambda interest: {
            "contact": contact_of(request.coalition.pk, interest.person.email),
            "role_form": ForWhichRoleForm(membership=request.membership, interest=interest),
        },
    )


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def choose_role(request: HttpRequest, pk: int) -> HttpResponse:
    """From the register to the form that names a deputy for the chosen key role."""
    interest = get_object_or_404(Interest.objects.visible_to(request.membership), pk=pk)
    form = ForWhichRoleForm(request.GET, membership=request.membership, interest=interest)
    if form.is_valid():
        page = _address(request, "deputy_add", form.cleaned_data["key_role"].pk)
        return redirect(f"{page}?interest={interest.pk}")
    return redirect(_address(request, "offer", interest.pk))


def _own(request: HttpRequest, pk: int) -> Interest:
    rows = Interest.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=pk)


def _address(request: HttpRequest, name: str, *args: int) -> str:
    return reverse(f"governance:{name}", args=[request.coalition.slug, *args])
