"""Forms about people at partners: told, told to be one, forgotten, and asked to sign in."""
