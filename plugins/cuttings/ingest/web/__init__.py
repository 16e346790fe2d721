"""Whole web pages: which part is the story, and what the page states of it."""
