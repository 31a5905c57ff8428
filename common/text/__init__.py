"""Words and numbers as people write and read them: accents, acronyms, meanings, reading ease, translation."""
