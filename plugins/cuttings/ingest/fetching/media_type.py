"""Which suffix the file of a fetched content gets, by its media type and its address."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote

from cuttings.article.web_link import split_link
from cuttings.ingest.readers import known_formats

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".rss",
    "application/rdf+xml": ".xml",
    "application/atom+xml": ".atom",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "multipart/related": ".mhtml",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""Suffixes of the media types that stories come in, as IANA registers them or feeds use them."""

_UNSPECIFIC = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
"""Media types that servers send for whatever they do not know."""


def suffix_of(media_type: str, url: str) -> str:
    """Return the suffix for a content, or "" if only the content can show what it is.

    Args:
        media_type: What the server says it is, in small letters, or "".
        url: Where it was found; its own suffix counts where the server says nothing.
    """
    if media_type in _UNSPECIFIC:
        suffix = PurePosixPath(unquote(split_link(url).path)).suffix.lower()
        if suffix in _readable():
            return suffix
    return _SUFFIXES.get(media_type, "")


def refusal(media_type: str, url: str) -> str:
    """Return why a content of this media type cannot be taken in, or "" if it may be.

    Args:
        media_type: As for ``suffix_of``.
        url: As for ``suffix_of``.
    """
    if media_type in _UNSPECIFIC or suffix_of(media_type, url) in _readable():
        return ""
    return f"no reader knows its content type ({media_type})"


def _readable() -> set[str]:
    return {suffix for known in known_formats() for suffix in known.suffixes}
