"""Pages of who comes next."""
