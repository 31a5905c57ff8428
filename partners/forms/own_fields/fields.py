"""Defining a field of one's own: its name, its kind, its choices, who sees it and where it stands."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.own_fields.choices import NAME, ChoicesPart, of_text, rows_of
from partners.forms.shared.texts import LinesField
from partners.models import Contact, Organisation, OwnField, Vocabulary
from partners.models.own_fields.fields import Option
from partners.operations.own_fields import Definition

LONGEST_CHOICE = 80
SWITCHES = ["is_required", "is_asked_first", "is_listed", "is_personal", "is_internal"]
WORDS = {
    "is_required": gettext_lazy("It must be answered"),
    "is_asked_first": gettext_lazy("Ask it already when somebody is added"),
    "is_listed": gettext_lazy("Show it in the partner list, as a column and a filter"),
    "is_personal": gettext_lazy("It is personal data: viewers do not see it"),
    "is_internal": gettext_lazy("It is internal: the organisation itself does not see it"),
}


class ChoiceForm(forms.Form):
    """One choice that there is: renamed, moved, offered no more, or taken away."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=60)
    label = forms.CharField(label=gettext_lazy("Choice"), max_length=LONGEST_CHOICE)
    place = forms.IntegerField(label=gettext_lazy("Place"), min_value=1, max_value=999)
    is_retired = forms.BooleanField(label=gettext_lazy("Offer it no more"), required=False)
    goes = forms.BooleanField(label=gettext_lazy("Take it away"), required=False)

    def clean_label(self) -> str:
        return " ".join(self.cleaned_data["label"].split())


ChoiceFormSet = formset_factory(ChoiceForm, extra=0, max_num=100)


class OwnFieldForm(forms.ModelForm):
    more_choices = LinesField(
        label=gettext_lazy("Choices"),
        help_text=gettext_lazy("Only for a field with choices: one a line, in their order."),
        most=LONGEST_CHOICE,
        rows=4,
    )

    class Meta:
        model = OwnField
        fields = ["label", "kind", "help_text", *SWITCHES]
        labels = WORDS | {"label": gettext_lazy("What is it called?")}
        help_texts = {
            "help_text": gettext_lazy("One sentence that stands above the box."),
            "label": gettext_lazy("For example: Meeting room seats"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = OwnField.Kind.choices
        if not self.instance.pk and self.instance.subject == OwnField.Subject.CONTACT:
            self.initial["is_personal"] = True
        if self.instance.subject == OwnField.Subject.CONTACT:
            self.fields["label"].help_text = _("For example: Trained in")
            self.fields["is_internal"].label = _(
                "It is internal: their organisation does not see it"
            )
        self.own_choices = list(self.instance.choices)
        decided = of_text(self.data.get(NAME, "")) if self.data else []
        self.choices = ChoiceFormSet(
            (rows_of(decided, prefix="choices") if decided else self.data) or None,
            prefix="choices",
            initial=[
                {"key": one.key, "label": one.label, "place": place, "is_retired": one.is_retired}
                for place, one in enumerate(self.own_choices, start=1)
            ],
        )
        self.more_parts = [ChoicesPart(self)] if self.own_choices else []
        if self.instance.choices:
            self.fields["more_choices"].label = _("More choices")
            self.fields["more_choices"].help_text = _("One a line. They follow those above.")
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        # Beside choices that there are, the page shows the place for more below those.
        more = [] if self.choices.forms else ["more_choices"]
        self.helper.layout = Layout(
            Fieldset(_("The question"), "label", "help_text", "kind", *more),
            Fieldset(_("Where and for whom"), *(name for name in SWITCHES if name in self.fields)),
        )

    def clean_label(self) -> str:
        label = " ".join(self.cleaned_data["label"].split())
        if label.casefold() in taken_names():
            raise ValidationError(
                _("“%(name)s” is there for everybody already. Please choose another name.")
                % {"name": label}
            )
        return label

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.choices.is_valid() or not self._asks_choice])

    @property
    def _asks_choice(self) -> bool:
        return self.data.get("kind") in (OwnField.Kind.CHOICE, OwnField.Kind.CHOICES)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "more_choices" not in cleaned:
            return cleaned
        if not self._asks_choice:
            if cleaned["more_choices"]:
                self.add_error(
                    "kind", _("Only “One of several” and “Any of several” take choices.")
                )
            return cleaned
        labels = [option.label.casefold() for option in self.told_choices()]
        if not labels:
            self.add_error("more_choices", _("What can one choose? Please write one a line."))
        if len(set(labels)) < len(labels):
            self.add_error("more_choices", _("Two choices have the same name."))
        return cleaned

    @property
    def kept_choices(self) -> list[Option]:
        """Those that stay, by their place."""
        rows = [row.cleaned_data for row in self.choices if row.is_valid() and row.cleaned_data]
        staying = sorted((row for row in rows if not row["goes"]), key=lambda row: row["place"])
        return [Option(row["key"], row["label"], is_retired=row["is_retired"]) for row in staying]

    def told_choices(self) -> list[Option]:
        """Those that stay, then the new ones."""
        return self.kept_choices + [Option("", told) for told in self.cleaned_data["more_choices"]]

    def definition(self) -> Definition:
        told = {name: self.cleaned_data.get(name, False) for name in SWITCHES}
        return Definition(
            label=self.cleaned_data["label"],
            kind=self.cleaned_data["kind"],
            help_text=self.cleaned_data["help_text"],
            choices=self.told_choices() if self._asks_choice else [],
            **told,
        )


def taken_names() -> set[str]:
    """What the standard fields are called: two columns of one name would be taken for each other."""
    fields = [
        str(field.verbose_name).casefold()
        for model in (Organisation, Contact)
        for field in model._meta.concrete_fields  # noqa: SLF001 - Django's own door
    ]
    return {*fields, *(str(label).casefold() for label in Vocabulary.labels)}
