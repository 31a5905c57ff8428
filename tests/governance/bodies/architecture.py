from collections.abc import Callable
from typing import Any

from tests.governance.bodies.factories import DutyFactory, MeantOverlapFactory
from tests.governance.factories import BodyFactory, FunctionFactory, RoleAssignmentFactory


def body(here: Any) -> Any:
    return BodyFactory(coalition=here.coalition, publication="public")


def function(here: Any) -> Any:
    return FunctionFactory(coalition=here.coalition)


def holder(here: Any) -> dict[str, int]:
    role = RoleAssignmentFactory(
        of_function=True, function=function(here), organisation=here.organisation
    )
    return {"pk": role.function_id, "role": role.pk}


def pair(here: Any) -> dict[str, int]:
    duties = [DutyFactory(body=body(here), words="Recruit food partners") for _body in range(2)]
    return {"first": duties[0].pk, "second": duties[1].pk}


def note(here: Any) -> dict[str, int]:
    return {"note": MeantOverlapFactory(first=DutyFactory(body=body(here))).pk}


def home(here: Any) -> dict[str, str]:
    return {"home": body(here).coalition.slug}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "public_bodies": home,
    "governance:overlap_meant": pair,
    "governance:overlap_not_meant": note,
    "governance:function_end": holder,
    **dict.fromkeys(
        [
            f"governance:body{act}"
            for act in ("", "_edit", "_pause", "_resume", "_close", "_reopen")
        ],
        body,
    ),
    **dict.fromkeys(
        [f"governance:function_{act}" for act in ("edit", "move", "retire", "reinstate", "give")],
        function,
    ),
}
CARRYING: dict[str, Any] = {
    "governance:body_add": {"field": "form_key"},
    "governance:body_edit": {"field": "opened"},
    "governance:function_add": {"field": "form_key"},
    "governance:function_edit": {"field": "opened"},
    "governance:function_give": {"field": "form_key"},
    "governance:function_end": {"field": "opened"},
}
ONLY_ONCE = "A second press finds it done and says so."
NEEDS_NEITHER: dict[str, str] = {
    **dict.fromkeys(
        [
            "governance:body_pause",
            "governance:body_resume",
            "governance:body_close",
            "governance:body_reopen",
            "governance:functions_fill",
            "governance:overlap_not_meant",
        ],
        ONLY_ONCE,
    ),
    "governance:overlap_meant": "Said twice, it stands once, for the last reason.",
    "governance:function_move": "Each press moves it one place from where it stands.",
    "governance:function_retire": "It is off the list, whoever presses.",
    "governance:function_reinstate": "It is on the list, whoever presses.",
}
