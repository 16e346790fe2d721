"""The list of results as a file, wherever the site stands."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage, Watch


@pytest.fixture
def page(visit: OpenPage, address: str) -> Page:
    opened = visit(address, "search.html?q=ministers&country=kenya&country=sweden&sort=date")
    expect(opened.locator(".search-count")).to_have_text("16 stories")
    return opened


def save(page: Page, name: str) -> str:
    """Save the list and return the file's text; its line ends are kept."""
    page.get_by_text("Save list").click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name=name).click()
    downloaded = downloading.value
    assert re.fullmatch(r"stories\.(csv|jsonl|bib|ris)", downloaded.suggested_filename)
    expect(page.locator(".export summary")).to_be_focused()
    return Path(downloaded.path()).read_bytes().decode("utf-8")


def test_csv_has_a_row_for_each_story_in_the_order_shown(page: Page, address: str) -> None:
    text = save(page, "CSV")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert len(rows) == 16
    shown = page.locator(".result-title").all_inner_texts()
    assert [row["title"] for row in rows][: len(shown)] == shown
    assert all({"Kenya", "Sweden"} & set(row["countries"].split("; ")) for row in rows)
    if address.startswith("http"):
        assert all(row["page"].startswith(f"{address}articles/") for row in rows)
    else:
        assert all(row["page"].startswith("articles/") for row in rows)


def test_json_lines_holds_all_stories_and_not_only_those_shown(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=ministers")
    expect(page.locator(".search-count")).to_have_text("30 stories")
    assert page.locator(".result").count() < 30
    records = [json.loads(line) for line in save(page, "JSON Lines").splitlines()]
    assert len({record["path"] for record in records}) == 30


def test_ris_and_bibtex_have_an_entry_for_each_story(page: Page) -> None:
    ris = save(page, "RIS")
    assert ris.count("TY  - NEWS\r\n") == ris.count("ER  - \r\n") == 16
    bibtex = save(page, "BibTeX")
    keys = re.findall(r"^@(?:article|misc)\{(.*),$", bibtex, re.MULTILINE)
    assert len(set(keys)) == 16
    assert bibtex.count("{") == bibtex.count("}")


def test_escape_closes_the_menu(page: Page) -> None:
    summary = page.locator(".export summary")
    summary.press("Enter")
    page.get_by_role("button", name="CSV").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="CSV")).to_be_hidden()
    expect(summary).to_be_focused()


def test_there_is_nothing_to_save_without_a_result(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=zeppelin&country=kenya")
    expect(page.get_by_role("heading", name="No story matches")).to_be_visible()
    expect(page.get_by_text("Save list")).to_be_hidden()


def test_saving_can_be_cancelled_and_a_failure_is_told(
    visit: OpenPage, root_address: str, watches: list[Watch]
) -> None:
    page = visit(root_address, "search.html?q=ministers")
    expect(page.locator(".search-count")).to_have_text("30 stories")
    watches[0].expected = ("export failed", "net::ERR_FAILED")
    page.route("**/search/**", lambda _route: None)  # an answer that never comes
    page.get_by_text("Save list").click()
    page.get_by_role("button", name="CSV").click()
    expect(page.get_by_role("progressbar", name="Stories loaded")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="CSV")).to_be_focused()
    page.unroute("**/search/**")
    page.reload()
    expect(page.locator(".search-count")).to_have_text("30 stories")
    page.route("**/search/**", lambda route: route.abort())
    page.get_by_text("Save list").click()
    page.get_by_role("button", name="CSV").click()
    expect(page.locator(".export-text")).to_contain_text("Not all stories could be loaded")
