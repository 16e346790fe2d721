"""The time that one page may take, and what is left of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class TimeAllowance:
    """Counts down while a server is asked, and apart from that what it lets wait in between.

    It is one for the whole way to a page, robots.txt, redirects and repeated requests included,
    so that none of them can make the way longer. The usual pauses between two requests are free.

    Args:
        seconds: The time for asking.
        waiting: The time for waits before a request is sent again.
    """

    def __init__(self, seconds: float, waiting: float) -> None:
        self._left = seconds
        self._waiting = waiting
        self._started: float | None = None

    def take_wait(self, seconds: float) -> bool:
        """Take a wait off what there is for them; False if it is longer than that."""
        if seconds > self._waiting:
            return False
        self._waiting -= seconds
        return True

    @property
    def left(self) -> float:
        """Seconds that are left; 0 if there are none."""
        spent = 0.0 if self._started is None else time.monotonic() - self._started
        return max(0.0, self._left - spent)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let the time run within the block."""
        self._started = time.monotonic()
        try:
            yield
        finally:
            self._left = self.left
            self._started = None
