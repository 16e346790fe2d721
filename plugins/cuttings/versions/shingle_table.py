"""The shingles of stories, for the next build."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise

import numpy as np

from cuttings.build_cache import BuildCache
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.shingle_set import SIGNATURE_LENGTH, Hashes, ShingleSet

_NAME = "shingles"
"""Its name in the cache of builds."""

_Columns = tuple[list[str], Hashes, Hashes, Hashes]
"""Keys of texts; how many shingles each has; the hashes of all; the signature of each."""


class ShingleTable:
    """The shingles of stories by the digests of their texts.

    They are kept in sixteen parts, each in columns, which are loaded in no time.

    Args:
        cache: What an earlier build has left.
    """

    def __init__(self, cache: BuildCache | None = None) -> None:
        self._cache = cache or BuildCache()
        self._kept: dict[str, set[str]] = {}
        self._sets: dict[str, ShingleSet] = {}
        self._used: dict[str, ShingleSet] = {}
        for digit in string.hexdigits[:16]:
            part = dict(_sets(self._cache.load(f"{_NAME}/{digit}")))
            self._kept[digit] = set(part)
            self._sets |= part

    def get(self, story: TaggedArticle) -> ShingleSet | None:
        """Return the shingles of a story, None if they are not known."""
        key = _key(story)
        if key in self._sets:
            self._used[key] = self._sets[key]
        return self._sets.get(key)

    def add(self, story: TaggedArticle, shingles: ShingleSet) -> None:
        """Keep the shingles of a story."""
        self._used[_key(story)] = shingles

    def store(self) -> None:
        """Leave the shingles of each text that was asked for or added to the next build."""
        parts: dict[str, dict[str, ShingleSet]] = {digit: {} for digit in self._kept}
        for key, shingles in self._used.items():
            parts[key[0]][key] = shingles
        for digit, part in parts.items():
            if part.keys() != self._kept[digit]:
                self._cache.store(f"{_NAME}/{digit}", _columns(part))


def compared_text(story: TaggedArticle) -> str:
    """Return the text of a story by which it is compared with others."""
    return f"{story.article.title}\n{story.text}"


def _key(story: TaggedArticle) -> str:
    text = compared_text(story).encode(errors="replace")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def _columns(sets: Mapping[str, ShingleSet]) -> _Columns:
    none = np.empty(0, np.uint32)
    return (
        list(sets),
        np.array([len(shingles) for shingles in sets.values()], np.uint32),
        np.concatenate([none, *(shingles.hashes for shingles in sets.values())]),
        np.concatenate([none, *(shingles.signature for shingles in sets.values())]),
    )


def _sets(columns: _Columns | None) -> Iterator[tuple[str, ShingleSet]]:
    if columns is not None:
        keys, counts, hashes, signatures = columns
        bounds = pairwise(accumulate(counts.tolist(), initial=0))
        of_each = signatures.reshape(-1, SIGNATURE_LENGTH)
        for key, (start, end), signature in zip(keys, bounds, of_each, strict=True):
            yield key, ShingleSet(hashes[start:end], signature)
