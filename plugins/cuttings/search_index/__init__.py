"""The partitioned Lunr index."""
