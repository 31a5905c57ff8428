"""What the landing page tells of coming in."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from accounts.models import Coalition
from common.database.counting import Number, counted
from governance.models import JoinRequest, Onboarding, OnboardingItem, OpenDoor, Training
from governance.reports.joining.due import new_members, new_partners
from governance.reports.matters import Asked

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class JoiningSummary:
    """How many are coming in, what of it is late, who waits, and what people were trained in for a year."""

    coming_in: Number
    late_items: Number
    unstarted: Number
    asking: Number
    is_door_open: bool
    trainings: Number
    equity_trainings: Number


def joining_summary(coalition: Coalition, on: date) -> JoiningSummary:
    """One query."""
    asked = Asked(coalition.pk, 0, on)
    trainings = Training.objects.of_coalition(coalition).filter(
        Q(held_on__gt=on - A_YEAR), held_on__lte=on
    )
    items = OnboardingItem.objects.filter(coalition=coalition)
    questions: dict[str, QuerySet] = {
        "coming_in": Onboarding.objects.of_coalition(coalition).open(),
        "late_items": items.late(on=on),
        "new_partners": new_partners(asked),
        "new_members": new_members(asked),
        "asking": JoinRequest.objects.of_coalition(coalition).waiting(),
        "doors": OpenDoor.objects.of_coalition(coalition).filter(is_open=True),
        "trainings": trainings,
        "equity_trainings": trainings.about_equity(),
    }
    told = {f"n_{name}": counted(rows) for name, rows in questions.items()}
    found = Coalition.objects.filter(pk=coalition.pk).annotate(**told).values(*told).get()
    number = {name: Number.told(found[f"n_{name}"]) for name in questions}
    return JoiningSummary(
        coming_in=number["coming_in"],
        late_items=number["late_items"],
        unstarted=number["new_partners"] + number["new_members"],
        asking=number["asking"],
        is_door_open=bool(number["doors"]),
        trainings=number["trainings"],
        equity_trainings=number["equity_trainings"],
    )
