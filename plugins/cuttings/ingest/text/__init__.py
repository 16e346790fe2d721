"""Stories in plain text: headline, byline, date, agency and paragraphs."""
