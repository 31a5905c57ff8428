"""Who works with whom, and how closely by the word of each side."""
