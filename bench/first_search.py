"""What a first search costs a reader with an empty cache, beside the peer."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import Browser

from bench.browser import Meter, Traffic
from bench.static_server import StaticServer, serve

_OURS_READY = """() => {
  const stories = document.querySelectorAll(".result .result-snippet").length;
  return stories > 0 || document.querySelector(".search-results .search-state") !== null;
}"""


def measure_ours(browser: Browser, site: Path, queries: Sequence[str]) -> list[Traffic]:
    """Open the search page with each query in a fresh profile; wait for ten results' text."""
    with serve(site) as server:
        return [_first(browser, server, query, ours=True) for query in queries]


def measure_peer(browser: Browser, site: Path, queries: Sequence[str]) -> list[Traffic]:
    """Open the peer's search page in a fresh profile and ask for ten results' text."""
    with serve(site) as server:
        return [_first(browser, server, query, ours=False) for query in queries]


def _first(browser: Browser, server: StaticServer, query: str, *, ours: bool) -> Traffic:
    context = browser.new_context()
    try:
        page = context.new_page()
        meter = Meter(page, server)
        if ours:
            page.goto(f"{server.address}/search.html?q={quote_plus(query)}", wait_until="commit")
            page.wait_for_function(_OURS_READY)
        else:
            page.goto(f"{server.address}/search.html", wait_until="commit")
            page.wait_for_function("window.peerLoaded")
            page.evaluate("query => firstTen(query)", query)
        return meter.read()
    finally:
        context.close()


def summarize(visits: Sequence[Traffic]) -> dict[str, float]:
    """Return the median and the largest of each figure."""
    kilobytes = [visit.kilobytes for visit in visits]
    milliseconds = [visit.milliseconds for visit in visits]
    return {
        "visits": len(visits),
        "kilobytes_median": statistics.median(kilobytes),
        "kilobytes_max": max(kilobytes),
        "requests_median": statistics.median(visit.requests for visit in visits),
        "milliseconds_median": statistics.median(milliseconds),
        "milliseconds_max": max(milliseconds),
        "heap_megabytes_median": statistics.median(visit.heap_megabytes for visit in visits),
    }
