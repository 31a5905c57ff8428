"""The fields that a coalition defines itself, what they hold, and sorting by it."""
