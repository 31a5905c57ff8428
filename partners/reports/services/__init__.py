"""Who runs which service where: of one partner, of all, where two do the same, where nobody does."""
