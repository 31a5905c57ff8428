"""How lines of the log are written: one JSON object each, with nothing in it of what people keep here."""

import re
from types import TracebackType

from pythonjsonlogger.json import JsonFormatter

# PostgreSQL quotes the row that it refuses, whatever stands in it: up to the next part of its message.
QUOTED = re.compile(
    r"\nDETAIL: .*?(?=\n(?:HINT: |CONTEXT: |\nThe above exception|\nDuring handling)|\Z)", re.DOTALL
)
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LineFormatter(JsonFormatter):
    def formatException(self, exc_info: Raised) -> str:  # noqa: N802 - as logging names it
        trace = super().formatException(exc_info)
        return QUOTED.sub("", trace if isinstance(trace, str) else "\n".join(trace))
