from dataclasses import replace
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.duplicates.similar import similar_names
from partners.forms.own_fields.values import AsksOwnFields
from partners.forms.shared.links import web_address
from partners.forms.shared.parts import AddressForm, AddressFormSet, TermsField
from partners.forms.shared.texts import CommaField, IdentifiersField, LinesField
from partners.models import Contact, Organisation, OwnField, Term, Vocabulary
from partners.operations import Profile

CHECKED = (
    Vocabulary.SECTOR,
    Vocabulary.POPULATION,
    Vocabulary.AREA,
    Vocabulary.LANGUAGE,
    Vocabulary.DETERMINANT,
)


class OwnOrganisationForm(AsksOwnFields, forms.ModelForm):
    """What an organisation may say of itself."""

    aliases = LinesField(
        label=gettext_lazy("Other names"),
        help_text=gettext_lazy("Acronyms, former names: one a line. They are found by these too."),
        most=250,
    )
    keeps_name = forms.BooleanField(
        label=gettext_lazy("If the name changes, keep the old one as another name"),
        help_text=gettext_lazy("Search and spreadsheets find them by it as before."),
        required=False,
        initial=True,
    )
    unrecorded: tuple[str, ...] = ("keeps_name",)
    phones = LinesField(
        label=gettext_lazy("Phones"), help_text=gettext_lazy("One a line."), most=60
    )

    class Meta:
        model = Organisation
        fields = ["name", "description", "website", "email"]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "website": forms.TextInput(attrs={"inputmode": "url"}),
        }
        help_texts = {
            "description": gettext_lazy("What they do, for whom, in two or three sentences.")
        }

    def __init__(self, *args: Any, coalition: Coalition, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.coalition, self.today = coalition, today
        self.addresses = AddressFormSet(
            self.data or None,
            prefix="addresses",
            initial=[
                {name: getattr(address, name) for name in AddressForm.base_fields}
                for address in self.parts("addresses")
            ],
        )
        self.addresses.label = _("Addresses")
        self.rows = {"addresses": self.addresses}
        self.initial |= {
            "aliases": [alias.name for alias in self.parts("aliases")],
            "phones": [phone.number for phone in self.parts("phones")],
        }
        if not self.instance.pk:
            del self.fields["keeps_name"]
        carried = [term for name in self.vocabularies for term in self.carried(name)]
        offered = list(Term.objects.offered(coalition, *self.vocabularies, also=carried))
        for vocabulary in self.vocabularies:
            self.add_vocabulary(vocabulary, offered, carried)
        self.ask_own_fields(self.asked(), values=self.instance.own_values)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = self.layout()

    vocabularies = CHECKED

    def asked(self) -> list[OwnField]:
        """The coalition's own fields that an organisation answers itself."""
        about = OwnField.objects.of_coalition(self.coalition.pk).about("organisation")
        return [field for field in about.current() if not field.is_internal]

    def parts(self, name: str) -> list[Any]:
        return list(getattr(self.instance, name).all()) if self.instance.pk else []

    def carried(self, vocabulary: str) -> list[Term]:
        return self.instance.terms_in(vocabulary) if self.instance.pk else []

    def add_vocabulary(
        self, vocabulary: Vocabulary, offered: list[Term], carried: list[Term]
    ) -> None:
        """Boxes for what the list has, and a line for what it does not have yet."""
        boxes = [term for term in offered if term.vocabulary == vocabulary]
        self.fields[vocabulary] = TermsField(boxes, label=vocabulary.label)
        self.initial[vocabulary] = [term.pk for term in carried if term.vocabulary == vocabulary]
        self.fields[f"{vocabulary}_more"] = CommaField(
            label=_("Not in the list: %(list)s") % {"list": vocabulary.label.lower()},
            help_text=_("Separate several with commas. They are added to the coalition's list."),
            most=120,
        )

    def layout(self) -> Layout:
        return Layout(
            Fieldset(_("Who they are"), *self.named(), "description", "aliases"),
            Fieldset(_("How to reach them"), *self.Meta.fields[2:], "phones"),
            *self.own_part(),
            *self.vocabulary_parts(),
        )

    def named(self) -> list[str]:
        """The name, and what becomes of the one before it."""
        return ["name", *(["keeps_name"] if "keeps_name" in self.fields else [])]

    def own_part(self) -> list[Fieldset]:
        return [Fieldset(_("More"), *self.own_layout())] if self.own_fields else []

    def vocabulary_parts(self) -> list[Fieldset]:
        return [
            Fieldset(
                vocabulary.label,
                *(
                    [Field(vocabulary, wrapper_class="wide")]
                    if self.fields[vocabulary].choices
                    else []
                ),
                f"{vocabulary}_more",
            )
            for vocabulary in self.vocabularies
        ]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_website(self) -> str:
        return web_address(self.cleaned_data["website"])

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.addresses.is_valid()])

    def told_addresses(self) -> list[dict[str, str]]:
        told = (form.cleaned_data for form in self.addresses if form.cleaned_data)
        return [address for address in told if any(address.values())]

    def profile(self) -> Profile:
        """What the form says, for the operation that writes it."""
        return Profile(
            values={name: self.cleaned_data[name] for name in self.Meta.fields},
            aliases=self.cleaned_data["aliases"],
            phones=self.cleaned_data["phones"],
            addresses=self.told_addresses(),
            terms={name: self.cleaned_data.get(name, []) for name in self.vocabularies},
            named_terms={name: self.cleaned_data[f"{name}_more"] for name in self.vocabularies},
            own=self.own_answers(),
            keeps_name=self.cleaned_data.get("keeps_name", False),
        )


class OrganisationForm(OwnOrganisationForm):
    """Everything a coordinator may say of an organisation."""

    identifiers = IdentifiersField(
        label=gettext_lazy("Identifiers"),
        help_text=gettext_lazy(
            "The system, a colon and the identifier: EIN: 52-1234567. One a line."
        ),
        most=120,
    )
    contact_name = forms.CharField(label=gettext_lazy("Name"), max_length=200, required=False)
    contact_title = forms.CharField(label=gettext_lazy("Job title"), max_length=200, required=False)
    contact_email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    contact_phone = forms.CharField(label=gettext_lazy("Phone"), max_length=60, required=False)
    is_another = forms.BooleanField(
        label=gettext_lazy("It is another organisation: add it all the same"),
        required=False,
        widget=forms.HiddenInput,  # shown once there is a likely twin
    )
    unrecorded = ("is_another", "keeps_name")

    class Meta(OwnOrganisationForm.Meta):
        fields = [
            "name",
            "kind",
            "description",
            "website",
            "email",
            "owner",
            "since_on",
            "is_left_out_of_directory",
        ]
        widgets = OwnOrganisationForm.Meta.widgets | {
            "since_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }

    vocabularies = (*CHECKED, Vocabulary.TAG)

    def asked(self) -> list[OwnField]:
        about = OwnField.objects.of_coalition(self.coalition.pk).about("organisation")
        return [field for field in about.current() if self.instance.pk or field.is_asked_first]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.similar: list[Organisation] = []
        self.initial["identifiers"] = [
            (row.scheme, row.value) for row in self.parts("external_identifiers")
        ]
        keepers = self.coalition.members.looking_after_partners()
        self.fields["owner"].queryset = keepers.people_and(self.instance.owner_id)
        self.fields["owner"].empty_label = _("Nobody yet")
        if self.instance.pk:
            for name in ("contact_name", "contact_title", "contact_email", "contact_phone"):
                del self.fields[name]

    def layout(self) -> Layout:
        contact = [name for name in self.fields if name.startswith("contact_")]
        return Layout(
            Fieldset(
                _("Who they are"), *self.named(), "is_another", "kind", "description", "aliases"
            ),
            *([Fieldset(_("Who speaks for them"), *contact)] if not self.instance.pk else []),
            Fieldset(_("How to reach them"), "website", "email", "phones"),
            Fieldset(_("With us"), "owner", "since_on", "identifiers", "is_left_out_of_directory"),
            *self.own_part(),
            *self.vocabulary_parts(),
        )

    def clean_since_on(self) -> date | None:
        day = self.cleaned_data["since_on"]
        if day and day > self.today and "since_on" in self.changed_data:
            raise ValidationError(_("That day is still to come."))
        return day

    def clean_identifiers(self) -> list[tuple[str, str]]:
        """A number of one system names one organisation of the coalition."""
        told = self.cleaned_data["identifiers"]
        for scheme, value in told:
            holder = Organisation.objects.known_as(self.coalition.pk, scheme, value)
            if holder and holder.pk != self.instance.pk:
                raise ValidationError(
                    _("%(number)s is already the identifier of %(holder)s.")
                    % {"number": f"{scheme}: {value}", "holder": holder.name}
                )
        return told

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if any(
            cleaned.get(f"contact_{name}") for name in ("title", "email", "phone")
        ) and not cleaned.get("contact_name"):
            self.add_error("contact_name", _("Who is this? Please give the person's name."))
        if cleaned.get("is_another"):
            self.ask_whether_another()
        elif cleaned.get("name"):
            self.refuse_likely_twin(cleaned["name"])
        return cleaned

    def ask_whether_another(self) -> None:
        self.fields["is_another"].widget = forms.CheckboxInput()

    def refuse_likely_twin(self, name: str) -> None:
        if self.instance.pk and name == self.initial.get("name"):
            return
        self.similar = similar_names(self.coalition, name=name, besides=self.instance.pk)
        if self.similar:
            self.ask_whether_another()
            self.add_error(
                "name",
                _("Perhaps here already: %(names)s. If it is another one, tick the box below.")
                % {"names": ", ".join(one.name for one in self.similar)},
            )

    def profile(self) -> Profile:
        said = super().profile()
        name = self.cleaned_data.get("contact_name")
        contact = name and {
            "name": name,
            "title": self.cleaned_data["contact_title"],
            "email": self.cleaned_data["contact_email"],
            "phone": self.cleaned_data["contact_phone"],
            "role": Contact.Role.REPRESENTATIVE,
        }
        return replace(said, identifiers=self.cleaned_data["identifiers"], contact=contact or None)
