"""What a person decides for themselves; strangers choose language and theme too."""

from django.conf import settings as django_settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms import LanguageForm, SettingsForm, ThemeForm
from accounts.models import Person
from accounts.permissions import public, signed_in
from common.editing.edits import as_saved, holding_row, opened
from common.history.tracking import recording

A_YEAR = 60 * 60 * 24 * 365


@signed_in
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    pk = request.user.pk
    with holding_row(request, request.user):
        person = as_saved(request.user)  # apart from the one in the masthead

        def make_form(data: QueryDict | None) -> SettingsForm:
            return SettingsForm(data, instance=person)

        now = timezone.now()
        edit = opened(request, make_form, record={Person: {"id": pk}}, at=now)
        if edit.may_be_saved:
            with recording("person.edited", by=request.user):
                person = edit.form.save()
            edit.saved(request, at=now)
            with translation.override(person.language or request.LANGUAGE_CODE):
                messages.success(request, _("Your settings are saved."))
            return redirect("accounts:settings")
    themes = ThemeForm.base_fields["theme"].choices
    return edit.page(request, "accounts/settings.html", {"themes": themes, "subject": str(person)})


@public
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    answer = redirect(_way_back(request))
    form = ThemeForm(request.POST)
    if form.is_valid():
        answer.set_cookie(
            "theme",
            form.cleaned_data["theme"],
            max_age=A_YEAR,
            secure=django_settings.IS_HTTPS,
            httponly=True,
            samesite="Lax",
        )
    return answer


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Kept in a cookie for this browser; for somebody signed in also in their settings."""
    answer = redirect(_way_back(request))
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return answer
    chosen = form.cleaned_data["language"]
    answer.set_cookie(
        django_settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=django_settings.LANGUAGE_COOKIE_AGE,
        secure=django_settings.LANGUAGE_COOKIE_SECURE,
        httponly=django_settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=django_settings.LANGUAGE_COOKIE_SAMESITE,
    )
    if request.user.is_authenticated:
        with recording("person.edited", by=request.user):
            request.user.language = chosen
            request.user.save(update_fields=["language"])
    return answer


def _way_back(request: HttpRequest) -> str:
    """Where the form says it stood, if that is one of our own pages."""
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else "/"
