"""Text of PDF files, a page at a time."""
