"""Tagging: the tags of one article and of a whole archive."""
