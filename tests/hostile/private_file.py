"""What is private in an archive of hostile inputs."""

from __future__ import annotations

SECRET = "words-that-no-reader-may-see"
"""What lies in every private file of the archive and beside it."""
