"""The shingles of a text: its runs of three words, by which texts are compared."""

from __future__ import annotations

import functools
import zlib
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import regex

SHINGLE_WORDS = 3
"""Words of a shingle: of two, unlike stories share many; of four, an edited one keeps few."""

if TYPE_CHECKING:
    from datasketch import MinHash

SIGNATURE_LENGTH = 255
"""Numbers of a signature: in as many places two texts agree as their shingles are alike, about."""

_SEED = 1

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
            minhash = _empty().copy()
            minhash.update_batch(self.hashes)
            self._signature = minhash.hashvalues.astype(np.uint32)
        return self._signature

    def __len__(self) -> int:
        return len(self.hashes)

    def shared_with(self, other: ShingleSet) -> int:
        """Return how many shingles two texts have in common."""
        return len(np.intersect1d(self.hashes, other.hashes, assume_unique=True))


@functools.cache
def _empty() -> MinHash:
    """Return the signature of no text; drawing its permutations takes longer than using them."""
    # Slow to load, and not needed where all signatures are known.
    from datasketch import MinHash

    return MinHash(num_perm=SIGNATURE_LENGTH, seed=_SEED, hashfunc=int)
