"""What is open in a list, found anew only when the page asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Question = TypeVar("Question")


class OpenList(Generic[Question]):
    """The open questions of one list.

    To find all of them takes longer than a key may, so an answer only sets what it changes.

    Args:
        find: Returns the open questions in their order.
        version: Returns a number that grows when the archive or its records change.
    """

    def __init__(self, find: Callable[[], list[Question]], version: Callable[[], int]) -> None:
        self._find = find
        self._version = version
        self._found: list[Question] = []
        self._found_at = -1

    def now(self) -> list[Question]:
        """Return what is open now."""
        if self._found_at != self._version():
            self._found, self._found_at = self._find(), self._version()
        return self._found

    def forget(self) -> None:
        """Find the questions anew when they are asked for next."""
        self._found_at = -1

    def replace(self, found: list[Question]) -> None:
        """Set what is open after an answer, which changes nothing about the other questions."""
        self._found, self._found_at = found, self._version()

    @property
    def count(self) -> int:
        """How many are open, as far as that is known."""
        return len(self._found)
