"""Files on an organisation, through the doors: what is kept, what is refused, and who opens them."""
