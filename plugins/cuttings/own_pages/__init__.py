"""Pages that a person writes in ``content/pages``, and the files that these may use."""
