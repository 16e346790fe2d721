"""Evidence: where a story mentions an entity, and how much it is about it."""
