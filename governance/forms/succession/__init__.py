"""Forms of who comes next."""
