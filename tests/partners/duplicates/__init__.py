"""Finding duplicates: the search, the page of pairs, and what is remembered."""
