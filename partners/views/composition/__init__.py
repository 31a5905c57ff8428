"""Who is at the table, who is missing, and what was read of it together."""
