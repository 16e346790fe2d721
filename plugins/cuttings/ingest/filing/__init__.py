"""Filing: what becomes of each record, and the archive's books."""
