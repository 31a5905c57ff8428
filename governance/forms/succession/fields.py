"""Fields that several forms of who comes next share: a person, a role, a day."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from governance.models import Body, Function, Seat
from governance.reports.succession.people import name_of, people_called
from partners.models import Contact

OTHER = "other"
Role = Seat | Function


class PersonField(forms.CharField):
    """A person of a partner, by name and organisation; the form says in which `coalition`."""

    coalition: int
    named: Contact | None = None  # whom the record names already, although they may have left

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"list": "names-of-people", "autocomplete": "off"}
        kwargs.setdefault(
            "help_text", gettext_lazy("“Ana Ruiz, Green Clinic”, or an e-mail address.")
        )
        super().__init__(max_length=500, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> Contact | None:
        told = super().clean(value)
        if self.named and told == name_of(self.named):
            return self.named
        found = people_called(self.coalition, told)
        if told and not found:
            raise forms.ValidationError(
                _("Nobody is called so. Add them to the people of their organisation first.")
            )
        if len(found) > 1:
            raise forms.ValidationError(_("Several people are called so. Add the organisation."))
        return found[0] if found else None


class RoleField(forms.ChoiceField):
    """A seat in a body, a function, or something else that is told in words."""

    def offer(self, membership: Membership, *, other: Any, besides: Iterable[Role] = ()) -> None:
        """The seats of bodies that the member may read of, and the functions."""
        left_out = {key_of(role) for role in besides}
        groups = [*_seats(membership), (_("For the whole coalition"), _functions(membership))]
        self._roles = {key_of(role): role for _group, roles in groups for role in roles}
        self.choices = [
            ("", _("Choose")),
            *(
                (
                    group,
                    [(key_of(role), str(role)) for role in roles if key_of(role) not in left_out],
                )
                for group, roles in groups
            ),
            (OTHER, other),
        ]

    def role(self, key: str) -> Role | None:
        return self._roles.get(key)


def key_of(role: Role) -> str:
    """“seat-12”: what stands in the form for a role."""
    return f"{role._meta.model_name}-{role.pk}"  # noqa: SLF001 - Django documents it


def _seats(membership: Membership) -> list[tuple[str, list[Seat]]]:
    offered = Seat.objects.in_bodies(Body.objects.visible_to(membership).standing())
    return [(body.name, seats) for body, seats in offered]


def _functions(membership: Membership) -> list[Function]:
    return list(Function.objects.of_coalition(membership.coalition_id).current())


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **kwargs)
