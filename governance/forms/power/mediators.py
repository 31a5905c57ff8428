"""Forms of the list of mediators, and of what ties one of them to an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Mediator
from partners.forms.shared.naming import PartnerField
from partners.models import Organisation

PARTIES = range(1, 5)
NEEDED = (1, 2)


class MediatorForm(forms.ModelForm):
    class Meta:
        model = Mediator
        fields = ["name", "email", "reach", "languages", "good_at", "fees"]
        widgets = {"good_at": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        home = self.instance.organisation
        self.fields["organisation"] = PartnerField(
            coalition=coalition,
            label=gettext_lazy("Works at, or is, one of our partners"),
            help_text=gettext_lazy(
                "Then they are not neutral where it is a party. Else leave it empty."
            ),
            required=False,
            initial=home.name if home else "",
        )
        self.order_fields(["name", "organisation"])

    def validate_constraints(self) -> None:
        """A name is asked for above."""

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in [*self._meta.fields, "organisation"]}


class InterestForm(forms.Form):
    """What ties the mediator to an organisation."""

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"] = PartnerField(
            coalition=coalition,
            label=gettext_lazy("To which organisation?"),
            help_text=gettext_lazy("The partner's name, or another name by which it is known."),
        )
        self.fields["words"] = forms.CharField(
            label=gettext_lazy("What ties them?"),
            help_text=gettext_lazy("“Was on their board until 2023”."),
            max_length=300,
        )


class CheckForm(forms.Form):
    """Between whom somebody is to mediate: up to four organisations."""

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in PARTIES:
            self.fields[f"party{number}"] = PartnerField(
                coalition=coalition,
                label=_("Organisation %(n)d") % {"n": number},
                required=number in NEEDED,
            )

    def parties(self) -> list[Organisation]:
        """Each once, in the order named."""
        named = [self.cleaned_data[name] for name in self.fields]
        return list({one.pk: one for one in named if one}.values())
