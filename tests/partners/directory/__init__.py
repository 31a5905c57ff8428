"""The printable directory: whom it names, what it tells, and that no text of anybody acts in it."""
