"""What a coordinator says of a body, and why it pauses or closes."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.bodies.leads import LeadFormSet
from governance.forms.sharing import ask_later, why_unshared
from governance.models import Body, BodyLink, Duty
from governance.operations.bodies.bodies import BodyTelling, BodyWords
from partners.forms.composition import day_box
from partners.forms.shared.links import LinkField
from partners.forms.shared.texts import LinesField

LONGEST_DUTY = 300
MOST_LINKS = 20


class LinkForm(forms.Form):
    """A place on the web; left empty it is none."""

    label = forms.CharField(label=gettext_lazy("What it is"), max_length=80, required=False)
    address = LinkField(label=gettext_lazy("Web address"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("label") and not cleaned.get("address") and "address" not in self.errors:
            self.add_error("address", _("Where is it? Write its web address."))
        if cleaned.get("address") and not cleaned.get("label"):
            self.add_error("label", _("Say what one finds there."))
        return cleaned


LinkFormSet = formset_factory(LinkForm, extra=1, max_num=MOST_LINKS)


class BodyForm(forms.ModelForm):
    duties = LinesField(
        label=gettext_lazy("Duties"),
        help_text=gettext_lazy("One a line, the most important first."),
        most=LONGEST_DUTY,
        rows=6,
    )

    why_unshared = why_unshared()

    class Meta:
        model = Body
        fields = [
            "name",
            "kind",
            "own_kind",
            "parent",
            "purpose",
            "cadence",
            "quorum",
            "publication",
            "opened_on",
        ]
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "own_kind": forms.TextInput(attrs={"list": "own-kinds", "autocomplete": "off"}),
            "publication": forms.RadioSelect,
            "opened_on": day_box(),
        }
        labels = {"quorum": gettext_lazy("Quorum, in percent")}

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = Body.objects.of_coalition(coalition).standing()
        self.fields["parent"].queryset = above.but(self.instance)
        self.fields["parent"].empty_label = _("Nothing: it stands by itself")
        self.own_kinds = Body.objects.own_kinds(coalition)
        links = [{"label": one.label, "address": one.address} for one in self._parts(BodyLink)]
        self.links = LinkFormSet(self.data or None, prefix="links", initial=links)
        self.links.label = _("Where it works")
        self.rows = {"links": self.links}
        self.leads = None if self.instance.pk else self._leads(coalition)
        if self.leads is None:
            ask_later(self)
        self.initial["duties"] = [duty.words for duty in self._parts(Duty)]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = self._layout()

    def _parts(self, model: Any) -> Any:
        return model.objects.of(self.instance) if self.instance.pk else []

    def _leads(self, coalition: int) -> Any:
        return LeadFormSet(self.data or None, prefix="leads", form_kwargs={"coalition": coalition})

    def _layout(self) -> Layout:
        return Layout(
            Fieldset(
                _("What it is"), "name", "kind", "own_kind", "parent", "opened_on", "publication"
            ),
            Fieldset(_("What it does"), "purpose", "duties"),
            Fieldset(_("How it meets"), "cadence", "quorum"),
        )

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        """A word of its own has only a kind of its own; chosen otherwise, the word is dropped."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") != Body.Kind.OTHER:
            cleaned["own_kind"] = ""
        elif not cleaned.get("own_kind") and "own_kind" not in self.errors:
            self.add_error("own_kind", _("What do you call this kind?"))
        return cleaned

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def is_valid(self) -> bool:
        parts = [self.links, self.leads] if self.leads else [self.links]
        return all([super().is_valid(), *(part.is_valid() for part in parts)])

    def telling(self) -> BodyTelling:
        links = (form.cleaned_data for form in self.links if form.cleaned_data)
        pairs = [(link["label"], link["address"]) for link in links if link["address"]]
        return BodyTelling(
            words=BodyWords(**{name: self.cleaned_data[name] for name in self.Meta.fields}),
            duties=self.cleaned_data["duties"],
            links=list(dict.fromkeys(pairs)),
            leads=[form.first_lead() for form in self.leads or () if form.has_changed()],
            why_unshared=self.cleaned_data["why_unshared"],
        )


class PauseForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("From which day?"), widget=day_box())
    reason = forms.CharField(
        label=gettext_lazy("Why does it pause, and until when perhaps?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CloseForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("On which day?"), widget=day_box())
    reason = forms.CharField(
        label=gettext_lazy("Why is it closed, and who sees to its tasks now?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class MeantForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why do both see to it?"),
        help_text=gettext_lazy("For example: one of them asks families, the other asks clinics."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
