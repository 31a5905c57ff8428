"""How lines of the log are written: one JSON object each, with nothing in it of what people keep here."""

import re
from types import TracebackType
from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

# PostgreSQL quotes the row that it refuses, whatever stands in it: under DETAIL, and where many were being
# loaded under CONTEXT too; each goes up to the next part of its message.
QUOTED = re.compile(
    r"\n(?:DETAIL|CONTEXT): .*?"
    r"(?=\n(?:DETAIL: |HINT: |CONTEXT: |\nThe above exception|\nDuring handling)|\Z)",
    re.DOTALL,
)
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LineFormatter(JsonFormatter):
    def formatException(self, exc_info: Raised) -> str:  # noqa: N802 - as logging names it
        trace = super().formatException(exc_info)
        return QUOTED.sub("", trace if isinstance(trace, str) else "\n".join(trace))


def lines(*, level: str) -> dict[str, Any]:
    """The setting: to the terminal; what one request or task wrote carries one number, also across both."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request": {"()": "django_guid.log_filters.CorrelationId"}},
        "formatters": {
            "line": {
                "()": LineFormatter,
                "format": "{asctime}{levelname}{name}{correlation_id}{message}",
                "style": "{",
                "rename_fields": {
                    "asctime": "at",
                    "levelname": "level",
                    "name": "logger",
                    "correlation_id": "request_id",
                },
                "reserved_attrs": [*RESERVED_ATTRS, "request"],
            },
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["request"],
            },
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {"django_guid": {"level": "WARNING"}},  # else it tells of every number it gives
    }
