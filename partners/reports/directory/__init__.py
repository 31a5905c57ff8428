"""The printable directory of partners."""
