"""Word-processor files and electronic books."""
