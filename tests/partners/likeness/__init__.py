"""Who is likely the same, and who only looks alike: the table that coordinators would agree with."""
