"""A coalition's own fields: defined, with their choices, and filled in."""
