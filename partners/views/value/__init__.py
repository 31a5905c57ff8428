"""What partners gain: promised to one, seen over all, and told in letters."""
