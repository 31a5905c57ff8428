"""Who must be at the table, and what is planned where somebody is missing."""
