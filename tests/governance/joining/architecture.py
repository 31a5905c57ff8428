"""An example row for every address of coming in, and how its forms bear being sent twice."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from governance.models import Buddy, JoinRequest, Onboarding, OpenDoor
from tests.governance.joining.factories import (
    BuddyFactory,
    JoiningStepFactory,
    JoinRequestFactory,
    OnboardingFactory,
    OnboardingItemFactory,
    OpenDoorFactory,
    TrainingAttendanceFactory,
    TrainingFactory,
)

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
ONLY_ONCE = (
    "It can happen once; the second press is answered as the first, or told that it is done."
)


def lists(here: Any) -> dict[str, Any]:
    step(here)
    return {}


def step(here: Any) -> Any:
    JoiningStepFactory(coalition=here.coalition)
    made = JoiningStepFactory(coalition=here.coalition)
    JoiningStepFactory(coalition=here.coalition)
    return made


def retired_step(here: Any) -> Any:
    return JoiningStepFactory(coalition=here.coalition, retired=True)


def newcomer(here: Any) -> Any:
    """A partner for whom a checklist can be started."""
    JoiningStepFactory(coalition=here.coalition)
    return here.organisation


def new_member(here: Any) -> Any:
    JoiningStepFactory(coalition=here.coalition, for_people=True)
    return here.representation.membership


def checklist(here: Any) -> Onboarding:
    """The one that is open: a partner has no second."""
    told = {"organisation": here.organisation}
    return Onboarding.objects.filter(**told, ended_on=None).first() or OnboardingFactory(**told)


def onboarding(here: Any) -> Any:
    made = checklist(here)
    OnboardingItemFactory(onboarding=made)
    return made


def ended(here: Any) -> Any:
    return OnboardingFactory(organisation=here.organisation, ended=True)


def item(here: Any, **told: Any) -> dict[str, int]:
    """One that the partner may tick too, so that everybody who may finds it."""
    made = OnboardingItemFactory(onboarding=checklist(here), theirs=True, **told)
    return {"pk": made.onboarding_id, "item": made.pk}


def done_item(here: Any) -> dict[str, int]:
    return item(here, done=True)


def buddy(here: Any) -> Buddy:
    made = checklist(here)
    return made.buddies.first() or BuddyFactory(onboarding=made)


def buddy_token(here: Any) -> dict[str, str]:
    made = buddy(here)
    made.asked_on = timezone.localdate() - timedelta(days=1)
    made.save()
    return {"token": made.link_path.rstrip("/").split("/")[-1]}


def ask(here: Any) -> JoinRequest:
    return JoinRequestFactory(coalition=here.coalition)


def link(here: Any) -> dict[str, int]:
    return {"pk": ask(here).pk, "organisation": here.organisation.pk}


def answered_ask(here: Any) -> JoinRequest:
    return JoinRequestFactory(
        coalition=here.coalition,
        state="declined",
        answered_at=timezone.now(),
        answered_by=here.representation.membership.person,
    )


def home(here: Any) -> dict[str, str]:
    OpenDoor.objects.filter(coalition=here.coalition).exists() or OpenDoorFactory(
        coalition=here.coalition
    )
    return {"home": here.coalition.slug}


def training(here: Any) -> Any:
    return TrainingFactory(coalition=here.coalition)


def attendance(here: Any) -> dict[str, int]:
    made = TrainingAttendanceFactory(
        training=training(here), organisation=here.organisation, contact=here.contact
    )
    return {"pk": made.training_id, "row": made.pk}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:joining_start": newcomer,
    "governance:joining_start_member": new_member,
    "governance:joining_step": step,
    "governance:joining_step_move": step,
    "governance:joining_step_retire": step,
    "governance:joining_step_restore": retired_step,
    "governance:joining_steps": lists,
    "governance:ask": ask,
    "governance:ask_welcome": ask,
    "governance:ask_link": link,
    "governance:ask_decline": ask,
    "governance:ask_erase": answered_ask,
    "governance:buddy_answer": buddy,
    "governance:buddy_end": buddy,
    "governance:onboarding": onboarding,
    "governance:onboarding_finish": onboarding,
    "governance:onboarding_reopen": ended,
    "governance:buddy_ask": onboarding,
    "governance:onboarding_item_add": onboarding,
    "governance:onboarding_tick": item,
    "governance:onboarding_clear": done_item,
    "governance:joining_of": lambda here: onboarding(here).organisation,
    "governance:training": training,
    "governance:training_edit": training,
    "governance:training_remove": training,
    "governance:attend": training,
    "governance:unattend": attendance,
    "join": home,
    "join_sent": home,
    "buddy": buddy_token,
}
CARRYING: dict[str, Any] = {
    "governance:door": {"field": "opened"},
    "governance:joining_step": {"field": "opened"},
    "governance:joining_step_add": {"field": "form_key"},
    "governance:joining_step_move": {"field": "form_key", "page": "governance:joining_steps"},
    "governance:onboarding_item_add": {"field": "form_key"},
    "governance:training_add": {"field": "form_key"},
    "governance:training_edit": {"field": "opened"},
    "join": {"field": "form_key"},
}
NEEDS_NEITHER: dict[str, str] = {
    "governance:ask_decline": ONLY_ONCE,
    "governance:ask_erase": ONLY_ONCE,
    "governance:ask_link": ONLY_ONCE,
    "governance:ask_welcome": ONLY_ONCE,
    "governance:buddy_answer": FINDS_IT_SO,
    "governance:buddy_end": FINDS_IT_SO,
    "governance:joining_start": FINDS_IT_SO,
    "governance:joining_start_member": FINDS_IT_SO,
    "governance:joining_step_restore": FINDS_IT_SO,
    "governance:joining_step_retire": FINDS_IT_SO,
    "governance:joining_steps_fill": FINDS_IT_SO,
    "governance:onboarding_clear": FINDS_IT_SO,
    "governance:onboarding_finish": FINDS_IT_SO,
    "governance:onboarding_reopen": FINDS_IT_SO,
    "governance:onboarding_tick": FINDS_IT_SO,
    "governance:training_remove": ONLY_ONCE,
    "governance:unattend": ONLY_ONCE,
    "buddy": FINDS_IT_SO,
}
