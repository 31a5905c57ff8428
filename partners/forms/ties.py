from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.shared.naming import partner_called
from partners.models import Organisation, Relation, Tie
from partners.models.ties.ties import Level
from partners.operations.ties import Telling
from partners.presets import RELATIONS


class LevelField(forms.TypedChoiceField):
    """0 to 5, or nothing said."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("", gettext_lazy("not said")), *Level.choices]
        super().__init__(choices=choices, coerce=int, empty_value=None, required=False, **kwargs)

    def keep(self, level: int, *, said_on: date) -> None:
        """They said it themselves: there is nothing to choose for us."""
        self.choices = [(level, Level(level).label)]
        words = _("Their own word of %(day)s. Only they change it.")
        self.help_text = words % {"day": date_format(said_on)}
        self.error_messages["invalid_choice"] = self.help_text


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, **kwargs)


class TieForm(forms.Form):
    """What is told of a tie, as seen from one organisation."""

    relation = forms.ChoiceField(label=gettext_lazy("Kind of tie"))
    theirs = LevelField()
    others = LevelField()
    ours = LevelField(
        label=gettext_lazy("Level as we see it"),
        help_text=gettext_lazy(
            "Counts while neither side has said anything, for example from a survey that names no side."
        ),
    )
    evidence = forms.CharField(
        label=gettext_lazy("What shows it"),
        help_text=gettext_lazy("For example a shared project, an agreement, a survey."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    since_on = _day(gettext_lazy("Since"))
    until_on = _day(gettext_lazy("Until"), help_text=gettext_lazy("The last day, if it is over."))
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self,
        *args: Any,
        organisation: Organisation,
        tie: Tie | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["relation"].choices = relations_offered(  # type: ignore[attr-defined]
            organisation.coalition_id, also=tie.relation if tie else None
        )
        self.fields["theirs"].label = _("Level as %(name)s sees it") % {"name": organisation.name}
        self.fields["others"].label = _("Level as the other one sees it")
        if tie:
            other = tie.other(organisation.pk)
            self.fields["others"].label = _("Level as %(name)s sees it") % {"name": other.name}
            self._keep_own_word("theirs", tie, organisation.pk)
            self._keep_own_word("others", tie, other.pk)

    def _keep_own_word(self, name: str, tie: Tie, organisation: int) -> None:
        side = tie.side_of(organisation)
        if tie.is_own_word(side):
            level, said_on = getattr(tie, f"level_{side}"), getattr(tie, f"own_word_{side}_on")
            self.fields[name].keep(level, said_on=said_on)  # type: ignore[attr-defined]

    @staticmethod
    def shown(tie: Tie, *, seen_from: int) -> dict[str, Any]:
        """The first values of a form over a tie."""
        is_first = tie.first_id == seen_from
        return {
            "relation": tie.relation.name,
            "theirs": tie.level_first if is_first else tie.level_second,
            "others": tie.level_second if is_first else tie.level_first,
            "ours": tie.level_ours,
            "evidence": tie.evidence,
            "since_on": tie.since_on,
            "until_on": tie.until_on,
            "note": tie.note,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since_on"), cleaned.get("until_on")
        if since and until and until < since:
            self.add_error("until_on", _("It cannot end before it began."))
        return cleaned

    def telling(self) -> Telling:
        names = Telling.__dataclass_fields__
        return Telling(**{name: self.cleaned_data[name] for name in names})


class NewTieForm(TieForm):
    """Beside what is told of it, with whom."""

    other = forms.CharField(
        label=gettext_lazy("Tied to"),
        help_text=gettext_lazy("The partner's name, or another name by which it is known."),
        max_length=250,
        widget=forms.TextInput(attrs={"list": "names-of-partners", "autocomplete": "off"}),
    )
    field_order = ("other",)

    def clean_other(self) -> Organisation:
        name = self.cleaned_data["other"].strip()
        other = partner_called(name, coalition=self.organisation.coalition_id)
        if other == self.organisation:
            raise forms.ValidationError(_("An organisation is not tied to itself."))
        return other


def relations_offered(coalition: int, *, also: Relation | None = None) -> list[tuple[str, str]]:
    """The coalition's current kinds of ties; the usual ones for one that has never had any."""
    known = list(Relation.objects.of_coalition(coalition))
    names = [one.name for one in known if one.retired_on is None or one == also]
    return [(name, name) for name in (names if known else map(str, RELATIONS))]


class OwnLevelForm(forms.Form):
    """How the one who sends it sees the tie."""

    level = LevelField()


class RelationForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
