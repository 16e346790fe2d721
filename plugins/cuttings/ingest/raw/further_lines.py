"""Further lines: what else a source says of its story, as lines of an article's front matter.

An article's front matter also holds what Cuttings itself states and relies on. Which lines a source
may add is decided here, where the article is made, for every reader and every installed format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cuttings.article.article_file import KNOWN_FIELDS
from cuttings.article.characters import one_line

_PELICAN = frozenset({"save_as", "status", "template", "translation"})
"""Keys by which Pelican decides whether and where to write a page ("File metadata")."""

_RESERVED = KNOWN_FIELDS | {"slug"} | _PELICAN
"""Lines that come from the fields of a draft and from filing, or would steer the build."""

_NO_PART_OF_A_KEY = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_KEY = 80
"""Characters of a line's key, twice those of any that programs are known to write."""


def further_lines(stated: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the lines that an article gets of what its source states beside the known fields.

    A key is looked at as it would stand in the file: ``slug!`` would be read back as ``Slug``, so
    it is left out as that is. The original keeps what is left out.

    Args:
        stated: Keys and values as the source has them, in its order.
    """
    lines = ((_written(key), one_line(value)) for key, value in stated)
    return tuple((key, value) for key, value in lines if key and not _is_reserved(key))


def _written(key: str) -> str:
    """Return a key as it is written in an article's file, or "" if nothing of it can be."""
    return _NO_PART_OF_A_KEY.sub("-", key).strip("-")[:_LONGEST_KEY].rstrip("-").capitalize()


def _is_reserved(key: str) -> bool:
    return key.lower().replace("-", "_").strip("_") in _RESERVED
