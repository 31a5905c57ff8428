"""People at partners: who may sign in, their cards, the letters they get, the files that name them."""
