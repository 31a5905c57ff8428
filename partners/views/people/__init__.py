"""People at partners: kept, sent along as cards or letters, and asked to sign in."""
