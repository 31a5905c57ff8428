"""With whom partners work: told by us, told by themselves, and in which ways."""
