"""Readers of raw formats: one module a format, each registered in FORMATS."""

from __future__ import annotations

from pathlib import Path

from cuttings.ingest.draft import Draft
from cuttings.ingest.format import Format
from cuttings.ingest.readers import html, markdown, text
from cuttings.ingest.source_file import SourceFile

FORMATS: tuple[Format, ...] = (markdown.FORMAT, html.FORMAT, text.FORMAT)
"""Every format that can be read; a new one is one module and one entry here."""


def read_drafts(path: Path) -> list[Draft]:
    """Return the stories of the raw file at ``path``, at least one.

    Raises:
        UnreadableSourceError: If the file is empty, binary, truncated, too large, of
            unknown type or without text.
    """
    return drafts_of(SourceFile.load(path))


def drafts_of(source: SourceFile) -> list[Draft]:
    """Return the stories of a raw file, at least one.

    Raises:
        UnreadableSourceError: As ``read_drafts``.
    """
    try:
        return format_of(source).read(source)
    except RecursionError as error:
        raise source.unreadable(
            "its parts are nested too deeply", "copy the story and save it as text"
        ) from error


def format_of(source: SourceFile) -> Format:
    """Return the format of a raw file, told by its suffix and by how it begins.

    Raises:
        UnreadableSourceError: If no reader knows the format.
    """
    suffix = source.path.suffix.lower()
    named = next((known for known in FORMATS if suffix in known.suffixes), None)
    if named is not None and named is not text.FORMAT:
        return named
    recognized = next((known for known in FORMATS if known.recognizes(source)), None)
    if recognized is not None:
        return recognized
    if named is not None:
        return named
    if kind := source.kind_of_binary:
        raise source.unreadable(
            f"it is binary ({kind})", "save the story as text, HTML or Markdown"
        )
    if not suffix:
        return text.FORMAT
    known = ", ".join(suffix for entry in FORMATS for suffix in entry.suffixes)
    raise source.unreadable(
        f"its type is unknown (no reader for '{suffix}')", f"save it as one of {known}"
    )
