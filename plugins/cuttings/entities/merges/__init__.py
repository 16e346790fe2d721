"""Merges: entities that a person may join, and the tables by which they do."""
