"""What a decision writes, and the journal that takes it back."""
