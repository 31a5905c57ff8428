"""How an organisation stood, and the ways back: a version's page, put back, undo."""
