"""Text analysis: the terms of running text."""
