"""The bench: which roles are key, and who could take them over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.succession.key_roles import DeputyForm, LossForm, MarkForm, StandingForm
from governance.models import Deputy, Interest, KeyRole
from governance.operations.succession import key_roles as operations
from governance.reports.succession.bench import bench_for, lines_of
from governance.reports.succession.people import people_offered
from governance.views.succession.parts import answers


@require(Permission.SEE_SUCCESSION)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    bench = bench_for(request.membership, on=request.today)
    return render(request, "governance/succession/bench.html", {"bench": bench})


@require(Permission.SEE_SUCCESSION)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    (line,) = lines_of([_role(request, pk)], on=request.today)
    page = {"line": line, "role": line.role, "former": line.role.deputies.past().best_first()}
    return render(request, "governance/succession/key_role.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    marked = KeyRole.objects.visible_to(request.membership).current().in_order()
    form = MarkForm(
        typed(request),
        membership=request.membership,
        besides=[role.seat or role.function for role in marked],
        initial={"hurts": KeyRole.Hurts.WITHIN_A_MONTH},
    )

    def make() -> KeyRole:
        told = {"loss": form.loss(), "on": request.today, "by": request.user}
        if form.chosen is None:
            task = form.cleaned_data["task"]
            return operations.mark_task(request.coalition, name=task, about="", **told)
        return operations.mark(request.coalition, form.chosen, **told)

    answer = answers.made(
        request,
        form,
        make,
        model=KeyRole,
        said=_("It is a key role now. Who could take it over?"),
        back=lambda role: _address(request, "key_role", role.pk),
    )
    return answer or shown(request, "governance/succession/key_role_add.html", {"form": form})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        KeyRole.objects.visible_to(request.membership),
        pk,
        make_form=lambda data, role: LossForm(data, initial=LossForm.shown(role)),
        save=lambda role, form: operations.tell_loss(role, form.loss(), by=request.user),
        template="governance/succession/key_role_edit.html",
        said=_("That is saved."),
        back=lambda role: _address(request, "key_role", role.pk),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def unmark(request: HttpRequest, pk: int) -> HttpResponse:
    role = _role(request, pk)
    return answers.pressed(
        request,
        lambda: operations.unmark(role, on=request.today, by=request.user),
        said=_("%(role)s is not a key role any more.") % {"role": role},
        back=_address(request, "succession"),
    )


# ---------------------------------------------------------------- deputies


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_deputy(request: HttpRequest, pk: int) -> HttpResponse:
    """`?interest=17`: somebody who has said so in the register."""
    role = _role(request, pk)
    interests = Interest.objects.visible_to(request.membership).standing().told()
    interest = interests.chosen(request.GET.get("interest", ""))
    form = DeputyForm(
        typed(request), coalition=request.coalition.pk, initial=DeputyForm.begun(interest)
    )

    def make() -> Deputy:
        person, standing = form.cleaned_data["person"], form.standing()
        return operations.name_deputy(
            role, person, standing, interest=interest, on=request.today, by=request.user
        )

    answer = answers.made(
        request,
        form,
        make,
        model=Deputy,
        said=_("They are a deputy now."),
        back=lambda _deputy: _address(request, "key_role", role.pk),
    )
    names = people_offered(request.coalition)
    page = {"form": form, "role": role, "interest": interest, "names": names}
    return answer or shown(request, "governance/succession/deputy_add.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit_deputy(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Deputy.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, deputy: StandingForm(data, initial=StandingForm.shown(deputy)),
        save=lambda deputy, form: operations.tell_standing(
            deputy, form.standing(), by=request.user
        ),
        template="governance/succession/deputy_edit.html",
        said=_("That is saved."),
        back=lambda deputy: _address(request, "key_role", deputy.key_role_id),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def release_deputy(request: HttpRequest, pk: int) -> HttpResponse:
    deputies = Deputy.objects.visible_to(request.membership).told()
    deputy = get_object_or_404(deputies, pk=pk)
    return answers.pressed(
        request,
        lambda: operations.release_deputy(deputy, on=request.today, by=request.user),
        said=_("%(name)s is not a deputy any more.") % {"name": deputy.contact},
        back=_address(request, "key_role", deputy.key_role_id),
    )


def _role(request: HttpRequest, pk: int) -> KeyRole:
    return get_object_or_404(KeyRole.objects.visible_to(request.membership).in_order(), pk=pk)


def _address(request: HttpRequest, name: str, *args: int) -> str:
    return reverse(f"governance:{name}", args=[request.coalition.slug, *args])
