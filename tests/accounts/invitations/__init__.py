"""From the invitation to the membership, on both sides, and every way in which it can go wrong."""
