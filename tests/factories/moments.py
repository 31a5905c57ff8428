"""Today, as the tests have it."""

from datetime import UTC, date, datetime

TODAY = date(2026, 5, 12)
NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)
