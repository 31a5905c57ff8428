"""Fields that several forms have: links, lists of texts, names of partners, parts of a profile."""
