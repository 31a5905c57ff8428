"""What the page of one organisation shows, in a fixed number of queries."""
