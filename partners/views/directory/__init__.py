"""Partners as everybody at the table may know them: printed, and by what they do."""
