"""Where something stands in a text, in little memory: an archive has a million mentions."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

_OFFSET = "I"


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """Parts of a text, from left to right; iterating gives the offsets of each.

    Attributes:
        packed: The offset of the first character of each and that behind its last one.
    """

    packed: bytes = b""

    @classmethod
    def of(cls, places: Iterable[tuple[int, int]]) -> TextPlaces:
        """Return the parts with these offsets."""
        return cls(array(_OFFSET, chain.from_iterable(places)).tobytes())

    def __iter__(self) -> Iterator[tuple[int, int]]:
        offsets = array(_OFFSET, self.packed)
        return zip(offsets[::2], offsets[1::2], strict=True)


NOWHERE = TextPlaces()
