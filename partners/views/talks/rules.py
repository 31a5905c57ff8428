"""How often the coalition wants to speak with its partners."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.edits import holding_row, opened
from partners.forms.talks.rules import TalkRulesForm
from partners.models import TalkRules
from partners.operations.talks import touchpoints as operations
from partners.reports.talks.last import rules_of
from partners.views.talks.touchpoints import undo_tag


@require(Permission.EDIT_TAXONOMY)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    with holding_row(request, request.coalition):
        rules = rules_of(request.coalition)

        def make_form(data: QueryDict | None) -> TalkRulesForm:
            return TalkRulesForm(data, instance=rules)

        now = timezone.now()
        edit = opened(request, make_form, record={TalkRules: {"id": rules.pk or 0}}, at=now)
        if edit.may_be_saved:
            operations.set_rules(edit.form, by=request.user)
            edit.saved(request, at=now)
            messages.success(
                request, _("These days hold from now on."), extra_tags=undo_tag(request)
            )
            return redirect("partners:talks_quiet", request.coalition.slug)
    subject = _("How often you talk")
    return edit.page(request, "partners/talks/rules.html", {"subject": subject})
