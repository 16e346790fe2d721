"""What one reader's search costs in Chromium: a first one, the next one, and typing.

Every site's page shows its results as a new ``.result-list`` or says in ``.search-state`` that
there are none, so one script in the page takes the time for all, without a round trip to here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote_plus

from playwright.sync_api import Browser, BrowserContext, Page

from bench.browser import Meter
from bench.slow_network import SlowNetwork
from bench.static_server import StaticServer

_WATCH = """
(() => {
  const bench = { shown: null, at: 0, from: 0, longest: 0 };
  Object.assign(window, { bench });
  const look = () => {
    const results = document.querySelector(".search-results");
    const shown = results?.querySelector(".result-list, .search-state:not(.search-start)") ?? null;
    if (shown !== null && shown !== bench.shown) {
      bench.shown = shown;
      bench.at = performance.now();
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) bench.longest = Math.max(bench.longest, task.duration);
  }).observe({ type: "longtask" });
})();
"""
_ASK = """(query) => {
  const form = document.querySelector("form[role=search]");
  bench.shown = document.querySelector(".result-list, .search-state:not(.search-start)");
  bench.at = 0;
  bench.from = performance.now();
  form.q.value = query;
  form.requestSubmit();
}"""
KEY_PAUSE = 80
"""Milliseconds between two keys of a reader who types fast."""
SETTLED = 400
"""Milliseconds after which all that a page loads behind its results has come."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a search cost.

    Attributes:
        milliseconds: Until results with their text were in the page.
        shown_requests: Requests until then.
        shown_kilobytes: Bytes on the wire until then, in units of 1,000.
        requests: Requests until nothing more came: fonts, facets.
        kilobytes: Bytes until nothing more came.
    """

    milliseconds: float
    shown_requests: int
    shown_kilobytes: float
    requests: int
    kilobytes: float


@dataclass(frozen=True, slots=True)
class Visit:
    """One reader's visit with an empty cache.

    Attributes:
        first: The first search, the page itself included.
        next: Another query in the same session.
        heap_megabytes: JavaScript heap in use after both, in units of 1,000,000.
        longest_task: Milliseconds of the longest task while typing; 0 if none took 50.
    """

    first: Cost
    next: Cost
    heap_megabytes: float
    longest_task: float


def visit(
    browser: Browser,
    server: StaticServer,
    first: str,
    following: str,
    network: SlowNetwork | None = None,
) -> Visit:
    """Search for two queries in a fresh profile, then type the first again key by key.

    The service worker, which fetches pages for later behind all this, is left out.

    Args:
        browser: The browser.
        server: Serves the site.
        first: The first query.
        following: The next.
        network: What lies between both; None for nothing.
    """
    context = browser.new_context(service_workers="block")
    try:
        return _visit(context, server, first, following, network)
    finally:
        context.close()


def watch(context: BrowserContext) -> None:
    """Have every page that is opened take the time of its searches."""
    context.add_init_script(_WATCH)


def ask(page: Page, query: str) -> float:
    """Search for ``query`` on a watched page; return the milliseconds until it was answered."""
    page.evaluate(_ASK, query)
    return _answered(page)


def _visit(
    context: BrowserContext,
    server: StaticServer,
    first: str,
    following: str,
    network: SlowNetwork | None,
) -> Visit:
    watch(context)
    page = context.new_page()
    if network is not None:
        network.slow_down(page)
    settled = SETTLED if network is None else network.settled
    meter = Meter(page, server)
    page.goto(f"{server.address}/search.html?q={quote_plus(first)}", wait_until="commit")
    first_cost = _cost(page, meter, server, settled)
    meter.reset()
    page.evaluate(_ASK, following)
    next_cost = _cost(page, meter, server, settled)
    heap = meter.read().heap_megabytes
    return Visit(first_cost, next_cost, heap, _type(page, first))


def _cost(page: Page, meter: Meter, server: StaticServer, wait: int) -> Cost:
    milliseconds = _answered(page)
    shown_at = page.evaluate("(performance.timeOrigin + bench.at) / 1000")
    page.wait_for_timeout(wait)
    settled = meter.read()
    before = [size for sent, size in server.answers if sent <= shown_at]
    return Cost(milliseconds, len(before), sum(before) / 1000, settled.requests, settled.kilobytes)


def _answered(page: Page) -> float:
    """Wait for an answer; return the milliseconds that it took."""
    page.wait_for_function("() => bench.at > 0", polling=10)
    return float(page.evaluate("bench.at - bench.from"))


def _type(page: Page, query: str) -> float:
    field = page.locator("form[role=search] input")
    field.fill("")
    page.wait_for_timeout(SETTLED)
    page.evaluate("bench.longest = 0")
    field.press_sequentially(query, delay=KEY_PAUSE)
    page.wait_for_timeout(SETTLED)
    return float(page.evaluate("bench.longest"))


def pairs(queries: Sequence[str]) -> list[tuple[str, str]]:
    """Return each query with the one that follows it; the last is followed by the first."""
    return list(zip(queries, [*queries[1:], *queries[:1]], strict=True))
