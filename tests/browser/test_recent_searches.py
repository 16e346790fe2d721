"""The last searches, wherever the site stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

REMEMBER = "stored => { for (const key in stored) localStorage.setItem(key, stored[key]); }"

IS_STORED = "search => Object.values({ ...localStorage }).some((value) => value.includes(search))"


@pytest.fixture(scope="module")
def remembered() -> dict[str, dict[str, str]]:
    """What the browser has stored after the searches of ``page``, by the site's address."""
    return {}


@pytest.fixture
def page(open_page: OpenPage, address: str, remembered: dict[str, dict[str, str]]) -> Page:
    """The home page after two searches with a result, one without, and one still being typed.

    It has a context of its own: after a change of process the browser may show a page for a moment
    what was stored before the page of another test was forgotten.
    """
    if address in remembered:
        opened = open_page(address, "about.html")
        opened.evaluate(REMEMBER, remembered[address])
    else:
        opened = _searched(open_page, address)
        remembered[address] = opened.evaluate("({ ...localStorage })")
    opened.goto(f"{address}index.html")
    opened.wait_for_function(IS_STORED, arg="barley")
    return opened


def _searched(open_page: OpenPage, address: str) -> Page:
    opened = open_page(address, "search.html?q=ministers")
    expect(opened.locator(".result").first).to_be_visible()
    opened.goto(f"{address}search.html?q=zeppelin")
    opened.wait_for_function(IS_STORED, arg="ministers")
    expect(opened.get_by_role("heading", name="No story matches")).to_be_visible()
    opened.goto(f"{address}search.html?q=constitution&country=kenya")
    opened.goto(f"{address}search.html")
    opened.locator("#search").press_sequentially("barley")
    expect(opened.locator(".result").first).to_be_visible()
    opened.locator(".result-title a").first.click()
    expect(opened.locator("article > h1")).to_be_visible()
    opened.wait_for_function(IS_STORED, arg="barley")
    return opened


def test_the_empty_box_lists_them_and_leads_back(page: Page) -> None:
    page.locator("#search").focus()
    options = page.get_by_role("option")
    expect(options).to_have_text(["barley", "ministers", "Erase these searches from this device"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_they_make_way_for_what_is_typed(page: Page) -> None:
    box = page.locator("#search")
    box.focus()
    box.press_sequentially("constitution")
    expect(page.get_by_role("option").first).to_contain_text("Parliament votes")
    box.fill("")
    expect(page.get_by_role("option").first).to_have_text("barley")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_they_can_be_erased_from_the_box(page: Page) -> None:
    box = page.locator("#search")
    box.focus()
    box.press("ArrowUp")
    box.press("Enter")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.reload()
    box.focus()
    expect(page.get_by_role("option")).to_have_count(0)


def test_the_search_page_lists_and_erases_them(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    recent = page.get_by_role("region", name="Your last searches")
    expect(recent.get_by_role("link")).to_have_text(["barley", "ministers"])
    recent.get_by_role("link", name="ministers").click()
    expect(page.locator(".search-count")).to_have_text("30 stories")
    page.go_back()
    expect(recent.get_by_role("link").first).to_have_text("ministers")
    recent.get_by_role("button", name="Erase these searches").click()
    expect(recent).to_have_count(0)
    page.reload()
    expect(page.get_by_role("heading", name="What to type")).to_be_visible()
    expect(recent).to_have_count(0)
