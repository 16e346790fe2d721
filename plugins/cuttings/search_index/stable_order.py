"""The order of whole numbers, found in linear time."""

from __future__ import annotations

import numpy as np

from cuttings.search_index.analysed_documents import Numbers

_BITS = 16
"""NumPy sorts numbers of so many bits by their digits, longer ones by comparing them."""


def stable_order(numbers: Numbers) -> Numbers:
    """Return where the numbers stand from the least to the greatest, equal ones as they stand.

    Args:
        numbers: Whole numbers from 0 on.
    """
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    for shift in range(_BITS, int(numbers.max(initial=0)).bit_length(), _BITS):
        digits = (numbers >> shift).astype(np.uint16)
        order = order[np.argsort(digits[order], kind="stable")]
    return order
