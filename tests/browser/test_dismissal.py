"""What is still under way when a reader leaves the box, the list or the search."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

STORY = "articles/ministers-meet-over-harvest-prices-round-1.html"
LONG_PAUSE = 1_000
"""Milliseconds by the page's own clock; it takes shorter ones for the end of typing."""


def stop_the_clock(page: Page) -> None:
    """Let no timer of the page end until the test runs its clock."""
    page.clock.install(time=datetime(2026, 11, 1))
    page.clock.pause_at(datetime(2026, 11, 2))


def type_and_escape(page: Page, text: str) -> None:
    """Type, and press Escape before the page takes the typing for ended; let that time pass."""
    box = page.locator("#search")
    box.fill("minist")  # loads what the suggestions for any beginning of the word need
    expect(page.get_by_role("option").first).to_be_visible()
    stop_the_clock(page)
    box.fill(text)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.clock.run_for(LONG_PAUSE)


@pytest.mark.parametrize("place", [STORY, "search.html"])
def test_escape_drops_what_was_typed_last(
    place: str, open_page: OpenPage, root_address: str
) -> None:
    page = open_page(root_address, place, viewport={"width": 1280, "height": 900})
    type_and_escape(page, "ministe")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#search")).to_have_attribute("aria-expanded", "false")


def test_a_search_that_is_left_before_it_is_shown_is_no_entry(
    open_page: OpenPage, root_address: str
) -> None:
    page = open_page(root_address, "search.html?person=amara-okafor")
    expect(page.locator(".result").first).to_be_visible()
    page.locator(".search-sort select").select_option("date")
    expect(page).to_have_url(re.compile("sort=date$"))
    stop_the_clock(page)
    page.route("**/search/partition-*/*", lambda _route: None)  # an answer that never comes
    page.locator("#search").fill("constitution")
    with page.expect_request("**/search/partition-*/*"):
        page.keyboard.press("Enter")
    page.evaluate("history.back()")
    expect(page).to_have_url(f"{root_address}search.html?person=amara-okafor")
    expect(page.locator(".search-sort select")).to_have_value("relevance")
