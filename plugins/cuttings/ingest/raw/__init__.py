"""Raw files and their parts, and the values that readers make of them."""
