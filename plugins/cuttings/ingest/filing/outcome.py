"""The outcome of each item that is taken in, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cuttings.article.shortened import shortened
from cuttings.errors import UnreadableSourceError, shown_path
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Item:
    """What is taken in: a raw file, or one record in it.

    Attributes:
        source: The raw file, which may be gone from there, or the web address it was fetched from.
        place: Which record of the file it is ("row 12"), or "" for all of it.
        format: Name of the file's format, or "" if it is not known.
    """

    source: Path | str
    place: str = ""
    format: str = ""

    @classmethod
    def of(cls, source: SourceFile, known: str) -> Self:
        """Return the item that a raw file or a part of one is.

        Args:
            source: The file, or the part.
            known: Name of its format.
        """
        return cls(source.origin, source.place, known)

    def __str__(self) -> str:
        path = shown_path(self.source)
        return f"{path}, {self.place}" if self.place else path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item.

    Attributes:
        item: The item.
    """

    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(Outcome):
    """A story that is now in the archive.

    Attributes:
        article: The file it was written to.
        earlier: The files of earlier versions, which had the same address and another text.
        removed: Lines that were taken out of the body.
        unread_date: What its source gives as its date and is not one, or "".
    """

    article: Path
    earlier: tuple[Path, ...] = ()
    removed: tuple[str, ...] = ()
    unread_date: str = ""

    @property
    def remark(self) -> str:
        """What a person may want to look at, or ""."""
        remarks = []
        if self.earlier:
            remarks.append(f"another version of {'; '.join(map(shown_path, self.earlier))}")
        if self.unread_date:
            remarks.append(f"its date '{shortened(self.unread_date)}' was not understood")
        return ", ".join(remarks)

    def __str__(self) -> str:
        filed = f"{self.item}: filed as {shown_path(self.article)}"
        return f"{filed}, {self.remark}" if self.remark else filed


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate(Outcome):
    """An item whose payload is already in the archive.

    Attributes:
        articles: The files it is in.
    """

    articles: tuple[Path, ...]

    def __str__(self) -> str:
        places = ", ".join(map(shown_path, self.articles))
        return f"{self.item}: already in the archive as {places}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit(Outcome):
    """A page that was taken in before and has the same text, in a file that is not the same.

    Attributes:
        articles: The files it is in.
    """

    articles: tuple[Path, ...]

    def __str__(self) -> str:
        places = ", ".join(map(shown_path, self.articles))
        return f"{self.item}: the same page with the same text as {places}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFetch(Outcome):
    """An item that is only the address of a story.

    Attributes:
        address: The address, with what is said of it.
    """

    address: Address

    def __str__(self) -> str:
        return f"{self.item}: to be fetched from {self.address.url}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut(Outcome):
    """An item that is not a story, as a front page in a web archive.

    Attributes:
        reason: What it is.
    """

    reason: str

    def __str__(self) -> str:
        return f"{self.item}: left out, {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected(Outcome):
    """An item that cannot be filed, and why.

    Attributes:
        error: The reason, and what to do.
    """

    error: UnreadableSourceError

    def __str__(self) -> str:
        return str(self.error)
