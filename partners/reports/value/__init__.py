"""What partners gain: told of one, of all, of a year, in a line, and in a letter."""
