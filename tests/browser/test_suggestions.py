"""Names and words that are offered while a reader types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage


@pytest.fixture
def page(visit: OpenPage, address: str) -> Page:
    return visit(address, "search.html")


@pytest.fixture
def story(visit: OpenPage, address: str) -> Page:
    return visit(address, "articles/ministers-meet-over-harvest-prices-round-1.html")


def test_a_name_becomes_a_filter(page: Page) -> None:
    page.keyboard.type("barley oka")
    page.locator(".suggestion", has_text="Amara Okafor").first.click()
    expect(page.locator(".chips")).to_contain_text("Amara Okafor")
    expect(page.locator("#search")).to_have_value("barley")
    expect(page.locator(".search-count")).to_have_text("10 stories")
    expect(page.locator("#search")).to_be_focused()
    expect(page).to_have_url(re.compile("person=amara-okafor"))


def test_any_form_of_a_name_leads_to_its_heading(page: Page) -> None:
    page.keyboard.type("japanes")
    page.locator(".suggestion", has_text="Japan").first.click()
    expect(page.locator(".chips")).to_contain_text("Japan")


def test_a_word_ends_the_query(page: Page) -> None:
    page.keyboard.type("harvest barl")
    page.locator(".suggestion", has_text="barley").first.click()
    expect(page.locator("#search")).to_have_value("harvest barley")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_after_country_only_countries_are_offered(page: Page) -> None:
    page.keyboard.type("harvest country:s")
    expect(page.locator(".suggestion").first).to_contain_text("Country")
    kinds = page.locator(".suggestion-count")
    expect(kinds.filter(has_not_text=re.compile("^Country"))).to_have_count(0)
    expect(kinds.first).to_be_visible()
    offered = page.locator(".suggestion").all_inner_texts()
    assert len(set(offered)) == len(offered)
    page.locator(".suggestion", has_text="Sweden").first.click()
    expect(page.locator("#search")).to_have_value("harvest")
    expect(page.locator(".chips")).to_contain_text("Sweden")


def test_the_query_says_what_a_name_is_to_the_story(page: Page) -> None:
    page.keyboard.type("harvest about:ken")
    page.locator(".suggestion", has_text="Kenya").first.click()
    expect(page.locator(".chips")).to_contain_text("about Kenya")
    expect(page.locator(".search-count")).to_have_text("8 stories")
    page.keyboard.type(' -person:"amara ok')
    page.locator(".suggestion", has_text="Amara Okafor").first.click()
    expect(page.locator(".chips")).to_contain_text("not Amara Okafor")
    expect(page.locator(".search-count")).to_have_text("5 stories")
    expect(page.locator("#search")).to_have_value("harvest")


def test_the_keyboard_is_enough(page: Page) -> None:
    box = page.locator("#search")
    page.keyboard.type("lindq")
    expect(page.locator(".suggestion").first).to_contain_text("Jonas Lindqvist")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".suggestion").first).to_have_attribute("aria-selected", "true")
    expect(page.locator("form[role=search]").get_by_role("status")).to_have_text("2 suggestions")
    page.keyboard.type("v")
    expect(page.locator(".search-count")).to_have_text("10 stories")
    expect(page.locator(".suggestion").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("lindq")
    expect(page.locator(".search-count")).to_have_text("10 stories")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".result-title a").first).to_be_focused()


def test_enter_takes_the_option_that_is_active(page: Page) -> None:
    page.keyboard.type("lindq")
    expect(page.locator(".suggestion").first).to_contain_text("Jonas Lindqvist")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_contain_text("Jonas Lindqvist")
    expect(page.locator("#search")).to_have_value("")


def test_enter_alone_searches_as_typed_and_closes_the_list(page: Page) -> None:
    page.keyboard.type("lindq")
    expect(page.locator(".suggestion").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#search")).to_have_value("lindq")


def test_a_finger_chooses(open_page: OpenPage, address: str) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    page = open_page(address, "search.html", **phone)
    page.locator("#search").tap()
    page.keyboard.type("lindq")
    page.locator(".suggestion", has_text="Jonas Lindqvist").first.tap()
    expect(page.locator(".chips")).to_contain_text("Jonas Lindqvist")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_on_other_pages_a_name_leads_to_its_stories(story: Page, address: str) -> None:
    story.get_by_role("combobox").press_sequentially("b")
    story.get_by_role("option", name="Beatriz Moreno").click()
    expect(story).to_have_url(f"{address}search.html?person=beatriz-moreno")
    expect(story.locator(".search-count")).to_have_text("10 stories")


def test_on_other_pages_words_are_offered_as_well(story: Page) -> None:
    story.get_by_role("combobox").fill("barl")
    word = story.locator(".suggestion-name", has_text="barley")
    expect(word).to_contain_text("Word, 30 stories")


def test_a_phrase_is_left_alone(page: Page) -> None:
    page.keyboard.type('"grain cou')
    expect(page.locator(".search-count")).to_have_text("30 stories")
    expect(page.locator(".suggestion")).to_have_count(0)


def test_a_list_of_names_finds_one_by_any_of_its_words(visit: OpenPage, address: str) -> None:
    people = visit(address, "people/index.html")
    box = people.get_by_placeholder("Find a name")
    box.fill("okaf")
    expect(people.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    expect(people.get_by_role("heading", level=1)).to_have_text("Amara Okafor")


def test_a_name_of_one_story_leads_to_it(visit: OpenPage, address: str) -> None:
    people = visit(address, "people/index.html")
    people.get_by_role("link", name="محمد منصور").click()
    expect(people.locator("article > h1")).to_have_attribute("dir", "auto")
    people.locator(".index-card ul a").first.click()
    expect(people.locator(".chips")).to_contain_text("محمد منصور")
    expect(people.locator(".search-count")).to_have_text("1 story")
    people.locator(".result-tags .tag").first.click()
    expect(people.locator(".search-count")).to_have_text("1 story")
    people.goto(f"{address}organizations/index.html")
    expect(people.get_by_placeholder("Find a name")).to_be_visible()
