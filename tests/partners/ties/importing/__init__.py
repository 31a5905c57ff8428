"""A spreadsheet of ties comes in by the command and by the pages, and goes again."""
