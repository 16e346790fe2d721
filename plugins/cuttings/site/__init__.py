"""The site as a folder of files: which of them a build publishes."""
