"""A raw file in memory: its bytes, checked to be worth reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cuttings.article.identity import payload_digest
from cuttings.errors import UnreadableSourceError

MAX_SOURCE_BYTES = 20 * 1024 * 1024
"""Largest raw file that is taken in."""

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


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A raw file's bytes with what identifies them.

    Attributes:
        path: Where it lies.
        payload: Its content, never empty.
        digest: Payload digest of the content.
    """

    path: Path
    payload: bytes
    digest: str

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the file at ``path``.

        Raises:
            UnreadableSourceError: If it cannot be opened, is empty or is too large.
        """
        try:
            size = path.stat().st_size
            if size > MAX_SOURCE_BYTES:
                limit = MAX_SOURCE_BYTES // 1024 // 1024
                raise UnreadableSourceError(
                    path,
                    f"it is larger than {limit} MB",
                    "split it into one file for each story",
                )
            payload = path.read_bytes()
        except OSError as error:
            raise UnreadableSourceError(
                path,
                f"it cannot be opened ({error.strerror})",
                "check that it exists and its rights",
            ) from error
        if not payload.strip(b"\x00 \t\r\n\f\v\xef\xbb\xbf\xff\xfe"):
            raise UnreadableSourceError(path, "it is empty", "save it again or delete it")
        return cls(path, payload, payload_digest(payload))

    @property
    def kind_of_binary(self) -> str:
        """What the content's signature says it is, or "" if it has none known."""
        return next(
            (kind for start, kind in _SIGNATURES if self.payload.startswith(start)),
            "",
        )

    def unreadable(self, reason: str, remedy: str) -> UnreadableSourceError:
        """Return the error that says why this file cannot be read."""
        return UnreadableSourceError(self.path, reason, remedy)
