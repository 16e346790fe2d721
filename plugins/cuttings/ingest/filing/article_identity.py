"""What identifies an article of the archive."""

from __future__ import annotations

from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from cuttings.article.address_key import address_key
from cuttings.article.article_file import MOST_ARTICLE_MEGABYTES
from cuttings.article.identity import named_slug
from cuttings.article.regular_file import open_regular
from cuttings.errors import FrontMatterError

_FIELDS = frozenset({"original", "record", "slug", "url"})


class ArticleIdentity(NamedTuple):
    """What identifies an article.

    Attributes:
        original: Payload digest of the file it came from, or "".
        record: Payload digest of the record, or "" if the article is the whole file.
        slug: Its slug.
        address: What the addresses of its page have in common (see ``address_key``), or "".
    """

    original: str
    record: str
    slug: str
    address: str

    @classmethod
    def read(cls, path: Path) -> ArticleIdentity:
        """Return what the lines above the body of an article's file say.

        Raises:
            FrontMatterError: If it cannot be opened and read.
        """
        fields: dict[str, str] = {}
        with (
            open_regular(path, FrontMatterError, MOST_ARTICLE_MEGABYTES) as content,
            TextIOWrapper(content, encoding="utf-8", errors="replace") as file,
        ):
            for line in file:
                key, colon, value = line.partition(":")
                if not line.strip():
                    break
                if colon and (name := key.strip().lower()) in _FIELDS and value.strip():
                    fields[name] = value.strip()
        return cls(
            original=fields.get("original", ""),
            record=fields.get("record", ""),
            slug=named_slug(fields.get("slug", path.stem)),
            address=address_key(fields.get("url", "")),
        )

    @classmethod
    def of_name(cls, path: Path) -> ArticleIdentity:
        """Return what the name of an article's file says, if that cannot be read."""
        return cls("", "", named_slug(path.stem), "")
