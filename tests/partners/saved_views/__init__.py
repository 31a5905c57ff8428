"""Saved views: kept, opened, changed, shared, made the default, deleted, and all of it undone."""
