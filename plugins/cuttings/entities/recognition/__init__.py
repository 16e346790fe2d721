"""The language model: which spans of a text are names."""
