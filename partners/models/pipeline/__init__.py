"""How organisations come to the coalition, and who suggests them."""
