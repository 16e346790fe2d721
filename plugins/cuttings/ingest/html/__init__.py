"""Stories in HTML: one element tree in, Markdown out."""
