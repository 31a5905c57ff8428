"""The partner list as somebody wants to see it again: kept under a name, and perhaps shared."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, membership: Membership) -> "SavedViewQuerySet":
        """Their own, and those that others in the coalition share."""
        if not membership.may(Permission.SEE_PARTNERS):
            return self.none()
        known = Q(owner=membership.person_id) | Q(is_shared=True)
        return self.filter(known, coalition=membership.coalition_id)

    def in_tab_order(self, membership: Membership) -> "SavedViewQuerySet":
        """Their own first, as they ordered them, with who keeps each and which one is their default."""
        chosen = DefaultView.objects.filter(
            coalition=OuterRef("coalition"), membership=membership.pk, view=OuterRef("pk")
        )
        rows = self.visible_to(membership).select_related("owner")
        mine = models.Case(models.When(owner=membership.person_id, then=0), default=1)
        return rows.annotate(is_default=Exists(chosen)).order_by(mine, "position", "name", "pk")

    def of_person(self, coalition: int, person: int) -> "SavedViewQuerySet":
        return self.filter(coalition=coalition, owner=person)

    def called(self, name: str) -> "SavedViewQuerySet":
        """Those of that name, whatever its accents and capitals."""
        plain = models.Func(models.Value(name), function="plain_text")
        rows = self.alias(plain_name=models.Func("name", function="plain_text"))
        return rows.filter(plain_name=plain)


@holds(
    people=["owner"],
    free=["name", "description"],
    plain=["is_shared", "query", "position", "created_at"],
    about={"accounts.Person": "owner"},
)
@tracked()
class SavedView(CoalitionOwned):
    """One way to look at the partner list: what is asked, which columns, sorted, grouped, laid out how.

    `query` holds the parameters of the list's address, each with a list of values:
    `{"kind": ["prospect"], "sector": [17, "Housing"], "sort": ["-since"]}`. A term stands there as its id
    and its name, so that renaming it changes nothing, and a term that is gone can still be named.
    """

    owner = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("kept by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=60)
    description = models.CharField(_("what it is for"), max_length=200, blank=True)
    is_shared = models.BooleanField(_("shared with the coalition"), default=False)
    query = models.JSONField(default=dict)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which the tabs of its owner stand.")
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="saved_view_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                "owner",
                models.Func("name", function="plain_text"),
                name="saved_view_is_named_once_per_owner",
                violation_error_message=_("You already have a view of that name."),
            ),
            models.CheckConstraint(name="saved_view_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partners:view", args=[self.coalition.slug, self.pk])

    def is_of(self, membership: Membership) -> bool:
        return self.owner_id == membership.person_id

    def may_be_changed_by(self, membership: Membership) -> bool:
        """By whoever keeps it; what is shared also by those who keep the coalition's views tidy."""
        return self.is_of(membership) or (
            self.is_shared and membership.may(Permission.KEEP_SHARED_VIEWS)
        )


@holds(plain=["membership", "view"], about={"accounts.Person": "membership__person"})
@tracked()
class DefaultView(CoalitionOwned):
    """The view with which the partner list opens for one member."""

    membership = models.OneToOneField(
        "accounts.Membership", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    view = models.ForeignKey(
        SavedView, on_delete=models.CASCADE, related_name="defaults", db_constraint=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["coalition", "membership", "view"], name="default_view_of_member")
        ]

    def __str__(self) -> str:
        return f"{self.membership} – {self.view}"
