"""The files kept on an organisation."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.form_keys import made_by, once, sending
from common.files.inspection import FileLimits
from common.files.serving import download_of
from partners.forms.files import FilesForm
from partners.models import Attachment
from partners.operations import files as operations
from partners.operations.files import Outcome
from partners.views.editing import partner_of, undo_tag


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Several at once; what may not be kept is told, the rest is kept."""
    organisation = partner_of(request, pk)
    is_sent = request.method == "POST"
    form = FilesForm(request.POST, request.FILES) if is_sent else FilesForm()
    if is_sent and form.is_valid():
        now = timezone.now()
        outcome = operations.add_files(
            organisation,
            form.cleaned_data["files"],
            is_shared=form.cleaned_data["is_shared"],
            limits=FileLimits(max_bytes=settings.ATTACHMENT_MAX_BYTES),
            most=settings.ATTACHMENTS_MAX,
            by=request.user,
            at=now,
        )
        if not outcome.kept and made_by(sending(request), Attachment):
            return redirect(files_url(request, pk))  # the second of two presses
        if outcome.kept:
            once(sending(request), lambda: outcome.kept[0], model=Attachment, at=now)
            tell(request, outcome, undo=undo_tag(request, organisation))
            return redirect(files_url(request, pk))
        for refused in outcome.refused:
            form.add_error("files", str(refused))
    page = {"form": form, "organisation": organisation}
    return render(request, "partners/file_add.html", page, status=422 if form.errors else 200)


def tell(request: HttpRequest, outcome: Outcome, *, undo: str) -> None:
    for refused in outcome.refused:
        messages.warning(request, str(refused))
    count = len(outcome.kept)
    sentence = ngettext("%(name)s is kept here.", "%(count)d files are kept here.", count)
    messages.success(
        request, sentence % {"count": count, "name": outcome.kept[0].name}, extra_tags=undo
    )


def files_url(request: HttpRequest, pk: int) -> str:
    return reverse("partners:detail", args=[request.coalition.slug, pk]) + "#files"


@require(Permission.OPEN_FILES)
@require_GET
def download(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """Streamed, after permission and row were checked; the storage itself has no address."""
    rows = Attachment.objects.visible_to(request.membership).current()
    attachment = get_object_or_404(rows, pk=file, organisation=pk)
    try:
        return download_of(attachment)
    except FileNotFoundError:
        raise Http404(_("The storage has lost this file. Please tell who runs it.")) from None


@require(Permission.EDIT_PARTNERS)
@require_POST
def share(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    attachment = attachment_of(request, pk, file)
    is_shared = request.POST.get("shared") == "yes"
    operations.share_file(attachment, is_shared=is_shared, by=request.user)
    sentence = (
        _("Their own people may open %(name)s now.")
        if is_shared
        else _("Their own people no longer see %(name)s.")
    )
    return done(request, attachment, sentence)


@require(Permission.EDIT_PARTNERS)
@require_POST
def remove(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    attachment = attachment_of(request, pk, file)
    operations.remove_file(attachment, by=request.user, at=timezone.now())
    return done(request, attachment, _("%(name)s is removed."))


@require(Permission.EDIT_PARTNERS)
@require_POST
def restore(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    attachment = attachment_of(request, pk, file)
    operations.restore_file(attachment, by=request.user)
    return done(request, attachment, _("%(name)s is here again."))


def attachment_of(request: HttpRequest, pk: int, file: int) -> Attachment:
    rows = Attachment.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=file, organisation=pk)


def done(request: HttpRequest, attachment: Attachment, sentence: str) -> HttpResponse:
    messages.success(
        request,
        sentence % {"name": attachment.name},
        extra_tags=undo_tag(request, attachment.organisation),
    )
    return redirect(files_url(request, attachment.organisation_id))
