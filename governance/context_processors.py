from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.models import Coalition
from common.text.explaining import Explainer
from governance.reports.words.explaining import explainer_of


def words(request: HttpRequest) -> dict[str, Any]:
    """What explains the words of the glossary in texts; asked for by the first text of a page, if any.

    Only members read the glossary, so pages that others see explain nothing.
    """
    membership = getattr(request, "membership", None)
    if membership is None:
        return {}
    return {"explainer": SimpleLazyObject(lambda: _once(request, membership.coalition))}


def _once(request: HttpRequest, coalition: Coalition) -> Explainer:
    """A page may be rendered of several parts."""
    kept = getattr(request, "explainer", None)
    if kept is None:
        kept = explainer_of(coalition)
        request.explainer = kept  # type: ignore[attr-defined]
    return kept
