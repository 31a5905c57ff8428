"""What an applicant fills in, on a phone, without a sign-in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.shared.links import web_address
from partners.models import Application, Criterion, Outreach
from partners.operations.calls.applying import Applied

ELSEWHERE = "elsewhere"
# A field that people do not see. What fills it in is no person.
TRAP = "nickname"
OWN = ("organisation_name", "website", "contact_name", "contact_title", "phone")


def is_robot(data: Any) -> bool:
    return bool(data.get(TRAP))


class ApplicationForm(forms.Form):
    """Who applies, a text for each criterion, how they heard of it, and that we may keep it."""

    organisation_name = forms.CharField(
        label=gettext_lazy("Name of your organisation"),
        max_length=250,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    website = forms.CharField(
        label=gettext_lazy("Website"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"}),
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_title = forms.CharField(
        label=gettext_lazy("What you do there"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        help_text=gettext_lazy("We send the link there by which you can change your application."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(
        self, *args: Any, criteria: Iterable[Criterion], outreach: Iterable[Outreach], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria, self.outreach = list(criteria), {str(one.pk): one for one in outreach}
        for one in self.criteria:
            self.fields[f"answer-{one.pk}"] = forms.CharField(
                label=one.told_name,
                help_text=escape(one.told_question),
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 5}),
            )
        named = {one.name: key for key, one in self.outreach.items()}  # told twice, offered once
        self.fields["heard"] = forms.ChoiceField(
            label=_("How did you hear of this?"),
            choices=[
                ("", _("Please choose")),
                *((key, name) for name, key in named.items()),
                (ELSEWHERE, _("In another way")),
            ],
        )
        self.fields["heard_words"] = forms.CharField(
            label=_("If in another way: which?"), max_length=200, required=False
        )

    @classmethod
    def over(cls, application: Application, data: Any, **told: Any) -> "ApplicationForm":
        """What stands already. The address stays: the link is bound to it."""
        answers = {f"answer-{one.criterion_id}": one.words for one in application.answers.all()}
        shown = {name: getattr(application, name) for name in OWN}
        heard = str(application.heard_from_id or ELSEWHERE)
        heard_words = {"heard": heard, "heard_words": application.heard_words}
        form = cls(data, initial={**shown, **answers, **heard_words}, **told)
        del form.fields["email"]
        if heard not in dict(form.fields["heard"].choices):
            form.fields["heard"].choices.append((heard, str(application.heard_from)))
        return form

    def clean_organisation_name(self) -> str:
        return " ".join(self.cleaned_data["organisation_name"].split())

    def clean_website(self) -> str:
        return web_address(self.cleaned_data["website"])

    def said(self) -> Applied:
        heard = self.outreach.get(self.cleaned_data["heard"])
        return Applied(
            **{name: self.cleaned_data[name] for name in OWN},
            heard_from=heard,
            heard_words="" if heard else self.cleaned_data["heard_words"],
            answers={one.pk: self.cleaned_data[f"answer-{one.pk}"] for one in self.criteria},
        )


class NewApplicationForm(ApplicationForm):
    def __init__(self, *args: Any, coalition: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"] = forms.BooleanField(
            label=_("%(coalition)s may keep what I write here, to decide on it and to answer me")
            % {"coalition": coalition},
            help_text=_(
                "Only the coalition’s members who decide read it. You can withdraw it, and have your name,"
                " address and phone erased, by the link in our letter."
            ),
        )


class WithdrawForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Why? (You need not say.)"), max_length=500, required=False
    )
    erase = forms.BooleanField(
        label=gettext_lazy("Erase my name, address and phone as well"),
        help_text=gettext_lazy("This cannot be taken back, and the link stops working."),
        required=False,
    )
