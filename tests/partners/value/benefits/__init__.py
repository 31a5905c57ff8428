"""What partners gain, through the doors: promised, delivered, taken back, and what they say of it."""
