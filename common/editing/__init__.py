"""Forms over records: opened, answered once, compared with what others saved, given back after signing in."""
