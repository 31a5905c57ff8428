"""Own fields in the list: columns, filters and search, for those who may see them."""
