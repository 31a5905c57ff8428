"""The directory of partners, as a page that prints and as PDF."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import pdf_file
from common.refusal import Refusal
from partners.forms.directory import DirectoryForm
from partners.reports.directory.contents import BY_SECTOR, Directory, directory
from partners.reports.directory.printed import printed
from partners.reports.listing.questions import Question
from partners.views.export import file_name


@dataclass(frozen=True)
class Asked:
    """What the address asks for: without a directory, the form or `refusal` says why not."""

    form: DirectoryForm
    directory: Directory | None
    refusal: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        form = DirectoryForm.asked(request.GET)
        if not form.is_valid():
            return cls(form, None)
        try:
            found = directory(
                Question.asked(request.GET),
                form.wanted,
                membership=request.membership,
                most=settings.DIRECTORY_MAX,
            )
        except Refusal as reason:
            return cls(form, None, str(reason))
        return cls(form, found)


@require(Permission.EXPORT_PARTNERS)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The directory beside the choices that made it; printed, it is the directory alone."""
    asked = Asked.of(request)
    page = {
        "form": asked.form,
        "carried": asked.form.carried(request.GET),
        "directory": asked.directory,
        "refusal": asked.refusal,
        "printed_on": request.today,
    }
    return render(
        request, "partners/directory.html", page, status=422 if asked.form.errors else 200
    )


@require(Permission.EXPORT_PARTNERS)
@require_GET
def pdf(request: HttpRequest) -> HttpResponseBase:
    """The same address as `show`; what cannot be printed is told there."""
    asked = Asked.of(request)
    page = reverse("partners:directory", args=[request.coalition.slug])
    back = f"{page}?{request.GET.urlencode()}"
    if asked.directory is None:
        return redirect(back)
    data = printed(
        asked.directory,
        title=asked.form.title_told,
        coalition=request.coalition,
        has_contents=asked.form.wanted.grouping == BY_SECTOR,
        paper=asked.form.cleaned_data["paper"],
        on=request.today,
    )
    name = file_name(request, _("directory"))
    return pdf_file(request, "partners/directory.typ", data, name=name, back=back)
