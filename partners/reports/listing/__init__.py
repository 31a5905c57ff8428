"""The partner list: what is asked of it, which rows that finds, and how they are shown."""
