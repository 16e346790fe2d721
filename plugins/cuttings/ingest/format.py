"""A raw format: which files are in it, and how one is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cuttings.ingest.draft import Draft
from cuttings.ingest.source_file import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One raw format.

    Attributes:
        name: What it is called, as in "an HTML file".
        suffixes: Suffixes of its files, lower case with the dot.
        read: Gives the stories of a file in it; raises UnreadableSourceError.
        recognizes: Tells from the content of a file that has another suffix,
            or none, that it is in this format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[SourceFile], list[Draft]]
    recognizes: Callable[[SourceFile], bool] = lambda _source: False
