"""Who must be at the table, what is planned where somebody is missing, and how the table is counted."""
