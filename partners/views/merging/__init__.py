"""Organisations that turn out to be one: looked for, merged, taken apart."""
