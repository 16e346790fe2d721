"""Countries: by which forms they are named, and whether a form counts."""
