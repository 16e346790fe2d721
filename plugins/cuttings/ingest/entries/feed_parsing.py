"""Parsing of feeds: feedparser, kept from what would take it the square of a feed's size."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

from cuttings.ingest.raw.character_set import wide_form
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.time_limit import READING_SECONDS, time_limit

_LONGEST_AUTHOR = 300
"""Characters of an author in which feedparser may look for a mail address."""

_SECONDS_A_MEGABYTE = 8.0
"""Processor time for each megabyte of a feed, several times what feedparser takes."""

_FIRST_ELEMENT = re.compile(rb"<\w")
"""feedparser's own expression for what ends the declarations above a feed."""

_DECLARATION = re.compile(r"\s*+<\?xml[^>]*+>")
_BLANKS = re.compile(rb"\s{2,}+")


def feed_payload(source: SourceFile) -> bytes:
    """Return a feed's file with single blanks above its first element, and in single bytes.

    From each blank of a run feedparser would look for a declaration behind the run.

    Args:
        source: The feed's file.

    Raises:
        UnreadableSourceError: If it is too large or breaks off within a character.
    """
    payload = source.payload
    if wide_form(source.head):
        text = decode(source)
        declaration = _DECLARATION.match(text)
        payload = text[declaration.end() if declaration else 0 :].encode()
    start = _FIRST_ELEMENT.search(payload)
    if start is None:
        return payload
    return _BLANKS.sub(b"\n", payload[: start.start()]).lstrip() + payload[start.start() :]


def parsed_feed(payload: bytes) -> Any:  # noqa: ANN401 - feedparser's values are untyped
    """Return what feedparser makes of a feed.

    Args:
        payload: As ``feed_payload`` gives it.

    Raises:
        ExcessError: If it would take too long.
        ValueError: If its first line names a character set that cannot be one.
    """
    with time_limit(READING_SECONDS + len(payload) * _SECONDS_A_MEGABYTE // 1_000_000):
        # A stream, because feedparser takes bytes for an address or a path if it can.
        return _feedparser().parse(BytesIO(payload))


@cache
def _feedparser() -> Any:  # noqa: ANN401 - as above
    """Return feedparser, which is slow to load, with its one slow step replaced."""
    import feedparser
    from feedparser.api import LooseFeedParser, StrictFeedParser

    for parser in (StrictFeedParser, LooseFeedParser):
        parser._sync_author_detail = _split_short_author
    return feedparser


def _split_short_author(parser: Any, key: str = "author") -> None:  # noqa: ANN401 - as above
    """Split name and address of an author, which takes feedparser the square of its length."""
    if len(str(parser._get_context().get(key) or "")) <= _LONGEST_AUTHOR:
        super(type(parser), parser)._sync_author_detail(key)
