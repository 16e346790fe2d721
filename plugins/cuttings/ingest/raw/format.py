"""A raw format: which files are in it, and how one is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile

ENTRY_POINTS = "cuttings.formats"
"""Group of entry points by which an installed package adds formats, one Format each."""

GIVES_ADDRESSES = "nothing: each item is listed in to-fetch.csv"
"""What formats give whose files hold addresses and no texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One raw format.

    Attributes:
        name: What it is called, as in "an HTML file".
        suffixes: Suffixes of its files, lower case with the dot.
        records: Gives what a file in it holds, one story after the other, so that no more
            than one need be in memory; raises UnreadableSourceError where it cannot go on.
        recognizes: Returns whether a file is in this format, by its start. It decides among
            formats that share a suffix, and for files without a known one.
        gives: What becomes an article, in a few words.
        example: Name of a file in it, or what to type.
        reads_ahead: Whether a file is one story that takes long to read, so that of many files
            several are read at the same time.
        is_held: Whether a file is held in memory to be read, so that one that is too large for
            that need not be looked at any further.
    """

    name: str
    suffixes: tuple[str, ...]
    records: Callable[[SourceFile], Iterator[Record]]
    recognizes: Callable[[SourceFile], bool] = lambda _source: False
    gives: str
    example: str
    reads_ahead: bool = False
    is_held: bool = False
