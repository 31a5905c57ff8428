"""Editing many organisations together, and taking it back."""
