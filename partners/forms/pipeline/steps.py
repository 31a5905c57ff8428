"""Moving somebody from stage to stage, planning an invitation, and what counts as ready."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.composition import keepers_of
from partners.models import Gap, Organisation, PipelinePlan, PipelineRules, PipelineStep, Stage
from partners.models.pipeline.steps import CAUSES
from partners.operations.pipeline.steps import Move, Planned
from partners.reports.pipeline.doors import Door

LONGEST_REASON = 500
# What one is asked, by where they go.
WHYS = {
    Stage.PROSPECT: gettext_lazy("What makes us think of them?"),
    Stage.IN_CONVERSATION: gettext_lazy("How did it begin?"),
    Stage.INVITED: gettext_lazy("How were they invited?"),
    Stage.MEMBER: gettext_lazy("What made them say yes?"),
    Stage.PAUSED: gettext_lazy("Why do they pause, and until when perhaps?"),
    Stage.ALUMNI: gettext_lazy("What happened, in a sentence or two?"),
    Stage.DECLINED: gettext_lazy("What did they say?"),
}


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    box = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=box, **kwargs)


def _causes(stage: str) -> forms.ChoiceField:
    choices = [("", _("Please choose")), *((one.value, one.label) for one in CAUSES[stage])]
    return forms.ChoiceField(label=gettext_lazy("The main reason"), choices=choices)


class StepForm(forms.Form):
    """The day and the reason of a step; of who goes also the main one, by which exits are counted."""

    on = _day(gettext_lazy("On which day?"))
    reason = forms.CharField(
        max_length=LONGEST_REASON, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, stage: str, gaps: Iterable[Gap] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stage = stage
        self.fields["reason"].label = WHYS[Stage(stage)]
        self.fields["reason"].required = stage == Stage.PAUSED
        if stage in CAUSES:
            self.fields["cause"] = _causes(stage)
        if offered := [(str(gap.pk), str(gap.needed)) for gap in gaps]:
            self.fields["fills"] = forms.MultipleChoiceField(
                label=gettext_lazy("They were asked to fill a gap. Is it filled now?"),
                choices=offered,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        self.order_fields(["on", "cause", "reason", "fills"])

    def move(self, *, seen: str | None) -> Move:
        told = self.cleaned_data
        return Move(
            stage=self.stage,
            on=told["on"],
            cause=told.get("cause", ""),
            reason=told["reason"],
            seen=seen,
            fills=[int(pk) for pk in told.get("fills", [])],
        )


class LeaveForm(StepForm):
    thanks = forms.CharField(
        label=gettext_lazy("What do you thank them for?"),
        help_text=gettext_lazy(
            "It is kept among the talks as a thank-you. Nothing is sent: tell them, or write a letter."
        ),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, stage=Stage.ALUMNI, **kwargs)
        self.order_fields(["on", "cause", "reason", "thanks"])


class ChangeStepForm(StepForm):
    @staticmethod
    def shown(step: PipelineStep) -> dict[str, Any]:
        return {"on": step.on, "reason": step.reason, "cause": step.cause}

    def words(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {"day": told["on"], "cause": told.get("cause", ""), "reason": told["reason"]}


class PlanForm(forms.Form):
    """Who invites them by when. Doors are the partners tied to them, the closest first."""

    invite_by = _day(gettext_lazy("By when?"), required=False)
    through = forms.TypedChoiceField(
        label=gettext_lazy("Who opens the door?"),
        help_text=gettext_lazy("Partners who are tied to them, the closest first."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    note = forms.CharField(
        label=gettext_lazy("What comes next?"), max_length=LONGEST_REASON, required=False
    )

    def __init__(
        self,
        *args: Any,
        organisation: Organisation,
        doors: Iterable[Door],
        kept: PipelinePlan,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["inviter"] = keepers_of(organisation.coalition, also=kept.inviter)
        self.fields["inviter"].label = _("Who invites them?")
        names = {door.pk: _door_words(door) for door in doors}
        if kept.through:
            names.setdefault(kept.through.pk, kept.through.name)
        self.fields["through"].choices = [("", _("Nobody yet")), *names.items()]  # type: ignore[attr-defined]
        self.order_fields(["inviter", "invite_by", "through", "note"])

    @staticmethod
    def shown(kept: PipelinePlan) -> dict[str, Any]:
        return {
            "inviter": kept.inviter_id,
            "invite_by": kept.invite_by,
            "through": kept.through_id,
            "note": kept.note,
        }

    def clean_through(self) -> Organisation | None:
        pk = self.cleaned_data["through"]
        if pk is None:
            return None
        found = Organisation.objects.one_of(self.organisation.coalition_id, pk)
        if found is None:
            raise ValidationError(_("They are not on the list any more."))
        return found

    def planned(self) -> Planned:
        told = self.cleaned_data
        return Planned(told["inviter"], told["invite_by"], told["through"], told["note"])


def _door_words(door: Door) -> str:
    if not door.keeper:
        return door.name
    words = {"name": door.name, "keeper": door.keeper}
    return _("%(name)s, whom %(keeper)s looks after") % words


class RulesForm(forms.ModelForm):
    class Meta:
        model = PipelineRules
        fields = ["talks_needed", "gives_needed"]
