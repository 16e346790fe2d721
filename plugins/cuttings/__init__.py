"""Cuttings: a news-cuttings library that needs no server.

One package per stage, in the order an article passes them: ``article`` (what an
article is), ``ingest`` (raw files in), ``entities`` (who and what it mentions),
``browse`` (pages) and ``search_index`` (the partitioned Lunr index).
"""

__version__ = "0.1.0"
