"""What building an index keeps for the next build, so that only what changed is worked out anew."""
