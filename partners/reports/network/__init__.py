"""The coalition's network: who is in it, what it comes to, and how it is drawn."""
