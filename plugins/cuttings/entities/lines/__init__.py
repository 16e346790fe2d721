"""The lines of an article that hold its tags."""
