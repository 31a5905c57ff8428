"""What is wanted of the selected organisations: one small form for each action."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.forms.bulk.own_fields import OwnAnswerForm
from partners.forms.retiring import RetireForm
from partners.forms.shared.parts import TermsField
from partners.forms.shared.texts import CommaField
from partners.models import BulkEdit, Organisation, OwnField, Term, Vocabulary
from partners.reports.listing.questions import NOBODY

Action = BulkEdit.Action


class OwnerForm(forms.Form):
    """Nothing is chosen at first: a key pressed too early must not take everybody's keeper away."""

    owner = forms.ChoiceField(label=gettext_lazy("Looked after by"))

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keepers = coalition.members.looking_after_partners()
        people = [(str(keeper.person_id), str(keeper.person)) for keeper in keepers]
        unset = ("", _("Please choose"))
        self.fields["owner"].choices = [unset, *people, (NOBODY, _("Nobody"))]

    def answer(self) -> tuple[str, dict[str, Any]]:
        owner = self.cleaned_data["owner"]
        return Action.OWNER, {"owner": None if owner == NOBODY else int(owner)}


class KindForm(forms.Form):
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=Organisation.Kind, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def answer(self) -> tuple[str, dict[str, Any]]:
        return Action.KIND, {"kind": self.cleaned_data["kind"]}


class RetireTogetherForm(RetireForm):
    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def answer(self) -> tuple[str, dict[str, Any]]:
        day: date = self.cleaned_data["on"]
        values = {"on": day.isoformat(), "reason": self.cleaned_data["reason"]}
        return Action.RETIRE, values


class ReinstateTogetherForm(forms.Form):
    """Nothing to fill in."""

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def answer(self) -> tuple[str, dict[str, Any]]:
        return Action.REINSTATE, {}


class EntriesForm(forms.Form):
    """Entries of one of the coalition's lists that come, go, or stand instead of all others."""

    how = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=[
            (Action.ADD, gettext_lazy("Add these")),
            (Action.REMOVE, gettext_lazy("Take these away")),
            (Action.REPLACE, gettext_lazy("Replace all they have by these")),
        ],
        widget=forms.RadioSelect,
        initial=Action.ADD,
    )

    def __init__(
        self, *args: Any, coalition: Coalition, vocabulary: Vocabulary, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        # Retired entries are offered too: taking those away is what somebody may have come for.
        of_list = Term.objects.of_coalition(coalition.pk).in_vocabulary(vocabulary)
        terms = list(of_list.retired_last())
        if terms:
            self.fields["terms"] = TermsField(terms, label=vocabulary.label)
        self.fields["names"] = CommaField(
            label=_("Not in the list: %(list)s") % {"list": vocabulary.label.lower()},
            help_text=_("Separate several with commas. They are added to the coalition's list."),
            most=120,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        terms, names = cleaned.get("terms") or [], cleaned.get("names") or []
        how = cleaned.get("how")
        where = "terms" if "terms" in self.fields else "names"
        if how == Action.REMOVE and names:
            self.add_error("names", _("What is not in the list cannot be taken away."))
        elif how in (Action.ADD, Action.REMOVE) and not (terms or names):
            self.add_error(where, _("Please choose at least one."))
        if how != Action.REMOVE and (retired := [term.name for term in terms if term.retired_on]):
            self.add_error(
                where,
                _("%(names)s: offered no more, so they can only be taken away.")
                % {"names": ", ".join(retired)},
            )
        return cleaned

    def answer(self) -> tuple[str, dict[str, Any]]:
        terms = [term.pk for term in self.cleaned_data.get("terms") or []]
        return self.cleaned_data["how"], {"terms": terms, "names": self.cleaned_data["names"]}


PLAIN: dict[str, type[forms.Form]] = {
    "owner": OwnerForm,
    "kind": KindForm,
    "retire": RetireTogetherForm,
    "reinstate": ReinstateTogetherForm,
}
OWN = "own"
# What the bar offers: every form by its word in the address, with the words of the menu.
WHAT: dict[str, Any] = {
    "owner": gettext_lazy("Who looks after them"),
    "tag": gettext_lazy("Tags"),
    "sector": gettext_lazy("Sectors"),
    "population": gettext_lazy("Populations served"),
    "area": gettext_lazy("Areas"),
    "language": gettext_lazy("Languages"),
    "determinant": gettext_lazy("Social determinants"),
    "own": gettext_lazy("Your own fields"),
    "kind": gettext_lazy("Kind"),
    "retire": gettext_lazy("Retire them"),
    "reinstate": gettext_lazy("Take them back into the list"),
}


def bulk_form(
    what: str, *args: Any, coalition: Coalition, on: date, field: OwnField | None = None
) -> Any:
    """The form of one entry of WHAT; its `answer()` is the action and the values of the edit.

    `field` is the coalition's own one that OWN is about. While there is none there is no form either.
    """
    if what == OWN:
        return OwnAnswerForm(*args, field=field) if field else None
    if what in PLAIN:
        initial = {"on": on} if what == "retire" else {}
        return PLAIN[what](*args, coalition=coalition, initial=initial)
    return EntriesForm(*args, coalition=coalition, vocabulary=Vocabulary(what))


def vocabulary_of(what: str) -> str:
    return "" if what in PLAIN or what == OWN else what
