"""A form that makes something is answered once: a second press gets what the first one made.

Each such form carries a random key, signed for the person who opened it. The key together with what was
typed names one sending. So a double click, a reload, or a draft that had arrived after all makes nothing
twice; the same page with another name in it, sent after pressing Back, is meant and does.
"""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.core import signing
from django.db import models, transaction
from django.http import HttpRequest

from common.editing import expired_sign_in
from common.models import SentForm

M = TypeVar("M", bound=models.Model)

FIELD = "form_key"
# The hidden field for a form that crispy draws with its tag.
CARRIED_KEY = "{% load editing %}{% form_key %}"
KEPT_FOR = timedelta(days=30)  # longer than a draft is offered


def new_key(person: int | None) -> str:
    """The value of the hidden field of a form that is opened now."""
    return signing.dumps(
        {"person": person, "key": secrets.token_urlsafe(12)}, salt=expired_sign_in.ISSUED
    )


def sending(request: HttpRequest) -> str:
    """Names what was sent: the same for two presses of one button. Empty for a form without a key of ours."""
    key = request.POST.get(FIELD, "")
    try:
        issued = signing.loads(key, salt=expired_sign_in.ISSUED)
    except signing.BadSignature:
        return ""
    if issued.get("person") != request.user.pk or "key" not in issued:
        return ""
    typed = sorted(
        (name, values)
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", FIELD)
    )
    files = [
        (name, file.name, file.size)
        for name, sent in sorted(request.FILES.lists())
        for file in sent
    ]
    said = repr([request.path, issued["key"], typed, files])
    return hashlib.sha256(said.encode()).hexdigest()


def made_by(sent: str, model: type[M]) -> M | None:
    """What this sending made, if it was answered before and still is there."""
    if not sent:
        return None
    first = SentForm.objects.filter(sending=sent).first()
    return model._default_manager.filter(pk=first.made).first() if first else None  # noqa: SLF001


@transaction.atomic
def once(sent: str, make: Callable[[], M], *, model: type[M], at: datetime) -> M:
    """What `make` returns, or what it returned when the same was sent before.

    Two at once wait for each other at the unique key: whoever comes second finds what the first made.
    If that one failed, or what it made was taken back since, the second makes it. `make` may refuse.
    """
    if not sent:
        return make()
    SentForm.objects.bulk_create([SentForm(sending=sent, at=at)], ignore_conflicts=True)
    row = SentForm.objects.select_for_update().get(sending=sent)
    first = row.made and model._default_manager.filter(pk=row.made).first()  # noqa: SLF001
    if first:
        return first
    made = make()
    row.made, row.at = made.pk, at
    row.save()
    return made


def forget(*, before: datetime) -> int:
    """Forget what was sent before a moment; how many that were."""
    count, _each = SentForm.objects.filter(at__lt=before).delete()
    return count
