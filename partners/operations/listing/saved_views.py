"""Keeping views of the partner list: save, change, share, open with, order, delete, and undo of each."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.permissions import Permission
from common.history.tracking import recording
from common.history.undoing import take_back, wrote_here
from common.pages.ordering import last_position, move_among
from common.refusal import Refusal
from partners.models import DefaultView, SavedView

MODELS = (SavedView, DefaultView)
# More would be no help to anybody, and each is read with every list.
MOST_VIEWS = 100


@transaction.atomic
def save_view(
    membership: Membership,
    *,
    query: Mapping[str, Any],
    name: str,
    description: str = "",
    is_shared: bool = False,
    is_default: bool = False,
) -> SavedView:
    """Keep a new view of this member's own."""
    _lock(membership)
    own = SavedView.objects.of_person(membership.coalition_id, membership.person_id)
    _refuse_twin(own, name)
    if own.count() >= MOST_VIEWS:
        raise Refusal(_("You already keep %(n)d views. Delete one first.") % {"n": MOST_VIEWS})
    with recording("saved_view.added", by=membership.person):
        view = SavedView.objects.create(
            coalition_id=membership.coalition_id,
            owner_id=membership.person_id,
            name=name,
            description=description,
            is_shared=is_shared and membership.may(Permission.SHARE_VIEWS),
            query=query,
            position=last_position(own) + 1,
        )
        if is_default:
            _open_with(membership, view)
    return view


@transaction.atomic
def update_view(view: SavedView, *, query: Mapping[str, Any], by: Membership) -> SavedView:
    """Save what the list shows now under the view's name."""
    view = _changeable(view, by=by)
    with recording("saved_view.changed", by=by.person):
        view.query = dict(query)
        view.save()
    return view


@transaction.atomic
def rename_view(
    view: SavedView, *, name: str, description: str, is_shared: bool, by: Membership
) -> SavedView:
    """Name, purpose, and whether everybody sees it."""
    view = _changeable(view, by=by)
    _refuse_twin(SavedView.objects.of_person(view.coalition_id, view.owner_id), name, but=view.pk)
    if is_shared and not view.is_shared and not by.may(Permission.SHARE_VIEWS):
        raise Refusal(_("Your role does not share views with everyone."))
    with recording("saved_view.renamed", by=by.person):
        view.name, view.description, view.is_shared = name, description, is_shared
        view.save()
    return view


@transaction.atomic
def delete_view(view: SavedView, *, by: Membership) -> None:
    """It goes for everyone, also for those with whose list it opens; an undo brings all of that back."""
    view = _changeable(view, by=by)
    with recording("saved_view.deleted", by=by.person):
        view.delete()


@transaction.atomic
def open_with(membership: Membership, view: SavedView | None) -> None:
    """Let the list open with a view for this member, or with all partners again."""
    with recording("default_view.chosen", by=membership.person):
        if view is None:
            DefaultView.objects.filter(membership=membership).delete()
        else:
            _open_with(membership, view)


@transaction.atomic
def move_view(view: SavedView, *, step: int, by: Membership) -> SavedView:
    """One place earlier or later among the own tabs; at either end nothing happens."""
    own = SavedView.objects.of_person(by.coalition_id, by.person_id).select_for_update()
    with recording("saved_view.moved", by=by.person):
        move_among(own.order_by("position", "name", "pk"), view, step=step)
    return view


def has_changed_views(membership: Membership, change_id: UUID) -> bool:
    """Whether this member made that change, and it was one of views of this coalition."""
    return wrote_here(
        change_id, models=MODELS, coalition=membership.coalition_id, person=membership.person_id
    )


def undo_view_change(change_id: UUID, *, by: Membership) -> None:
    """Take back what this member did to views. Refuses when somebody changed them again since."""
    take_back(
        change_id,
        models=MODELS,
        verb="saved_view.undone",
        by=by.person,
        in_the_way=_("Another view has taken its name or its place since, so it cannot come back."),
    )


def _open_with(membership: Membership, view: SavedView) -> None:
    DefaultView.objects.update_or_create(
        membership=membership,
        defaults={"coalition_id": membership.coalition_id, "view": view},
    )


def _changeable(view: SavedView, *, by: Membership) -> SavedView:
    locked = SavedView.objects.select_for_update(of=("self",)).filter(pk=view.pk).first()
    if locked is None:
        raise Refusal(_("This view is not there any more."))
    if not locked.may_be_changed_by(by):
        raise Refusal(_("Only who keeps this view changes it. Save it as your own instead."))
    return locked


def _lock(membership: Membership) -> None:
    """One at a time for each member: a button pressed twice finds the first one there."""
    Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)


def _refuse_twin(views: Any, name: str, *, but: int | None = None) -> None:
    if views.called(name).exclude(pk=but).exists():
        raise Refusal(_("There already is a view called “%(name)s”.") % {"name": name})
