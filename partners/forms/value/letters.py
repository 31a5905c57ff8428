"""Forms for wordings, and for the letters that are made from them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.models import Contact, PartnerLetter, Term, Vocabulary, Wording
from partners.reports.value.wordings import Offered


class WordingForm(forms.ModelForm):
    """One wording; what it is for is decided when it is made."""

    class Meta:
        model = Wording
        fields = ["name", "sector", "subject", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        also = [self.instance.sector] if self.instance.sector else []
        sectors = Term.objects.offered(coalition, Vocabulary.SECTOR, also=also)
        self.fields["sector"].queryset = sectors
        self.fields["sector"].empty_label = _("Any sector")
        if self.instance.is_for_letters:
            self.fields["subject"].required = True
        else:
            del self.fields["subject"]


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Contact) -> str:
        """“Marisol Ortega, Store manager, no e-mail address”."""
        no_address = "" if obj.email else _("no e-mail address")
        return ", ".join(part for part in (obj.name, obj.title, no_address) if part)


class LetterStartForm(forms.Form):
    """To whom, and from which wording."""

    contact = PersonField(
        label=gettext_lazy("To whom?"),
        help_text=gettext_lazy("Who has left, and who wants no letters from us, is not offered."),
        queryset=Contact.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    wording = forms.ModelChoiceField(
        label=gettext_lazy("From which wording?"),
        help_text=gettext_lazy("It only begins there: you edit the draft before it leaves."),
        queryset=Wording.objects.none(),
        empty_label=None,
    )

    def __init__(
        self, *args: Any, people: Iterable[Contact], offered: Offered, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = list(people)
        self.fields["contact"].queryset = Contact.objects.among(one.pk for one in people)
        self.fields["wording"].queryset = Wording.objects.among(offered.ids)
        self.fields["wording"].choices = offered.choices
        self.initial |= {
            "contact": people[0].pk if people else None,
            "wording": offered.usual,
        }


class LetterForm(forms.ModelForm):
    class Meta:
        model = PartnerLetter
        fields = ["subject", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 18})}
