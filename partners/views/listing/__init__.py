"""The partner list: its columns, saved views, what is picked in it, and the board."""
