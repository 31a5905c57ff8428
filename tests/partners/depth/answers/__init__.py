"""What a partner says and what we noted: written, read, kept apart, confirmed."""
