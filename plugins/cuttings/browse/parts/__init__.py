"""Parts of pages: what several pages show."""
