"""What partners gain: promised, delivered, moved to another day, and told in letters."""
