"""Strangers apply by the public page, and read, change or withdraw by the link in their letter."""
