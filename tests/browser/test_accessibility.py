"""WCAG 2.2 AA: axe-core finds nothing on any kind of page, in light and in dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.axe import violations, violations_in_either_scheme
from tests.browser.conftest import OpenPage
from tests.browser.trial_site import PAGE_KINDS


@pytest.mark.parametrize("name", PAGE_KINDS)
def test_no_violations(name: str, visit: OpenPage, root_address: str, axe: str) -> None:
    page = visit(root_address, PAGE_KINDS[name])
    if name.startswith("search"):
        expect(page.locator(".search-results > *").first).to_be_visible()
    for details in page.locator("details").all()[:3]:
        details.evaluate("node => { node.open = true; }")
    assert violations_in_either_scheme(page, axe) == []


def test_no_violations_in_the_list_of_suggestions(
    visit: OpenPage, root_address: str, axe: str
) -> None:
    page = visit(root_address, PAGE_KINDS["person"])
    page.get_by_role("combobox").fill("ministers")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page, axe) == []


def test_no_violations_in_the_sheet(visit: OpenPage, root_address: str, axe: str) -> None:
    page = visit(root_address, PAGE_KINDS["search"], viewport={"width": 360, "height": 740})
    page.locator(".search-open-facets").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page, axe) == []


def test_no_violations_while_filters_and_suggestions_are_used(
    open_page: OpenPage, root_address: str, axe: str
) -> None:
    path = "search.html?q=chamber+after:1990&source=-harbour-post&about=sweden"
    page = open_page(root_address, path, viewport={"width": 1280, "height": 900})
    expect(page.locator(".date-chart rect").first).to_be_attached()
    assert violations_in_either_scheme(page, axe) == []
    page.locator("#find-person").fill("zeppelin")
    expect(page.locator(".facet-none")).to_be_visible()
    page.locator("#date-after").fill("soon")
    assert violations_in_either_scheme(page, axe) == []
    page.locator("#search").fill("harvest country:k")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations_in_either_scheme(page, axe) == []


def test_no_violations_in_the_last_searches(
    open_page: OpenPage, root_address: str, axe: str
) -> None:
    page = open_page(root_address, "search.html?q=ministers")
    expect(page.locator(".result").first).to_be_visible()
    page.goto(f"{root_address}search.html")
    expect(page.get_by_role("region", name="Your last searches")).to_be_visible()
    assert violations_in_either_scheme(page, axe) == []
    page.goto(f"{root_address}about.html")
    page.locator("#search").focus()
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations_in_either_scheme(page, axe) == []


def test_no_violations_while_a_list_is_saved(
    open_page: OpenPage, root_address: str, axe: str
) -> None:
    page = open_page(root_address, "search.html?q=ministers")
    page.get_by_text("Save list").click()
    assert violations_in_either_scheme(page, axe) == []
    page.route("**/search/**", lambda _route: None)  # an answer that never comes
    page.get_by_role("button", name="CSV").click()
    expect(page.get_by_role("progressbar", name="Stories loaded")).to_be_visible()
    assert violations_in_either_scheme(page, axe) == []


def test_no_violations_while_the_archive_is_kept(
    open_page: OpenPage, root_address: str, axe: str
) -> None:
    page = open_page(root_address, "offline.html")
    page.route("**/theme/icon.svg", lambda _route: None)  # an answer that never comes
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator(".keep-text")).to_contain_text(re.compile(r"^(?!0 KB).* of .* are on"))
    assert violations_in_either_scheme(page, axe) == []
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Continue")).to_be_visible()
    assert violations_in_either_scheme(page, axe) == []
    page.unroute("**/theme/icon.svg")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".keep-text")).to_contain_text("The whole archive is on this device")
    assert violations_in_either_scheme(page, axe) == []


def test_no_violations_where_a_newer_version_is_told_of(
    open_page: OpenPage, root_address: str, axe: str
) -> None:
    page = open_page(root_address, "about.html")
    page.evaluate("localStorage.setItem('cuttings / kept', 'offline/files-earlier.json')")
    page.reload()
    expect(page.locator(".version-notice")).to_be_visible()
    assert violations_in_either_scheme(page, axe) == []


def test_no_violations_where_a_page_is_missing(
    visit: OpenPage, root_address: str, axe: str
) -> None:
    page = visit(root_address, "offline.html?page=articles%2Fone.html")
    expect(page.locator("#missing-page")).to_be_visible()
    expect(page.locator("#keep-panel")).to_be_visible()
    assert violations(page, axe) == []
