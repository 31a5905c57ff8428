"""Talks logged and changed, events gone to."""
