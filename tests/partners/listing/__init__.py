"""The partner list: what is found, in which order, and how many queries that takes."""
