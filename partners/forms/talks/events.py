from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from accounts.permissions import Permission
from partners.forms.talks.touchpoints import day_input
from partners.models import Organisation, PartnerEvent


class PartnerEventForm(forms.ModelForm):
    """An event of a partner; which partner is asked only where no page says it.

    The note is ours, so whoever may not read our notes is not asked for one.
    """

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

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not membership.may(Permission.READ_NOTES):
            del self.fields["note"]
        if self.instance.organisation_id:
            del self.fields["organisation"]
            return
        rows = Organisation.objects.visible_to(membership).active().by_name()
        self.fields["organisation"].queryset = rows
