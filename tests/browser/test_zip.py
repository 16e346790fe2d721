"""The zip file, unpacked and opened from the folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import expect
from tests.browser.conftest import OpenPage

from cuttings.site.site_zip import write_zip


def test_it_opens_and_searches_from_the_folder(
    site: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    write_zip(site, tmp_path / "archive.zip")
    stick = tmp_path / "USB stick ä"
    with zipfile.ZipFile(tmp_path / "archive.zip") as packed:
        packed.extractall(stick)
    page = open_page(f"{(stick / 'archive').as_uri()}/", "index.html")
    page.locator("#search").fill("constitution")
    page.keyboard.press("Enter")
    expect(page.locator(".search-count")).to_have_text("1 story")
    page.locator(".result-title a").click()
    expect(page.locator("article > h1")).to_contain_text("Parliament votes")
    page.get_by_role("link", name="People", exact=True).click()
    expect(page.locator("h1")).to_contain_text("People")
    page.get_by_role("link", name="Keep on this device").click()
    expect(page.locator("#keep-panel")).to_contain_text("is on this device already")
