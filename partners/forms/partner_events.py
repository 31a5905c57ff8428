from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.forms.touchpoints import day_input
from partners.models import Organisation, PartnerEvent


class PartnerEventForm(forms.ModelForm):
    """An event of a partner; which partner is asked only where no page says it."""

    link = forms.URLField(
        label=gettext_lazy("Link"), max_length=500, required=False, assume_scheme="https"
    )

    class Meta:
        model = PartnerEvent
        fields = ["organisation", "name", "on", "at", "place", "link", "open_to", "note"]
        widgets = {
            "on": day_input(),
            "at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.organisation_id:
            del self.fields["organisation"]
            return
        rows = Organisation.objects.of_coalition(coalition.pk).active().by_name()
        self.fields["organisation"].queryset = rows
