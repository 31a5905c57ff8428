"""What happens to a row: new, update, perhaps a duplicate, unchanged, rejected; and why."""
