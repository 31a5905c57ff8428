"""The glossary: read by all members, kept by coordinators."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.words import WordForm
from governance.models import Word
from governance.operations import words as operations
from governance.reports.changes import changes_of
from governance.reports.words.glossary import entries
from governance.views.said import answers, done, pressed

LONGEST = 80  # what is looked for


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:LONGEST]
    retired = Word.objects.of_coalition(request.coalition.pk).retired()
    page = {
        "entries": entries(request.coalition.pk, saying=words),
        "retired": retired if request.membership.may(Permission.EDIT_GOVERNANCE) else (),
        "asked": words,
    }
    return render(request, "governance/words/glossary.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    word = word_of(request, pk)
    lines = changes_of(word) if request.membership.may(Permission.SEE_HISTORY) else []
    return render(request, "governance/words/word.html", {"word": word, "lines": lines})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """An acronym that was found in texts comes with the address, and with what they say of it."""
    word = Word(coalition=request.coalition)
    told = {name: request.GET.get(name, "")[:200] for name in ("term", "stands_for")}
    form = WordForm(typed(request), instance=word, initial=told)
    answer = answers.made(
        request,
        form,
        lambda: operations.add(form.save(commit=False), by=request.user),
        model=Word,
        said=lambda _made: _("“%(word)s” is explained from now on.") % {"word": word.term},
        back=_back(request),
        refused_at="term",
    )
    page = {"form": form, "word": word, "back": _back(request)}
    return answer or shown(request, "governance/words/form.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    back = _glossary(request)
    return answers.changed(
        request,
        Word.objects.of_coalition(request.coalition.pk),
        pk,
        make_form=lambda data, word: WordForm(data, instance=copy(word)),
        save=lambda _row, form: operations.edit(form.save(commit=False), by=request.user),
        template="governance/words/form.html",
        said=_("The word is saved."),
        back=back,
        more=lambda word: {"word": word, "subject": word.term, "back": back},
        refused_at="term",
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    word = word_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire(word, on=request.today, by=request.user),
        said=_("“%(word)s” is retired. Texts no longer explain it.") % {"word": word.term},
        back=_glossary(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    word = word_of(request, pk)
    return pressed(
        request,
        lambda: operations.bring_back(word, by=request.user),
        said=_("“%(word)s” is back in the glossary.") % {"word": word.term},
        back=_glossary(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    count = operations.fill(request.coalition, by=request.user)
    if count:
        said = ngettext("One word is new.", "%(n)d words are new.", count) % {"n": count}
        done(request, said)
    else:
        messages.info(request, _("All of them are in the glossary already."))
    return redirect(_glossary(request))


def word_of(request: HttpRequest, pk: int) -> Word:
    return get_object_or_404(Word.objects.of_coalition(request.coalition.pk), pk=pk)


def _glossary(request: HttpRequest) -> str:
    return reverse("governance:words", args=[request.coalition.slug])


def _back(request: HttpRequest) -> str:
    """To the acronyms that were found, for whoever came from there."""
    name = "governance:acronyms" if request.GET.get("term") else "governance:words"
    return reverse(name, args=[request.coalition.slug])
