"""The pages of imports: of organisations, and of rows that belong to them."""
