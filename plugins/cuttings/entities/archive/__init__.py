"""The archive as evidence: what all stories together say about a name that one story cannot.

From what the tagger found in each story (`story_names`) the step makes an `ArchiveNames`, which
goes into a table beside the authority records: no model, no chance, in time linear in the stories.
"""
