"""Saved views as the list reads them, in one query with its other short lists."""

import json
from collections.abc import Iterable

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from accounts.models import Membership, Person
from partners.models import SavedView


def views_as_text(membership: Membership) -> tuple[QuerySet, Cast]:
    """The views that a member sees, and each as one text."""
    told = JSONObject(
        id="pk",
        name="name",
        description="description",
        is_shared="is_shared",
        query="query",
        position="position",
        is_default="is_default",
        owner="owner_id",
        owner_name="owner__full_name",
        owner_email="owner__email",
        owner_erased_at="owner__erased_at",
    )
    # What is joined for rows of the model is not needed for texts.
    rows = SavedView.objects.in_tab_order(membership).select_related(None)
    return rows, Cast(told, TextField())


def in_tab_order(texts: Iterable[str], *, me: int) -> list[SavedView]:
    """Their own first, as they ordered them: as SavedViewQuerySet.in_tab_order has them."""
    views = [_view(**json.loads(text)) for text in texts]
    return sorted(views, key=lambda view: (view.owner_id != me, view.position, view.name, view.pk))


def _view(
    *,
    owner: int,
    owner_name: str,
    owner_email: str,
    owner_erased_at: str | None,
    is_default: bool,
    **told: object,
) -> SavedView:
    view = SavedView(owner=somebody(owner, owner_name, owner_email, owner_erased_at), **told)
    view.is_default = is_default  # type: ignore[attr-defined]
    return view


def somebody(pk: int, name: str, email: str, erased_at: str | None) -> Person:
    """As much of a person as tells who they are."""
    return Person(pk=pk, full_name=name, email=email, erased_at=erased_at)
