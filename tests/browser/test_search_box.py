"""The search box of every page, wherever the site stands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage

STORY = "articles/ministers-meet-over-harvest-prices-round-1.html"


@pytest.fixture
def page(visit: OpenPage, address: str) -> Page:
    return visit(address, STORY)


def test_lists_names_from_the_first_character_and_stories_from_the_second(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.press_sequentially("c")
    expect(page.get_by_role("option").first).to_contain_text(
        re.compile("Country|Organization|Person")
    )
    expect(page.locator(".suggestion-title")).to_have_count(0)
    box.press_sequentially("onstit")
    expect(page.locator(".suggestion-title")).to_contain_text("Parliament votes")
    expect(box).to_have_attribute("aria-expanded", "true")


def test_arrows_and_enter_open_a_story(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("constitution")
    expect(page.get_by_role("option", name="All 1 story")).to_be_visible()
    expect(page.locator("form[role=search]").get_by_role("status")).to_have_text("1 story")
    page.keyboard.press("ArrowDown")
    option = page.get_by_role("option").first
    expect(option).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    assert active == option.get_attribute("id")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(option).to_have_attribute("aria-selected", "false")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("article > h1")).to_contain_text("Parliament votes")


def test_enter_alone_searches(page: Page, address: str) -> None:
    for key in ("t", "Control+/", "Alt+/"):
        page.keyboard.press(key)
        expect(page.get_by_role("combobox")).not_to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("title:harvest +barley")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}search.html?q=title%3Aharvest+%2Bbarley")
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_blanks_are_not_searched(page: Page) -> None:
    page.get_by_role("combobox").fill("  ")
    is_stopped = page.locator("form[role=search]").evaluate("""form => {
      let stopped;
      form.addEventListener("submit", event => {
        stopped = event.defaultPrevented;
        event.preventDefault();
      });
      form.requestSubmit();
      return stopped;
    }""")
    assert is_stopped


def test_the_last_option_leads_to_all(page: Page, address: str) -> None:
    page.get_by_role("combobox").fill("ministers")
    page.get_by_role("option", name="All 30 stories").click()
    expect(page).to_have_url(f"{address}search.html?q=ministers")


def test_escape_and_leaving_close_the_list(page: Page) -> None:
    box = page.get_by_role("combobox")
    box.fill("ministers")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("ministers")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.get_attribute("aria-activedescendant") is None
    box.fill("barley")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.locator(".index-card h2").click()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_home_page_has_the_box(visit: OpenPage, address: str) -> None:
    page = visit(address, "index.html")
    page.get_by_role("combobox").fill("ministers")
    expect(page.locator(".suggestion-title")).to_have_count(5)
    expect(page.get_by_role("option", name="All 30 stories")).to_be_visible()


def test_examples_find_stories(visit: OpenPage, address: str) -> None:
    page = visit(address, "index.html")
    examples = page.locator(".lead-examples a")
    assert examples.count() > 0
    for position in range(examples.count()):
        examples.nth(position).click()
        expect(page.locator(".result").first).to_be_visible()
        page.go_back()


def test_nothing_of_the_index_is_loaded_before_it_is_needed(visit: OpenPage, address: str) -> None:
    page = visit(address, STORY)
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name)"
    assert not [name for name in page.evaluate(loaded) if "/search/" in name]


def test_without_javascript_the_form_still_leads_to_search(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(address, STORY, java_script_enabled=False)
    page.locator("#search").fill("barley")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q=barley$"))
    assert "Searching needs JavaScript" in (page.locator("noscript").text_content() or "")
