"""People, countries and organizations: recognition, linking and authority records."""
