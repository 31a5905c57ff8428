"""What a seat is: one corrected, or several added at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.sharing import ask_later, why_unshared
from governance.models import Body, Rank, Seat
from governance.operations.seats.places import MOST_AT_ONCE, Place
from partners.models import Term, Vocabulary


class SeatForm(forms.Form):
    """The seat itself; who holds it is told elsewhere."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=160,
        help_text=gettext_lazy("“Co-lead”, “Member for schools”, “Treasurer”."),
    )
    rank = forms.ChoiceField(
        label=gettext_lazy("Part in it"), choices=Rank.choices, initial=Rank.MEMBER
    )
    is_voting = forms.BooleanField(label=gettext_lazy("Votes"), required=False, initial=True)
    is_lived_experience = forms.BooleanField(
        label=gettext_lazy("For lived experience"),
        help_text=gettext_lazy("For somebody who has lived with what the coalition works on."),
        required=False,
    )
    sector = forms.ModelChoiceField(
        label=gettext_lazy("Stands for the sector"),
        queryset=Term.objects.none(),
        required=False,
        empty_label=gettext_lazy("No sector of its own"),
    )
    duties = forms.CharField(
        label=gettext_lazy("Duties"),
        help_text=gettext_lazy("What whoever sits here does, one a line."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, body: Body, sector: Term | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sector"].queryset = Term.objects.offered(  # type: ignore[attr-defined]
            body.coalition, Vocabulary.SECTOR, also=[sector] if sector else []
        )

    @staticmethod
    def shown(seat: Seat) -> dict[str, Any]:
        return {
            "title": seat.title,
            "rank": seat.rank,
            "is_voting": seat.is_voting,
            "is_lived_experience": seat.is_lived_experience,
            "sector": seat.sector_id,
            "duties": seat.duties,
        }

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if told.get("rank") == Rank.OBSERVER and told.get("is_voting"):
            self.add_error("is_voting", _("An observer does not vote. Take one of the two away."))
        return told

    def place(self) -> Place:
        told = self.cleaned_data
        return Place(**{name: told[name] for name in Place.__dataclass_fields__ if name in told})


class SeatEditForm(SeatForm):
    """A part in the lead that changes may change how far the lead is shared."""

    why_unshared = why_unshared()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_later(self)

    @property
    def why(self) -> str:
        return self.cleaned_data["why_unshared"]


class NewSeatsForm(SeatForm):
    """Several of one kind, a title each."""

    title = None  # type: ignore[assignment]
    titles = forms.CharField(
        label=gettext_lazy("Titles"),
        help_text=gettext_lazy("One seat a line: “Member for schools”, “Member for clinics”."),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_order = ("titles",)

    def clean_titles(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["titles"].splitlines()]
        titles = [line for line in lines if line]
        longest = Seat._meta.get_field("title").max_length  # noqa: SLF001 - Django documents it
        if any(len(title) > longest for title in titles):
            raise forms.ValidationError(_("One of the titles is too long."))
        if len(titles) > MOST_AT_ONCE:
            words = _("That is more than %(most)d seats at once.") % {"most": MOST_AT_ONCE}
            raise forms.ValidationError(words)
        return titles

    def places(self) -> list[Place]:
        told = {name: value for name, value in self.cleaned_data.items() if name != "titles"}
        return [Place(title=title, **told) for title in self.cleaned_data["titles"]]


class CloseSeatForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=500,
        help_text=gettext_lazy("It stays in the history of the seat."),
    )
