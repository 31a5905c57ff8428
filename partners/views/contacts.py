"""The people at an organisation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.history import recording
from common.refusal import Refusal
from partners import operations
from partners.forms import ContactForm, ContactLeftForm
from partners.models import Contact, Organisation
from partners.views.editing import undo_tag, visible_organisation


def contact_of(organisation: Organisation, contact: int) -> Contact:
    return get_object_or_404(organisation.contacts.known(), pk=contact)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    person = Contact(coalition=request.coalition, organisation=organisation)
    return write(request, organisation, person, verb="contact.added")


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    return write(request, organisation, contact_of(organisation, contact), verb="contact.edited")


def write(
    request: HttpRequest, organisation: Organisation, contact: Contact, *, verb: str
) -> HttpResponse:
    form = ContactForm(request.POST or None, instance=contact)
    if request.method == "POST" and form.is_valid():
        with recording(verb, by=request.user):
            contact = form.save()
        messages.success(
            request,
            _("%(name)s is saved.") % {"name": contact.name},
            extra_tags=undo_tag(request, organisation),
        )
        return redirect(organisation)
    page = {"form": form, "organisation": organisation, "contact": contact}
    return render(request, "partners/contact.html", page, status=422 if form.errors else 200)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def left(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    person = contact_of(organisation, contact)
    form = ContactLeftForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            operations.contact_left(person, by=request.user, **form.cleaned_data)
        except Refusal as reason:
            form.add_error("on", str(reason))
        else:
            messages.success(
                request,
                _("%(name)s stays on record as somebody who left.") % {"name": person.name},
                extra_tags=undo_tag(request, organisation),
            )
            return redirect(organisation)
    page = {"form": form, "organisation": organisation, "contact": person}
    return render(request, "partners/contact_left.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def returned(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    organisation = visible_organisation(request, pk)
    person = operations.contact_returned(contact_of(organisation, contact), by=request.user)
    messages.success(request, _("%(name)s is there again.") % {"name": person.name})
    return redirect(organisation)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Opening says what goes and what stays; a press erases."""
    organisation = visible_organisation(request, pk)
    person = contact_of(organisation, contact)
    if request.method == "POST":
        try:
            operations.erase_contact(
                person, by=request.user, on=request.coalition.day(at=timezone.now())
            )
        except Refusal as reason:
            messages.error(request, str(reason))
        else:
            messages.info(request, _("What was held about this person is erased."))
        return redirect(organisation)
    page = {"organisation": organisation, "contact": person}
    return render(request, "partners/contact_erase.html", page)
