"""A new organisation out of what is missing: made once, unless it is here already."""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils import timezone

from common.editing.form_keys import made_by, once, sending
from partners.duplicates.similar import similar_names
from partners.forms.composition import ProspectForm
from partners.models import Organisation


def prospect_of(
    request: HttpRequest,
    form: ProspectForm,
    add: Callable[..., Organisation],
    *,
    if_here: str,
) -> Organisation | None:
    """The prospect that the form names. None shows it again: something is missing, or it may be here.

    `if_here` is the sentence that says so at the name, with `%(names)s` for those who may be meant.
    """
    if not form.is_valid():
        return None
    sent, now = sending(request), timezone.now()
    if known := made_by(sent, Organisation):
        return known
    told = form.cleaned_data
    if twins := similar_names(request.coalition, name=told["name"]):
        form.add_error("name", if_here % {"names": ", ".join(one.name for one in twins)})
        return None

    def make() -> Organisation:
        return add(
            name=told["name"],
            owner=told["asks"],
            draft=told["draft"],
            by=request.user,
            at=now,
            on=request.today,
        )

    return once(sent, make, model=Organisation, at=now)
