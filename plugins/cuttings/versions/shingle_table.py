"""The shingles of stories, for the next build."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.shingle_set import Hashes, ShingleSet


class ShingleTable:
    """The shingles of stories by the digests of their texts.

    Args:
        kept: Those of an earlier build (see ``kept``).
    """

    def __init__(self, kept: Mapping[str, tuple[Hashes, Hashes]] | None = None) -> None:
        self._sets = {key: ShingleSet(*arrays) for key, arrays in (kept or {}).items()}
        self._used: dict[str, ShingleSet] = {}

    def get(self, story: TaggedArticle) -> ShingleSet | None:
        """Return the shingles of a story, None if they are not known."""
        key = _key(story)
        if key in self._sets:
            self._used[key] = self._sets[key]
        return self._sets.get(key)

    def add(self, story: TaggedArticle, shingles: ShingleSet) -> None:
        """Keep the shingles of a story."""
        self._sets[_key(story)] = shingles

    @property
    def kept(self) -> dict[str, tuple[Hashes, Hashes]]:
        """Hashes and signature of each text that was asked for."""
        return {key: (used.hashes, used.signature) for key, used in self._used.items()}


def compared_text(story: TaggedArticle) -> str:
    """Return the text of a story by which it is compared with others."""
    return f"{story.article.title}\n{story.text}"


def _key(story: TaggedArticle) -> str:
    text = compared_text(story).encode(errors="replace")
    return hashlib.blake2b(text, digest_size=16).hexdigest()
