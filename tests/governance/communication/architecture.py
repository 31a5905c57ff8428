from collections.abc import Callable
from typing import Any

from tests.governance.communication.factories import (
    CallRowFactory,
    RegularMessageFactory,
    SentMessageFactory,
    UrgentCallFactory,
    UrgentMessageFactory,
    UrgentProtocolFactory,
)

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
ONLY_ONCE = "It can happen once; the second press is told that it is done."


def message(here: Any) -> Any:
    return RegularMessageFactory(coalition=here.coalition)


def protocol(here: Any) -> Any:
    return CallRowFactory(protocol__coalition=here.coalition).protocol


def call_row(here: Any) -> Any:
    return CallRowFactory(protocol__coalition=here.coalition)


def urgent_message(here: Any) -> Any:
    return UrgentMessageFactory(protocol__coalition=here.coalition)


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:message": message,
    "governance:message_edit": message,
    "governance:message_sent": message,
    "governance:message_retire": message,
    "governance:message_bring_back": lambda here: RegularMessageFactory(
        coalition=here.coalition, retired=True
    ),
    "governance:message_take_back": lambda here: SentMessageFactory(message=message(here)),
    "governance:protocol": protocol,
    "governance:protocol_edit": protocol,
    "governance:protocol_retire": protocol,
    "governance:protocol_bring_back": lambda here: UrgentProtocolFactory(
        coalition=here.coalition, retired=True
    ),
    "governance:call_add": protocol,
    "governance:urgent_start": protocol,
    "governance:call_edit": call_row,
    "governance:call_move": call_row,
    "governance:call_remove": call_row,
    "governance:urgent_message": urgent_message,
    "governance:urgent_end": urgent_message,
    "governance:urgent_call": lambda here: UrgentCallFactory(message=urgent_message(here)),
}
CARRYING: dict[str, Any] = {
    "governance:message_add": {"field": "form_key"},
    "governance:message_edit": {"field": "opened"},
    "governance:message_sent": {"field": "opened", "page": "governance:message"},
    "governance:protocol_add": {"field": "form_key"},
    "governance:protocol_edit": {"field": "opened"},
    "governance:call_add": {"field": "form_key"},
    "governance:call_edit": {"field": "opened"},
    "governance:call_move": {"field": "form_key", "page": "governance:protocol"},
    "governance:urgent_start": {"field": "form_key"},
}
NEEDS_NEITHER: dict[str, str] = {
    "governance:message_retire": FINDS_IT_SO,
    "governance:message_bring_back": FINDS_IT_SO,
    "governance:message_take_back": ONLY_ONCE,
    "governance:protocol_retire": FINDS_IT_SO,
    "governance:protocol_bring_back": FINDS_IT_SO,
    "governance:call_remove": FINDS_IT_SO,
    "governance:urgent_call": FINDS_IT_SO,
    "governance:urgent_end": ONLY_ONCE,
}
