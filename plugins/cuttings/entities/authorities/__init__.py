"""Authority records: what people decided about entities."""
