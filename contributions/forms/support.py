"""Forms about support: what a partner asks for, what it is told, what it got."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from contributions.forms.days import DayThatCame
from contributions.models import SupportRequest
from partners.forms.value.gains import day_input


class SupportForm(forms.ModelForm):
    class Meta:
        model = SupportRequest
        fields = ["kind", "words", "needed_by"]
        widgets = {"words": forms.Textarea(attrs={"rows": 3}), "needed_by": day_input()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = SupportRequest.Kind.choices


class AgreeForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("What do you say to them?"),
        help_text=gettext_lazy("How it comes about, and whom to ask. They read this."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DeclineForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Why not?"),
        help_text=gettext_lazy("They read this, so write it as you would tell them."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ProvideForm(DayThatCame):
    on = forms.DateField(label=gettext_lazy("On which day did they get it?"), widget=day_input())
    what = forms.CharField(
        label=gettext_lazy("What did they get?"),
        help_text=gettext_lazy("You may leave this empty. They read it."),
        max_length=500,
        required=False,
    )


class NoteForm(forms.ModelForm):
    """Our own note on a request."""

    class Meta:
        model = SupportRequest
        fields = ["note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
