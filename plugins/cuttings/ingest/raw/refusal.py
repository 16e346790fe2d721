"""Reasons and remedies that several readers report in the same words."""

from __future__ import annotations

NO_TEXT = "no text was found in it"
"""Reason: the record is whole, and nothing in it can be the text of a story."""

NESTED_TOO_DEEPLY = "its parts are nested too deeply"
"""Reason: a reader ran out of Python's stack."""

CHECK_AND_SAVE = "check the file and save it again"
"""Remedy for a file in which something seems to be missing."""

COPY_AND_SAVE = "copy the story and save it as text"
"""Remedy for a file that a person can open and a reader cannot."""

OPEN_AND_COPY = f"open the page, {COPY_AND_SAVE}"
"""Remedy for a web page in which no story was found."""

SAVE_IN_TEXT_FORMAT = "save the story as text, HTML or Markdown"
"""Remedy for a file in a format that no reader knows."""

CHANGED_MEANWHILE = "it changed while it was taken in"
"""Reason: a file is no longer what was filed, so that it may not be removed."""

ADD_AGAIN = "add it again"
"""Remedy for a file that is whole now."""

SPLIT_INTO_STORIES = "split it into stories"
"""Remedy for a file that holds far more than one story."""
