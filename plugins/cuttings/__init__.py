"""Cuttings: a news-cuttings library that needs no server.

One package per stage, in the order in which an article passes them: ``ingest`` (raw files in),
``article`` (what an article is and how its file is written), ``entities`` (who and what it
mentions), ``versions`` (which stories are versions of one), ``browse`` (pages), ``own_pages``
(pages that a person wrote), ``search_index`` (the partitioned Lunr index), ``offline`` (the list
of files to keep on a device) and ``site`` (what is published). ``cli`` is the command.
"""

__version__ = "0.1.0"
