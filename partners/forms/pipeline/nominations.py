"""Suggesting a partner, and answering a suggestion."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.forms.composition import keepers_of
from partners.models import Nomination


class NominationForm(forms.ModelForm):
    class Meta:
        model = Nomination
        fields = ["name", "why", "known_from", "whom", "would_introduce", "website"]
        labels = {
            "name": gettext_lazy("Which organisation?"),
            "why": gettext_lazy("Why should they be here?"),
            "known_from": gettext_lazy("How do you know them?"),
            "whom": gettext_lazy("Whom could one ask there?"),
            "website": gettext_lazy("Website, if you know it"),
        }
        help_texts = {
            "why": gettext_lazy("Whom do they reach, what can they do, what would they gain?"),
        }
        widgets = {"why": forms.Textarea(attrs={"rows": 4})}

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""


class AcceptForm(forms.Form):
    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = keepers_of(coalition)
        self.fields["owner"].label = _("Who looks after them?")


class DeclineForm(forms.Form):
    answer = forms.CharField(
        label=gettext_lazy("Why not, in a sentence or two?"),
        help_text=gettext_lazy("The one who suggested them reads this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
