"""What makes an article itself: the digest of its source, and its slug."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from slugify import slugify

_ASCII_RUN = re.compile("[A-Za-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLUG_LENGTH = 80
"""Longest slug that is made, in characters."""

LONGEST_SLUG = 200
"""Longest slug that a person may give: with what a build adds, within the 255 bytes that a
file's name may have."""

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that no file can have on Windows, whatever follows the dot (Microsoft, "Naming Files,
Paths, and Namespaces")."""


def payload_digest(payload: bytes) -> str:
    """Return the SHA-256 of a source file in lower-case hexadecimal."""
    return hashlib.sha256(payload).hexdigest()


def stream_digest(file: BinaryIO) -> str:
    """Return the payload digest of an open file, from its beginning, without holding it whole."""
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def file_digest(path: Path) -> str:
    """Return the payload digest of the file at ``path`` without holding it whole."""
    with path.open("rb") as file:
        return stream_digest(file)


def make_slug(title: str, fallback: str) -> str:
    """Turn a headline into a slug of letters, digits and single hyphens.

    Args:
        title: Any text; other scripts are transliterated.
        fallback: Used when nothing of the title can be transliterated
            (a headline of emoji only), for example the start of a digest.

    Returns:
        At most ``SLUG_LENGTH`` ASCII characters, cut between words, never empty.
    """
    slug = slugify(
        # A name that is not UTF-8 has surrogates, and the transliteration would warn of them.
        title.encode(errors="ignore").decode(),
        max_length=SLUG_LENGTH,
        word_boundary=True,
        save_order=True,
        replacements=[("'", ""), ("\N{RIGHT SINGLE QUOTATION MARK}", "")],
    )
    return _possible(slug or slugify(fallback, max_length=SLUG_LENGTH) or "article")


def named_slug(name: str) -> str:
    """Return ``name`` if it is a slug, else the slug made of it: it becomes part of addresses.

    A slug that is too long for a file's name is cut, and keeps apart from others by a digest.

    Args:
        name: What a person or a file's name says.
    """
    if _SLUG.fullmatch(name) and len(name) <= LONGEST_SLUG:
        return _possible(name)
    digest = payload_digest(name.encode(errors="surrogateescape"))
    return distinct_slug(name, digest) if _SLUG.fullmatch(name) else make_slug(name, digest)


def _possible(slug: str) -> str:
    """Return a slug that a file can have as its name on every system."""
    return f"{slug}-1" if slug in _RESERVED else slug


def distinct_slug(slug: str, digest: str) -> str:
    """Return ``slug`` marked with the start of ``digest``, still within the limit.

    Two articles may share a headline; the digest keeps their names apart
    however the archive grows.
    """
    mark = digest[:8]
    return f"{slug[: SLUG_LENGTH - len(mark) - 1].rstrip('-')}-{mark}"


def usual_name(counts: Mapping[str, int]) -> str:
    """Return the spelling of a source's name that most stories give, of equals the first."""
    return min(counts, key=lambda name: (-counts[name], name))


@functools.cache
def source_slug(name: str) -> str:
    """Return the slug of a publication: file name of its page and value of its filter.

    Names with one slug are one source. A source called "Index" keeps clear of the
    list of sources.
    """
    slug = make_slug(name, payload_digest(name.encode()))
    return distinct_slug(slug, payload_digest(slug.encode())) if slug == "index" else slug


def plain_slug(name: str) -> str:
    """Return a name's ASCII letters and digits in lower case, all else as one hyphen between them.

    It is the slug of most names, and the search page makes the same (``plain_slug.ts``).
    """
    return "-".join(_ASCII_RUN.findall(name)).lower()


def slug_unless_plain(slug: str, name: str) -> str:
    """Return a slug as the search page gets it: "" if it can make it of ``name``."""
    return "" if slug == plain_slug(name) else slug
