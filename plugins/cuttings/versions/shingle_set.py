"""The shingles of a text: its runs of three words, by which texts are compared."""

from __future__ import annotations

import functools
import zlib

import numpy as np
import numpy.typing as npt
import regex

SHINGLE_WORDS = 3
"""Words of a shingle: of two, unlike stories share many; of four, an edited one keeps few."""

SIGNATURE_LENGTH = 255
"""Numbers of a signature: in as many places two texts agree as their shingles are alike, about."""

_SEED = 1

_AT_ONCE = 4_096
"""Shingles that are hashed at once: 8 MB of numbers."""

Hashes = npt.NDArray[np.uint32]

WORD = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]"
    r"|[\w--\p{Han}--\p{Hiragana}--\p{Katakana}--\p{Thai}]+"
)
"""A word, as an expression of ``regex.V1``. In scripts that put no spaces between words each
character is one."""

_WORD = regex.compile(WORD, regex.V1)


class ShingleSet:
    """The distinct shingles of one text, each as a 32-bit hash.

    Attributes:
        hashes: The hashes, ascending.
    """

    __slots__ = ("_signature", "hashes")

    def __init__(self, hashes: Hashes, signature: Hashes | None = None) -> None:
        self.hashes = hashes
        self._signature = signature

    @classmethod
    def of(cls, text: str) -> ShingleSet:
        """Return the shingles of ``text``; case and punctuation do not count."""
        words = _WORD.findall(text.casefold())
        last = len(words) - SHINGLE_WORDS
        shingles = (" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last + 1))
        hashes = {zlib.crc32(shingle.encode(errors="replace")) for shingle in shingles}
        return cls(np.array(sorted(hashes), dtype=np.uint32))

    @property
    def signature(self) -> Hashes:
        """The MinHash signature of the shingles, worked out once."""
        if self._signature is None:
            self._signature = _least_hashes(self.hashes)
        return self._signature

    def __len__(self) -> int:
        return len(self.hashes)

    def shared_with(self, other: ShingleSet) -> int:
        """Return how many shingles two texts have in common."""
        return len(np.intersect1d(self.hashes, other.hashes, assume_unique=True))


def _least_hashes(hashes: Hashes) -> Hashes:
    """Return the least of some numbers under each of as many hash functions as a signature is long.

    Each multiplies, adds and takes the upper half, so that any two numbers agree as seldom as by
    chance (Dietzfelbinger, "Universal hashing and k-wise independent random variables via integer
    arithmetic without primes", 1996).
    """
    least = np.full(SIGNATURE_LENGTH, np.iinfo(np.uint32).max, dtype=np.uint32)
    factors, addends = _functions()
    for first in range(0, len(hashes), _AT_ONCE):
        numbers = hashes[first : first + _AT_ONCE, np.newaxis].astype(np.uint64)
        hashed = (numbers * factors + addends) >> np.uint64(32)
        least = np.minimum(least, hashed.min(axis=0).astype(np.uint32))
    return least


@functools.cache
def _functions() -> npt.NDArray[np.uint64]:
    """Return what the hash functions multiply by, and what they add."""
    draw = np.random.RandomState(_SEED)
    return draw.randint(0, 2**64, (2, SIGNATURE_LENGTH), dtype=np.uint64)
