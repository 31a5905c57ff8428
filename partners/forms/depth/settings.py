"""What partners are compared with: the coalition's own priorities, its needs, and how often it asks again."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.utils.translation import gettext as _

from partners.models import DepthSettings, OwnPriority
from partners.models.depth import Capacity
from partners.models.depth.settings import ASKED_AGAIN
from partners.models.depth.topics import AMOUNTS
from partners.models.taxonomy import Term
from partners.operations.depth import Comparison

NEEDED = [(str(level), words) for level, words in AMOUNTS]


class DepthSettingsForm(forms.Form):
    def __init__(
        self,
        data: Any = None,
        *,
        settings: DepthSettings,
        terms: list[Term],
        priorities: list[OwnPriority],
    ) -> None:
        super().__init__(data)
        self.terms = terms
        places = {one.term_id: one.position for one in priorities}
        for term in terms:
            self.fields[f"place-{term.pk}"] = forms.IntegerField(
                label=term.name, min_value=1, max_value=99, required=False
            )
            self.initial[f"place-{term.pk}"] = places.get(term.pk)
        for kind, label in Capacity.choices:
            self.fields[f"need-{kind}"] = forms.ChoiceField(label=label, choices=NEEDED)
            self.initial[f"need-{kind}"] = str(settings.needs.get(kind, 0))
        field = DepthSettings._meta.get_field("verify_every")  # noqa: SLF001 - Django's own door
        self.fields["verify_every"] = field.formfield(
            min_value=ASKED_AGAIN[0], max_value=ASKED_AGAIN[1]
        )
        self.initial["verify_every"] = settings.verify_every

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        places = [Field(f"place-{term.pk}", wrapper_class="short") for term in self.terms]
        needs = [Field(f"need-{kind}", wrapper_class="short") for kind in Capacity.values]
        helper.layout = Layout(
            *([Fieldset(_("Our own priorities, in their order"), *places)] if places else []),
            Fieldset(_("How much we need of each"), *needs),
            Fieldset(_("Staying right"), Field("verify_every", wrapper_class="short")),
        )
        return helper

    def comparison(self) -> Comparison:
        cleaned = self.cleaned_data
        placed = [(cleaned.get(f"place-{term.pk}"), term) for term in self.terms]
        ours = sorted((place, term.position, term.pk) for place, term in placed if place)
        needs = {kind: int(cleaned[f"need-{kind}"]) for kind in Capacity.values}
        return Comparison(
            verify_every=cleaned["verify_every"],
            needs={kind: need for kind, need in needs.items() if need},
            priorities=[pk for _place, _position, pk in ours],
        )
