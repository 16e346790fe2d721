"""Numbers as printable text that compresses well.

A number is written with the digits 0-63 last and, before it, leading digits of base 26 from an
alphabet of their own, so that every number ends itself. Numbers below 64 are one character, below
1,728 two, below 44,992 three. Characters keep their places, so gzip finds their statistics, which
base64 would hide. No quote, backslash, ``<``, ``&`` or space occurs.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

FINAL_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""What a number ends with: 64 digits."""

LEADING_DIGITS = "!#$%()*+,./:;=>?@[]^`{|}~'"
"""What stands before the final digit of a larger number: 26 digits."""

_FINAL = len(FINAL_DIGITS)
_LEADING = len(LEADING_DIGITS)


@functools.cache
def pack_number(number: int) -> str:
    """Return one number, 0 or more, as text.

    Raises:
        ValueError: If the number is negative.
    """
    if number < 0:
        raise ValueError(f"cannot pack the negative number {number}")
    rest, final = divmod(number, _FINAL)
    digits = [FINAL_DIGITS[final]]
    while rest:
        rest, leading = divmod(rest - 1, _LEADING)
        digits.append(LEADING_DIGITS[leading])
    return "".join(reversed(digits))


def pack(numbers: Iterable[int]) -> str:
    """Return numbers, each 0 or more, as one text."""
    return "".join(map(pack_number, numbers))
