"""What must be seen to, who holds it, whom to ask, and what the home page says."""
