"""Article, its identity and its file; imports no stage."""
