"""By which words organisations are found, also with slips in them."""
