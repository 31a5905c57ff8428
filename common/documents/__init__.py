"""What people take along as a file: downloads, printed pages, calendars, cards. Tables: see spreadsheets."""
