"""How much work one text may cost, counted so that every machine counts alike."""

from __future__ import annotations


class EffortError(Exception):
    """A text would cost more work than it may; whoever allowed it goes another way."""


class Effort:
    """Work that is still allowed, in characters that a regular expression looks at.

    A unit is about 10 ns of processor time. Counting, unlike a clock, gives the same
    result however busy the machine is.

    Args:
        allowed: Units.
        whole: What they are a part of, so that they are spent there, too.
    """

    def __init__(self, allowed: int, whole: Effort | None = None) -> None:
        self._left = allowed
        self._whole = whole

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left."""
        return self._left <= 0

    def spend(self, units: int) -> None:
        """Take units away.

        Raises:
            EffortError: If there are not as many.
        """
        if self._whole is not None:
            self._whole.spend(min(units, max(self._left, 0)))
        self._left -= units
        if self._left < 0:
            raise EffortError
