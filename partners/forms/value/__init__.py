"""Forms about what partners gain, in how many of what, and the letters that tell of it."""
