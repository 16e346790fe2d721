"""Words: person names, organizations' forms, sentences and what stands around a word."""
