"""Raw files in, one Article per story out."""
