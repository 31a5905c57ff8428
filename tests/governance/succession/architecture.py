from collections.abc import Callable
from typing import Any

EXAMPLES: dict[str, Callable[..., Any]] = {}
CARRYING: dict[str, Any] = {}
NEEDS_NEITHER: dict[str, str] = {}
