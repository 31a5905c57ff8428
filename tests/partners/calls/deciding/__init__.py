"""Applications are decided, told by letter once, and come onto the list; all of it on record."""
