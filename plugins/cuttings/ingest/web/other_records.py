"""Records of a web archive that are not pages: counted by what they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_NOTES = "notes of the crawl"
_ANSWERS = "answers other than 200"
_FILES = "other files"
_KINDS = (
    ("image/", "images"),
    ("text/css", "style sheets"),
    ("javascript", "scripts"),
    ("ecmascript", "scripts"),
    ("font", "fonts"),
    ("audio/", "sounds"),
    ("video/", "films"),
    ("json", "data"),
    ("pdf", "PDF documents"),
)
"""What a media type that has the first in it is called."""


class OtherRecords(Counter[str]):
    """How many records of a web archive are not pages, by what they are called."""

    def add(self, record: ArcWarcRecord) -> None:
        """Count one record."""
        self[_kind(record)] += 1

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count:,}" for name, count in self.most_common())
        total = self.total()
        are_not_pages = "record is not a page" if total == 1 else "records are not pages"
        return f"{total:,} {are_not_pages} ({kinds})"


def _kind(record: ArcWarcRecord) -> str:
    headers = record.http_headers
    if record.rec_type not in {"response", "revisit"} or headers is None:
        return _NOTES
    if headers.get_statuscode() != "200":
        return _ANSWERS
    media_type = str(headers.get_header("Content-Type") or "").lower().partition(";")[0]
    return next((name for part, name in _KINDS if part in media_type), _FILES)
