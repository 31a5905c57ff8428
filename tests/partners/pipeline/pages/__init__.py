"""The board, the table and the page of one, as members of each role use them."""
