"""Organisations or people turn out to be one: told, merged, taken apart, and forgotten together."""
