"""What a first search asks for, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

MOST_REQUESTS = 8
"""Until ten results stand with their text, the page and its script included."""

NEEDED = ("search/documents", "search/partition", "search/previews")
"""What results are shown of."""

FACETS = "search/facets"
"""What the filters beside the results ask for."""

CHART = "search/dates"
"""What the chart of dates asks for."""

_DRAWN = (".woff2", ".svg")
"""Endings of files without which a page can be read."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_first_search_asks_for_few_files(page: Page, root_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(_path(request, root_address)))
    with page.expect_request(lambda request: _is_chart(_path(request, root_address))):
        page.goto(f"{root_address}search.html?q=ministers")
        expect(page.locator(".result-snippet")).to_have_count(10)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    assert len([path for path in asked if not path.endswith(_DRAWN)]) <= MOST_REQUESTS
    kinds = [path.partition("-")[0] for path in asked]
    assert {kind for kind in kinds if kind.startswith("search/")} == {*NEEDED, FACETS, CHART}
    # Fonts, filters and chart wait for the results; whether fonts come first is open.
    last_needed = max(place for place, kind in enumerate(kinds) if kind in NEEDED)
    for place, path in enumerate(asked):
        assert place > last_needed or not _waits(path), asked


def test_fonts_come_when_the_first_result_stands(page: Page, root_address: str) -> None:
    page.goto(f"{root_address}search.html")
    expect(page.locator("html")).not_to_have_class("late-fonts")


def _path(request: Request, home: str) -> str:
    return request.url.removeprefix(home)


def _waits(path: str) -> bool:
    return path.endswith(".woff2") or path.startswith((FACETS, CHART))


def _is_chart(path: str) -> bool:
    return path.startswith(CHART)
