"""What a first search asks for, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

MOST_REQUESTS = 8
"""Until ten results stand with their text, the page and its script included."""

CHART = "search/dates"
"""What the chart of dates asks for beside the results."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_first_search_asks_for_few_files(page: Page, root_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(_path(request, root_address)))
    page.goto(f"{root_address}search.html?q=ministers")
    expect(page.locator(".result-snippet")).to_have_count(10)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    before_fonts = [path for path in asked if not path.endswith((".woff2", ".svg"))]
    assert len(before_fonts) <= MOST_REQUESTS
    assert asked[: len(before_fonts)] == before_fonts, "nothing may come before the results"
    kinds = list(dict.fromkeys(path.split("-")[0] for path in asked if path.startswith("search/")))
    needed = [kind for kind in kinds if kind != CHART]
    assert set(needed) == {"search/documents", "search/partition", "search/previews"}
    assert kinds[: len(needed)] == needed, "the chart waits for the results"


def test_fonts_come_when_the_first_result_stands(page: Page, root_address: str) -> None:
    page.goto(f"{root_address}search.html")
    expect(page.locator("html")).not_to_have_class("late-fonts")


def _path(request: Request, home: str) -> str:
    return request.url.removeprefix(home)
