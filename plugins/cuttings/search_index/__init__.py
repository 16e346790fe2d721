"""A partitioned Lunr index: built here, read by ``theme/src/search``.

Its folders: `terms` has the analysis of texts, `words` what is known of the words behind the terms,
and `kept` what a build leaves for the next one.
"""
