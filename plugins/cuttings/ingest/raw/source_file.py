"""A raw file, or a part of one that is a story of its own, checked to be worth reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

from cuttings.article.identity import payload_digest, stream_digest
from cuttings.article.regular_file import open_regular
from cuttings.errors import UnreadableSourceError

MAX_SOURCE_BYTES = 20 * 1024 * 1024
"""Largest file, or part of a file, that is held in memory."""

HEAD_BYTES = 64 * 1024
"""So much of a file's start shows its format."""

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A raw file, or a part of one, with what identifies it.

    Attributes:
        path: Where the file lies.
        digest: Payload digest of the file, or of the part.
        original: Payload digest of the file.
        head: The first ``HEAD_BYTES`` of the content.
        place: Which part of the file it is ("row 12"), or "" for all of it.
        columns: What a person says of the file's columns, by the field each holds.
        address: Where the file was fetched, or "".
        charset: The character set that the server named for the file, or "".
    """

    path: Path
    digest: str
    original: str
    head: bytes
    place: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    charset: str = ""
    _content: bytes | None

    @classmethod
    def load(cls, path: Path, columns: Mapping[str, str] | None = None) -> Self:
        """Look at the file at ``path``, to its end (see ``glimpse``)."""
        return cls.glimpse(path, columns).identified()

    @classmethod
    def glimpse(cls, path: Path, columns: Mapping[str, str] | None = None) -> Self:
        """Look at the file at ``path``; one that is too large to be held is left on the disk.

        Of such a one the digest is not known until it is ``identified``.

        Args:
            path: The file.
            columns: The names of its columns by the fields they hold, as a person gives them.

        Raises:
            UnreadableSourceError: If it cannot be opened, is not a file (links are not
                followed) or is empty.
        """
        with open_regular(path, UnreadableSourceError) as file:
            try:
                content = file.read(MAX_SOURCE_BYTES + 1)
            except OSError as error:
                raise UnreadableSourceError.unforeseen(path, error) from error
        if not content.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
            raise UnreadableSourceError(path, "it is empty", "save it again or delete it")
        large = len(content) > MAX_SOURCE_BYTES
        digest = "" if large else payload_digest(content)
        return cls(
            path=path,
            digest=digest,
            original=digest,
            head=content[:HEAD_BYTES],
            columns=columns or {},
            _content=None if large else content,
        )

    def identified(self) -> Self:
        """Return the file with its digest, for which a large one is read to its end.

        Raises:
            UnreadableSourceError: If it cannot be read any more.
        """
        if self.digest:
            return self
        with open_regular(self.path, UnreadableSourceError) as file:
            digest = stream_digest(file)
        return replace(self, digest=digest, original=digest)

    def part(self, content: bytes, place: str) -> SourceFile:
        """Return a part of this file as a source of its own.

        Args:
            content: What identifies the part: its bytes, or what they say.
            place: Where it stands, as in "row 12".
        """
        return SourceFile(
            path=self.path,
            digest=payload_digest(content),
            original=self.original,
            head=content[:HEAD_BYTES],
            place=place,
            columns=self.columns,
            address=self.address,
            _content=content,
        )

    @property
    def origin(self) -> Path | str:
        """Where the file comes from: its web address if it was fetched, else its path."""
        return self.address or self.path

    @property
    def record(self) -> str:
        """Payload digest of the part, or "" if this is a whole file."""
        return self.digest if self.place else ""

    @property
    def is_large(self) -> bool:
        """Whether the content is too large to be held in memory."""
        return self._content is None

    @property
    def payload(self) -> bytes:
        """The whole content, never empty.

        Raises:
            UnreadableSourceError: If it is too large to be held.
        """
        if self._content is None:
            raise self.too_large()
        return self._content

    def open(self) -> BinaryIO:
        """Return the content as a stream, to be closed by the caller.

        Raises:
            UnreadableSourceError: If the file is gone.
        """
        if self._content is not None:
            return BytesIO(self._content)
        return open_regular(self.path, UnreadableSourceError)

    @property
    def kind_of_binary(self) -> str:
        """What the content's signature says it is, or "" if it has none known."""
        return next(
            (kind for start, kind in _SIGNATURES if self.head.startswith(start)),
            "",
        )

    def too_large(self) -> UnreadableSourceError:
        """Return the error that says that this file cannot be held in memory."""
        limit = MAX_SOURCE_BYTES // 1024 // 1024
        return self.unreadable(
            f"it is larger than {limit} MB", "split it into one file for each story"
        )

    def failed(self, error: Exception, step: str = "read") -> UnreadableSourceError:
        """Return the error that says what this file, or part of one, failed with, and at what."""
        return UnreadableSourceError.unforeseen(self.origin, error, self.place, step)

    def unreadable(self, reason: str, remedy: str) -> UnreadableSourceError:
        """Return the error that says why this file, or part of one, cannot be read."""
        return UnreadableSourceError(self.origin, reason, remedy, self.place)
