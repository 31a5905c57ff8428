"""Partners that turn out to be one: choosing, merging, and everything that finds them afterwards."""
