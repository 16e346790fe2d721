"""The archive as the desk knows it: its stories, its names, its sentences."""
