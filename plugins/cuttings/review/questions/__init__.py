"""What there is to decide."""
