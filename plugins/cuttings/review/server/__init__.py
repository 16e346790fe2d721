"""The page of the desk and its data, served on this machine only."""
