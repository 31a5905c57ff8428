"""What partners gain: promised to them and by them, said of it, and told in letters."""
