"""How questions about organisations meet those that were merged into another."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn, Self

import pgtrigger
from django.db import models

from accounts.models import Membership

if TYPE_CHECKING:
    from partners.models.organisations import Organisation


# What is written in the very moment in which somebody merges the organisation belongs to the one that
# stays, whoever writes it: a form, an import, SQL. `partners_home` (in the migration) takes the lock that a
# foreign key takes, so a merge under way is waited for, and a later one waits for us and takes the row along.
# The condition comes before the trigger's function: that begins with a block that can fail, which in a load
# of many rows costs each row a walk over all that the transaction has yet to check.
FOLLOWS_MERGES = pgtrigger.Trigger(
    name="follows_merges",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("organisation_id"),
    condition=pgtrigger.Condition(
        "partners_home(NEW.organisation_id) IS DISTINCT FROM NEW.organisation_id"
    ),
    func="NEW.organisation_id := partners_home(NEW.organisation_id); RETURN NEW;",
)


class MergedAway(Exception):  # noqa: N818 - it is an answer: the page says where they are now
    """The organisation that was asked for has been merged into another, whose id this is."""

    def __init__(self, name: str, survivor: int) -> None:
        super().__init__(name)
        self.name, self.survivor = name, survivor


class MergedQuerySet(models.QuerySet[Any]):
    def visible(self, pk: int, *, to: Membership) -> "Organisation":
        """The one that a member may see. Raises MergedAway when another has taken its place."""
        found = self.visible_to(to).filter(pk=pk).first()
        if found is None:
            self.tell_where(pk, to=to)
        return found

    def tell_where(self, pk: int, *, to: Membership) -> NoReturn:
        """Of one that is not to be seen. Raises MergedAway when another has taken its place."""
        self._tell_where(pk, coalition=to.coalition_id, to=to)
        raise self.model.DoesNotExist

    def locked(self, pk: int) -> "Organisation":
        """The one, for nobody else to write. Raises MergedAway when another has taken its place."""
        found = self.filter(pk=pk).select_for_update(of=("self",)).first()
        if found is None:
            self._tell_where(pk)
            raise self.model.DoesNotExist
        return found

    def locked_home(self, pk: int) -> "Organisation":
        """The one, or the one that has taken its place by now, for nobody else to write."""
        try:
            return self.locked(pk)
        except MergedAway as elsewhere:
            return self.locked_home(elsewhere.survivor)

    def _tell_where(self, pk: int, *, to: Membership | None = None, **narrowed: int) -> None:
        merged = self.model.including_merged.merged().filter(pk=pk, **narrowed).first()
        if merged is None:
            return
        survivor = merged.survivor
        if to is None or self.model.objects.visible_to(to).contains(survivor):
            raise MergedAway(merged.name, survivor.pk)

    def for_merging(self, ids: Iterable[int], *, membership: Membership) -> list["Organisation"]:
        """In the order asked for; for what has been merged meanwhile the one that has taken its place."""
        rows = self.visible_to(membership).select_related("owner", "coalition", "merged_into")
        found = rows.in_bulk(list(ids))
        homes = [found[pk].survivor for pk in ids if pk in found]
        return list(dict.fromkeys(homes))

    def merged(self) -> Self:
        return self.filter(merged_into__isnull=False)

    def homes(self, coalition: int) -> models.QuerySet[Any]:
        """Of each that was merged its id, and the id of the one that took its place."""
        rows = self.merged().filter(coalition=coalition).order_by()
        return rows.values_list("pk", "merged_into_id")

    def told_with_survivors(self) -> Self:
        """With its coalition, and with the one that has taken its place."""
        return self.select_related("coalition", "merged_into__coalition")

    def with_merged(self) -> Self:
        """`has_merged`: another one was merged into it and stands so."""
        others = self.model.including_merged.filter(merged_into=models.OuterRef("pk"))
        return self.annotate(has_merged=models.Exists(others.order_by()))

    def visible_to(self, membership: Membership) -> Self:
        raise NotImplementedError


class PresentManager(models.Manager[Any]):
    """Without those that were merged into another: they are in no list, search, choice or count."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(merged_into__isnull=True)
