"""Organisations and people that turned out to be one, or might."""
