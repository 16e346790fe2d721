"""A slow network between the browser and the server, as Chromium emulates it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class SlowNetwork:
    """What a network lets through.

    Attributes:
        latency: Milliseconds from each request to the first byte of its answer, at least.
        throughput: Bytes a second, in either direction.
        settled: Milliseconds after which all that a page loads behind its results has come.
    """

    latency: int
    throughput: int
    settled: int

    def slow_down(self, page: Page) -> None:
        """Have the page load what it loads from now on over this network."""
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        conditions = {
            "offline": False,
            "latency": self.latency,
            "downloadThroughput": self.throughput,
            "uploadThroughput": self.throughput,
        }
        session.send("Network.emulateNetworkConditions", conditions)


SLOW_4G = SlowNetwork(latency=150, throughput=200_000, settled=3_000)
"""1.6 Mbit/s and 150 ms, the "slow 4G" of Lighthouse."""
