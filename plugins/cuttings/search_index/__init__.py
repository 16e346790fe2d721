"""A partitioned Lunr index: built here, read by ``theme/src/search``."""
