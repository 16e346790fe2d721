"""The pause between two requests to one host."""

from __future__ import annotations

import time


class HostPauses:
    """Keeps requests to one host apart.

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
        start = max(now, self._ready.get(host, now))
        time.sleep(start - now)
        self._ready[host] = start + max(self._pause, pause)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for some seconds from now on."""
        until = time.monotonic() + seconds
        self._ready[host] = max(until, self._ready.get(host, until))
