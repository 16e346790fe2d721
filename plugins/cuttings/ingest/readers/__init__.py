"""One module a format: raw bytes to a Draft."""
