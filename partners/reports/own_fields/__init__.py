"""A coalition's own fields: which there are, what they say, how much they are used."""
