"""Versions of one story: a wire story in ten papers, an update, a cut reprint."""
