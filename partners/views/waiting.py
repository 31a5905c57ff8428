"""Work that a worker does while the page shows how far it is."""

from common.waiting import PATIENCE, go_on, how_far, send, waits

__all__ = ["PATIENCE", "go_on", "how_far", "send", "waits"]
