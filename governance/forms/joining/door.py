"""How the open door stands, what a stranger fills in there, and how a coordinator answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Person
from accounts.permissions import Permission
from governance.models import OpenDoor
from governance.models.joining.door import LONGEST_CHOICE
from governance.operations.joining.door import Asked
from governance.reports.joining.presets import LANGUAGES, TIMES
from partners.forms.composition import keepers_of
from partners.forms.shared.links import web_address
from partners.forms.shared.texts import LinesField

# A field that people do not see. What fills it in is no person.
TRAP = "nickname"


def is_robot(data: Any) -> bool:
    return bool(data.get(TRAP))


class DoorForm(forms.Form):
    is_open = forms.BooleanField(
        label=gettext_lazy("Anybody may ask to join on our public page"),
        help_text=gettext_lazy("While this is off, there is no page at that address."),
        required=False,
    )
    welcome = forms.CharField(
        label=gettext_lazy("What they read first"),
        help_text=gettext_lazy(
            "Who you are, whom you would like to see, and what happens after they ask."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    welcome_es = forms.CharField(
        label=gettext_lazy("The same in Spanish"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    languages = LinesField(
        label=gettext_lazy("Languages you can talk in"),
        help_text=gettext_lazy("One a line. Empty: the page does not ask."),
        most=LONGEST_CHOICE,
        rows=3,
    )
    times = LinesField(
        label=gettext_lazy("Times and ways to meet"),
        help_text=gettext_lazy(
            "One a line. They tick what suits them, so that you can plan meetings around them."
        ),
        most=LONGEST_CHOICE,
        rows=5,
    )
    answered_by = forms.ModelChoiceField(
        label=gettext_lazy("Who answers?"),
        help_text=gettext_lazy("Their name stands in the letter, and answers go to their address."),
        queryset=Person.objects.none(),
    )

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = coalition.members.active().holding(Permission.EDIT_GOVERNANCE)
        self.fields["answered_by"].queryset = members.people()

    @staticmethod
    def shown(door: OpenDoor | None, *, person: Person) -> dict[str, Any]:
        """As it stands; a door that was never set up begins with what most need."""
        if door is None:
            return {
                "languages": [str(one) for one in LANGUAGES],
                "times": [str(one) for one in TIMES],
                "answered_by": person.pk,
            }
        names = ("is_open", "welcome", "welcome_es", "languages", "times")
        return {**{name: getattr(door, name) for name in names}, "answered_by": door.answered_by_id}


class AskForm(forms.Form):
    """What a stranger fills in, on a phone, without a sign-in."""

    contact_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        help_text=gettext_lazy("We answer there."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone, if you like a call"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    organisation_name = forms.CharField(
        label=gettext_lazy("Your organisation or group"),
        help_text=gettext_lazy("Leave it empty if you come for yourself."),
        max_length=250,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    contact_title = forms.CharField(
        label=gettext_lazy("What you do there"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    website = forms.CharField(
        label=gettext_lazy("Website"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"}),
    )
    hopes = forms.CharField(
        label=gettext_lazy("What would you like to do with us?"),
        help_text=gettext_lazy("A sentence or two is enough."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    needs = forms.CharField(
        label=gettext_lazy("What would help you to come?"),
        help_text=gettext_lazy(
            "A ride, child care, an interpreter, a room without stairs, joining by phone. You need not say."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, door: OpenDoor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("speaks", door.languages, _("In which languages can we talk?"))
        self._offer("times", door.times, _("Which times and ways suit you?"))
        self.order_fields([*[*self.fields][:7], "speaks", "times", "needs"])
        self.fields["consent"] = forms.BooleanField(
            label=_("%(coalition)s may keep what I write here, to answer me")
            % {"coalition": door.coalition.name},
            help_text=_(
                "Only those who keep the coalition’s partners read it."
                " Write to us at any time, and we erase it."
            ),
        )

    def _offer(self, name: str, choices: list[str], label: str) -> None:
        if choices:
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=[(one, one) for one in choices],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean_organisation_name(self) -> str:
        return " ".join(self.cleaned_data["organisation_name"].split())

    def clean_website(self) -> str:
        return web_address(self.cleaned_data["website"])

    def said(self) -> Asked:
        names = Asked.__dataclass_fields__
        told = {name: value for name, value in self.cleaned_data.items() if name in names}
        return Asked(**told)


class AnswerForm(forms.Form):
    """What we write back."""

    answer = forms.CharField(
        label=gettext_lazy("Your letter to them"),
        help_text=gettext_lazy("It leaves as it stands here. Empty: no letter leaves."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 7}),
    )


class WelcomeForm(AnswerForm):
    field_order = ("owner", "answer")

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="welcome-%s", **kwargs)
        self.fields["owner"] = keepers_of(coalition)
        self.fields["owner"].label = _("Who looks after them?")
        self.order_fields(self.field_order)


class NotNowForm(AnswerForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="not-now-%s", **kwargs)

    answer = forms.CharField(
        label=gettext_lazy("Your letter to them"),
        help_text=gettext_lazy("It leaves as it stands here."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
