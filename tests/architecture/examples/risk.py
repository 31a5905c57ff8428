"""Rows for the addresses of diligence, incidents and restricted notes."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from tests.architecture.examples.partners import organisation
from tests.architecture.examples.populated import Populated


def question(here: Populated) -> Any:
    return here.diligence.question


def diligence(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "question": here.diligence.question_id}


def incident(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "incident": here.decision.incident_id}


def decision(here: Populated) -> dict[str, int]:
    return incident(here) | {"decision": here.decision.pk}


def note(here: Populated) -> dict[str, Any]:
    return {"note": here.note.token}


def reader(here: Populated) -> dict[str, Any]:
    return {"note": here.note.token, "reader": here.note.readers.all()[0].pk}


# Here is nothing for whoever is not named on the row, whatever their role.
FOR_THOSE_NAMED = frozenset(
    {
        "partners:risk_heir",
        "partners:risk_note",
        "partners:risk_note_edit",
        "partners:risk_note_settle",
        "partners:risk_reader_add",
        "partners:risk_reader_remove",
    }
)


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "partners:risk": organisation,
    "partners:diligence": diligence,
    "partners:incident": incident,
    "partners:incident_add": organisation,
    "partners:incident_close": incident,
    "partners:incident_edit": incident,
    "partners:incident_hold": incident,
    "partners:incident_pause": incident,
    "partners:incident_reopen": incident,
    "partners:incident_resume": incident,
    "partners:decision_add": incident,
    "partners:decision_decide": decision,
    "partners:decision_drop": decision,
    "partners:decision_edit": decision,
    "partners:risk_question": question,
    "partners:risk_question_move": question,
    "partners:risk_question_reinstate": question,
    "partners:risk_question_retire": question,
    "partners:risk_heir": note,
    "partners:risk_note": note,
    "partners:risk_note_add": organisation,
    "partners:risk_note_edit": note,
    "partners:risk_note_settle": note,
    "partners:risk_note_undo": lambda _here: {"change": uuid4()},
    "partners:risk_reader_add": note,
    "partners:risk_reader_remove": reader,
}
