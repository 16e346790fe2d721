"""The pause between two requests to one host."""

from __future__ import annotations

import time


class HostPauses:
    """Keeps requests to one host apart.

    Moments are seconds of a clock that never goes back, as ``time.monotonic`` gives them.

    Args:
        pause: Seconds from one request to the next.
    """

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._ready: dict[str, float] = {}

    def wait(self, host: str, pause: float = 0.0) -> None:
        """Wait until ``host`` may be asked; the next request waits for this one.

        Args:
            host: The host.
            pause: Seconds that the host wants to have from this request to the next.
        """
        now = time.monotonic()
        time.sleep(self.reserve(host, now, pause) - now)

    def reserve(self, host: str, now: float, pause: float = 0.0) -> float:
        """Return the moment from which ``host`` may be asked, and keep it free for one request.

        Args:
            host: The host.
            now: The present moment.
            pause: As for ``wait``.
        """
        start = max(now, self._ready.get(host, now))
        self._ready[host] = start + max(self._pause, pause)
        return start

    def postpone(self, host: str, until: float) -> None:
        """Leave ``host`` alone until a moment."""
        self._ready[host] = max(until, self._ready.get(host, until))
