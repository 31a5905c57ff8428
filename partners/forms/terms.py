from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition
from partners.models import LISTS, BroadSector, Term, Vocabulary


class TermForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    vocabulary = forms.ChoiceField(choices=LISTS, required=False)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class SaidBroadly(forms.Form):
    broad_sector = forms.ChoiceField(
        label=_("Broad sector"), choices=[("", _("not said")), *BroadSector.choices], required=False
    )


class NewTermForm(TermForm, SaidBroadly):
    """A new entry; only of a sector one may say which broad sector it is part of."""


class SectorForm(TermForm, SaidBroadly):
    """A sector has a name, and may be part of a broad sector."""

    def __init__(self, data: QueryDict | None = None, *, sector: Term) -> None:
        before = {"name": sector.name, "broad_sector": sector.broad_sector}
        super().__init__(data, initial=before)


class AreaForm(TermForm):
    """An area has a name, and may lie in a larger one."""

    within = forms.ModelChoiceField(
        label=_("Lies in"), queryset=Term.objects.none(), required=False, empty_label=_("no other")
    )

    def __init__(self, data: QueryDict | None = None, *, coalition: Coalition, area: Term) -> None:
        super().__init__(data, initial={"name": area.name, "within": area.within_id})
        also = [area.within] if area.within else []
        areas = Term.objects.offered(coalition, Vocabulary.AREA, also=also)
        self.fields["within"].queryset = areas.but(area)  # type: ignore[attr-defined]
