"""One search over two sites that lie beside each other."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.browser.conftest import Watch
from tests.browser.trial_articles import LONGEST_TITLE

OpenPage = Callable[..., Page]

NOT_THERE = "Failed to load resource"
"""What the browser says of the manifest of a site that is not there."""


def test_results_come_from_both_sites(
    visit: OpenPage, every_shelf: str, watches: list[Watch]
) -> None:
    page = visit(every_shelf, "older/search.html?sort=date")
    watches[-1].expected = (NOT_THERE,)
    expect(page.get_by_text("are searched, too")).to_have_text(
        "Stories of 2021 and 1999 are searched, too."
    )
    page.locator("#search").fill("evacuation")
    page.keyboard.press("Enter")
    titles = page.locator(".result-title")
    expect(titles).to_have_text(
        [LONGEST_TITLE, "Chamber closes in the old capital", "Chamber opens in the old capital"]
    )
    expect(page.locator(".search-note")).to_have_text(
        "The stories of 1999 could not be loaded, so only the others were searched."
    )
    expect(page.locator(".result-snippet mark")).to_have_text(["evacuation"] * 2)
    expect(page.locator("label[for=facet-country-kenya]")).to_contain_text("2 stories")
    titles.locator("a").first.click()
    page.wait_for_url(f"{every_shelf}repo/articles/**")
    expect(page.locator("h1")).to_have_text(LONGEST_TITLE)
