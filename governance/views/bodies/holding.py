"""Giving a function to somebody, and saying until when they hold it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.bodies.functions import EndForm, GiveForm
from governance.models import RoleAssignment
from governance.operations.bodies import functions as operations
from governance.views.bodies.functions import function_of, page_of
from governance.views.said import answers
from partners.models import Organisation


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    function, coalition = function_of(request, pk), request.coalition.pk
    form = GiveForm(typed(request), coalition=coalition, initial={"starts_on": request.today})
    answer = answers.made(
        request,
        form,
        lambda: operations.give_function(function, form.given(), by=request.user),
        model=RoleAssignment,
        said=lambda role: (
            _("%(name)s: %(who)s.") % {"name": function, "who": role.contact or role.organisation}
        ),
        back=page_of(request),
    )
    names = Organisation.objects.of_coalition(coalition).active().names_offered()
    page = {"form": form, "function": function, "names": names}
    return answer or shown(request, "governance/functions/give.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int, role: int) -> HttpResponse:
    on = request.today
    return answers.changed(
        request,
        RoleAssignment.objects.holding(function_of(request, pk)).told(),
        role,
        make_form=lambda data, held: EndForm(data, initial=EndForm.shown(held, on=on)),
        save=lambda held, form: operations.end_function(held, by=request.user, **form.cleaned_data),
        template="governance/functions/end.html",
        said=_("The last day is noted."),
        back=page_of(request),
        more=lambda held: {"role": held, "function": held.function},
        refused_at="on",
    )
