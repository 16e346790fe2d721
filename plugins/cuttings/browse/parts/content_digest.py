"""The digest of all that a page shows, made without making the page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from cuttings.entities.tagged_article import TaggedArticle


def content_digest(stories: Iterable[TaggedArticle], *values: object) -> str:
    """Return a digest in hexadecimal digits, "" if that of a story is not known.

    Args:
        stories: The stories that the page shows anything of, in their order.
        values: What else it is made from; equal values are written alike by ``repr``.
    """
    digests = [story.digest for story in stories]
    if not all(digests):
        return ""
    shown = f"{values!r}{len(digests)}{''.join(digests)}"
    return hashlib.blake2b(shown.encode(errors="replace"), digest_size=16).hexdigest()
