"""Which services there are: of one partner, and of all."""
