"""A service as the one who runs it, or one of us, tells of it."""

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.shared.links import LinkField
from partners.forms.shared.parts import TermsField
from partners.forms.shared.texts import LinesField
from partners.models import Capacity, Contact, Organisation, OtherList, Service, Term, Vocabulary
from partners.operations.services import ServiceTelling, Standing

LISTS = (OtherList.SERVICE, Vocabulary.POPULATION, Vocabulary.LANGUAGE)


class PlaceForm(forms.Form):
    """One place, or one area; left empty it is none."""

    name = forms.CharField(label=gettext_lazy("Place"), max_length=250, required=False)
    street = forms.CharField(label=gettext_lazy("Street"), max_length=250, required=False)
    city = forms.CharField(label=gettext_lazy("City"), max_length=120, required=False)
    region = forms.CharField(label=gettext_lazy("State or region"), max_length=80, required=False)
    postcode = forms.CharField(label=gettext_lazy("Postal code"), max_length=20, required=False)
    area = forms.CharField(
        label=gettext_lazy("Area"),
        help_text=gettext_lazy("What is not in the coalition’s list yet is added to it."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "areas-of-coalition", "autocomplete": "off"}),
    )
    is_virtual = forms.BooleanField(label=gettext_lazy("By phone or online"), required=False)


PlaceFormSet = formset_factory(PlaceForm, extra=1, max_num=60)


class ServiceForm(forms.ModelForm):
    """All but whether it takes people: that is said with one press, on the partner's page."""

    page = LinkField(label=gettext_lazy("Web page of the service"), required=False)
    funders = LinesField(
        label=gettext_lazy("Who pays for it"),
        help_text=gettext_lazy(
            "One a line. An organisation of the list is found by its name or another name."
        ),
        most=250,
    )

    class Meta:
        model = Service
        fields = [
            "name",
            "description",
            "eligibility",
            "fees",
            "how_to_refer",
            "contact",
            "phone",
            "email",
            "page",
            "since_on",
            "until_on",
            "number",
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "eligibility": forms.Textarea(attrs={"rows": 2}),
            "how_to_refer": forms.Textarea(attrs={"rows": 3}),
            "since_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "until_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.places = PlaceFormSet(self.data or None, prefix="places", initial=self._places())
        self.places.label = _("Places and areas")
        self.rows = {"places": self.places}
        self.initial["funders"] = [str(funder) for funder in self._parts("funders")]
        here = Contact.objects.at([organisation.pk]).known()
        self.fields["contact"].queryset = here.current() | here.among(
            [self.instance.contact_id or 0]
        )
        self.fields["contact"].empty_label = _("Nobody in particular")
        carried = [
            term for name in LISTS if self.instance.pk for term in self.instance.terms_in(name)
        ]
        offered = list(Term.objects.offered(organisation.coalition, *LISTS, also=carried))
        for vocabulary in LISTS:
            self._add_list(vocabulary, offered, carried)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = self.layout()

    def _parts(self, name: str) -> Iterable[Any]:
        return getattr(self.instance, name).all() if self.instance.pk else []

    def _places(self) -> list[dict[str, Any]]:
        names = [name for name in PlaceForm.base_fields if name != "area"]
        return [
            {name: getattr(place, name) for name in names}
            | {"area": place.area.name if place.area else ""}
            for place in self._parts("places")
        ]

    def _add_list(self, vocabulary: str, offered: list[Term], carried: list[Term]) -> None:
        label = dict(NAMES)[vocabulary]
        boxes = [term for term in offered if term.vocabulary == vocabulary]
        self.fields[vocabulary] = TermsField(boxes, label=label)
        self.initial[vocabulary] = [term.pk for term in carried if term.vocabulary == vocabulary]

    def layout(self) -> Layout:
        return Layout(
            Fieldset(_("What it is"), "name", "description", *self._boxes(OtherList.SERVICE)),
            Fieldset(
                _("For whom"),
                *self._boxes(Vocabulary.POPULATION),
                *self._boxes(Vocabulary.LANGUAGE),
                "eligibility",
                "fees",
            ),
            Fieldset(
                _("How to send somebody"), "how_to_refer", "contact", "phone", "email", "page"
            ),
            *self.more_parts_of_layout(),
            Fieldset(_("Behind it"), "funders", "since_on", "until_on", "number"),
        )

    def more_parts_of_layout(self) -> list[Fieldset]:
        return []

    def _boxes(self, vocabulary: str) -> list[Field]:
        has_any = bool(self.fields[vocabulary].choices)  # type: ignore[attr-defined]
        return [Field(vocabulary, wrapper_class="wide")] if has_any else []

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since_on"), cleaned.get("until_on")
        if since and until and until < since:
            self.add_error("until_on", _("It cannot end before it began."))
        return cleaned

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.places.is_valid()])

    def telling(self) -> ServiceTelling:
        told = (form.cleaned_data for form in self.places if form.cleaned_data)
        return ServiceTelling(
            values={name: self.cleaned_data[name] for name in self.Meta.fields},
            terms=[term for name in LISTS for term in self.cleaned_data.get(name, [])],
            places=[place for place in told if any(place.values())],
            funders=self.cleaned_data["funders"],
        )


class NewServiceForm(ServiceForm):
    """The first time also whether it takes people."""

    capacity = forms.ChoiceField(
        label=gettext_lazy("Does it take people now?"),
        choices=[("", gettext_lazy("Not said")), *Capacity.choices],
        required=False,
    )
    capacity_note = forms.CharField(
        label=gettext_lazy("More about it"),
        help_text=gettext_lazy("For example: about three weeks, or until the new term."),
        max_length=200,
        required=False,
    )

    def more_parts_of_layout(self) -> list[Fieldset]:
        return [Fieldset(_("Does it take people?"), "capacity", "capacity_note")]

    def standing(self, *, is_their_own_word: bool) -> Standing:
        return Standing(
            self.cleaned_data["capacity"], self.cleaned_data["capacity_note"], is_their_own_word
        )


NAMES: list[tuple[str, Any]] = [
    (OtherList.SERVICE, gettext_lazy("Kind of service")),
    (Vocabulary.POPULATION, Vocabulary.POPULATION.label),
    (Vocabulary.LANGUAGE, Vocabulary.LANGUAGE.label),
]


def areas_offered(coalition: int) -> list[str]:
    """What the browser completes while somebody types."""
    terms = Term.objects.of_coalition(coalition).in_vocabulary(Vocabulary.AREA).current()
    return [term.name for term in terms.for_choosing()]
