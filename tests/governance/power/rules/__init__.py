"""How a kind of decision is made is stored before it is used; versions stay, and none is edited."""
