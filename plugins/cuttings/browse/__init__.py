"""Pages to browse by: entities, periods, sources, related stories."""
