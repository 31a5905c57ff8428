"""The people at an organisation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.background.waiting import go_on, how_far, send
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import recording
from common.personal.erasure import is_long
from common.refusal import Refusal
from partners import operations, tasks
from partners.forms import ContactForm, ContactLeftForm, ErasureForm, SamePersonForm
from partners.models import Contact, ContactErasure, Organisation
from partners.reports.merging.people_alike import doubles_of
from partners.views.editing import partner_of, undo_tag


def contact_of(organisation: Organisation, contact: int) -> Contact:
    return get_object_or_404(organisation.contacts.known(), pk=contact)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    person = Contact(coalition=request.coalition, organisation=organisation)
    form = ContactForm(typed(request), instance=person)
    if request.method == "POST" and form.is_valid():
        with recording("contact.added", by=request.user):
            contact = once(sending(request), form.save, model=Contact, at=timezone.now())
        return is_saved(request, organisation, contact)
    page = {"form": form, "organisation": organisation, "contact": person}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/contact.html", page, status=status)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    with holding(request, organisation.contacts, contact):
        person = contact_of(organisation, contact)

        def make_form(data: QueryDict | None) -> ContactForm:
            return ContactForm(data, instance=person)

        now = timezone.now()
        edit = opened(request, make_form, record={Contact: {"id": contact}}, at=now)
        if edit.may_be_saved:
            with recording("contact.edited", by=request.user):
                person = edit.form.save()
            edit.saved(request, at=now)
            return is_saved(request, organisation, person)
    page = {"organisation": organisation, "contact": person, "subject": person.name}
    return edit.page(request, "partners/contact.html", page)


def is_saved(request: HttpRequest, organisation: Organisation, contact: Contact) -> HttpResponse:
    messages.success(
        request,
        _("%(name)s is saved.") % {"name": contact.name},
        extra_tags=undo_tag(request, organisation),
    )
    return redirect(organisation)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def left(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    with holding(request, organisation.contacts, contact):
        person = contact_of(organisation, contact)
        as_is = {"on": person.left_on or request.today}

        def make_form(data: QueryDict | None) -> ContactLeftForm:
            return ContactLeftForm(data, initial=as_is)

        now = timezone.now()
        edit = opened(request, make_form, record={Contact: {"id": contact}}, at=now)
        if edit.may_be_saved:
            try:
                operations.contact_left(person, by=request.user, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error("on", str(reason))
            else:
                edit.saved(request, at=now)
                said = _("%(name)s stays on record as somebody who left.") % {"name": person.name}
                messages.success(request, said, extra_tags=undo_tag(request, organisation))
                return redirect(organisation)
    page = {"organisation": organisation, "contact": person, "subject": person.name}
    return edit.page(request, "partners/contact_left.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def returned(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    person = operations.contact_returned(contact_of(organisation, contact), by=request.user)
    messages.success(request, _("%(name)s is there again.") % {"name": person.name})
    return redirect(organisation)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Opening says what goes and what stays, and asks about files; a press erases.

    At once where little is kept; otherwise a worker does it, and a page says how far it is.
    """
    organisation = partner_of(request, pk)
    person = contact_of(organisation, contact)
    if waiting := ContactErasure.objects.waiting_for(person):
        return redirect(waiting)
    naming = operations.files_naming(person)
    form = ErasureForm(request.POST if request.method == "POST" else None, naming=naming)
    if request.method == "POST" and form.is_valid():
        try:
            return _erased(request, person, files=form.cleaned_data.get("files", []))
        except Refusal as reason:
            messages.error(request, str(reason))
        return redirect(organisation)
    page = {"organisation": organisation, "contact": person, "form": form, "naming": naming}
    return render(request, "partners/contact_erase.html", page)


def _erased(request: HttpRequest, person: Contact, *, files: list[int]) -> HttpResponse:
    if is_long():
        waiting = operations.ask_to_erase_contact(
            person, by=request.user, at=timezone.now(), files=files
        )
        send(tasks.erase_contact, waiting)
        return redirect(waiting)
    operations.erase_contact(person, by=request.user, on=request.today, files=files)
    messages.info(request, _("What was held about this person is erased."))
    return redirect(person.organisation)


@require(Permission.EDIT_PARTNERS)
@require_GET
def erasing(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """How far it is; when it is done the browser goes on to the profile, which keeps the note."""
    organisation = partner_of(request, pk)
    person = get_object_or_404(organisation.contacts, pk=contact)
    erasure = ContactErasure.objects.asked_for(person)
    if erasure is None:
        if person.erased_on:
            messages.info(request, _("What was held about this person is erased."))
        return go_on(request, organisation.get_absolute_url())
    told = how_far(erasure) if erasure.is_working else {}
    page = {"organisation": organisation, "contact": person, "erasure": erasure, **told}
    return render(request, "partners/contact_erasing.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def same(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Somebody stands there twice: this one stays, the one who is chosen becomes one with them."""
    organisation = partner_of(request, pk)
    person = contact_of(organisation, contact)
    doubles = doubles_of(person, organisation.contacts.known())
    form = SamePersonForm(request.POST if request.method == "POST" else None, doubles=doubles)
    if request.method == "POST" and form.is_valid():
        try:
            operations.merge_contacts(person, other=form.chosen, by=request.user)
        except Refusal as reason:
            form.add_error("other", str(reason))
        else:
            said = _("%(name)s stands there once now.") % {"name": person.name}
            messages.success(request, said, extra_tags=undo_tag(request, organisation))
            return redirect(organisation)
    page = {"organisation": organisation, "contact": person, "form": form, "doubles": doubles}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/contact_same.html", page, status=status)
