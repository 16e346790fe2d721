"""Fetching: stories that a list, or the person, gives only by their addresses."""
