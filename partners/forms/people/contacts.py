from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.own_fields.values import AsksOwnFields
from partners.models import Contact, OwnField
from partners.models.own_fields.values import answered


class ContactForm(AsksOwnFields, forms.ModelForm):
    class Meta:
        model = Contact
        fields = [
            "name",
            "role",
            "title",
            "email",
            "phone",
            "preferred_channel",
            "wants_no_letters",
            "since_on",
            "listing_consent",
            "listing_consent_on",
            "listing_consent_how",
        ]
        widgets = {
            name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            for name in ("since_on", "listing_consent_on")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_mentioned = not self.is_bound or "listing_consent" in self.data
        self.fields["listing_consent"].required = is_mentioned
        about = OwnField.objects.of_coalition(self.instance.coalition_id).about("contact")
        fields = [one for one in about.current() if self.instance.pk or one.is_asked_first]
        self.ask_own_fields(fields, values=self.instance.own_values)

    def save(self, commit: bool = True) -> Contact:  # noqa: FBT001, FBT002 - as Django calls it
        self.instance.own_values = answered(self.instance.own_values, self.own_answers())
        return super().save(commit)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        channel = cleaned.get("preferred_channel")
        if channel == Contact.Channel.EMAIL and not cleaned.get("email"):
            self.add_error("email", _("To reach them by e-mail, please give the address."))
        if channel in (Contact.Channel.PHONE, Contact.Channel.TEXT) and not cleaned.get("phone"):
            self.add_error("phone", _("To reach them by phone, please give the number."))
        self.clean_consent(cleaned)
        return cleaned

    def clean_consent(self, cleaned: dict[str, Any]) -> None:
        """Whoever was asked was asked on a day; who was not has neither day nor way.

        A form that does not mention it leaves it as it stands.
        """
        consent = cleaned.get("listing_consent")
        if not consent and "listing_consent" not in self.errors:
            names = ("listing_consent", "listing_consent_on", "listing_consent_how")
            cleaned |= {name: getattr(self.instance, name) for name in names}
        elif consent == Contact.Consent.NOT_ASKED:
            cleaned["listing_consent_on"], cleaned["listing_consent_how"] = None, ""
        elif not cleaned.get("listing_consent_on") and "listing_consent_on" not in self.errors:
            self.add_error(
                "listing_consent_on", _("On which day were they asked, or did they answer?")
            )
        if consent == Contact.Consent.YES and not cleaned.get("listing_consent_how"):
            self.add_error("listing_consent_how", _("How did they say yes? By e-mail, on a form?"))


class ContactLeftForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("When did they leave?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
