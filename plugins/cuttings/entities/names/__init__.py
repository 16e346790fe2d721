"""Names: which spans are names, of what kind, and which are the same."""
