"""A partitioned Lunr index: built here, read by ``theme/src/search``.

One folder, `words`, has what is known of the words behind the terms; only `completion` and
`index_builder` import it.
"""
