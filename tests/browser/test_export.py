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
    stem, _, ending = downloaded.suggested_filename.rpartition(".")
    assert re.fullmatch(r"ministers(-kenya-sweden)?-\d{4}-\d\d-\d\d", stem)
    assert ending in {"csv", "jsonl", "bib", "ris"}
    expect(page.locator(".export summary")).to_be_focused()
    return Path(downloaded.path()).read_bytes().decode("utf-8")


def test_csv_has_a_row_for_each_story_in_the_order_shown(page: Page, address: str) -> None:
    text = save(page, "CSV")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert len(rows) == 16
    shown = page.locator(".result-title").all_inner_texts()
    assert [row["title"] for row in rows][: len(shown)] == shown
    for row in rows:
        assert {"Kenya", "Sweden"} & {*row["about"].split("; "), *row["mentioned"].split("; ")}
        assert re.search("(Kenya|Sweden): .* received the ministers of agriculture", row["why"])
        assert "ministers" in row["excerpt"]
        assert (row["query"], row["filters"], row["stories"]) == (
            "ministers",
            "Kenya; Sweden",
            "16",
        )
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


def test_marked_stories_are_kept_and_taken_along(page: Page) -> None:
    assert page.get_by_role("link", name="Clippings").count() == 0
    for number in (0, 2):
        page.locator(".clip-tick").nth(number).click()
    expect(page.locator(".search-bar .clipping-link")).to_have_text("Clippings (2)")
    titles = page.locator(".result-title").all_inner_texts()
    page.reload()
    expect(page.locator(".clip-tick input").first).to_be_checked()
    page.locator(".search-bar .clipping-link").click()
    expect(page.locator(".result-title")).to_have_text([titles[0], titles[2]])
    expect(page.locator(".result-why").nth(1)).to_contain_text("ministers; Kenya; Sweden; 16 stor")
    page.get_by_text("Save list").click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="JSON Lines").click()
    assert downloading.value.suggested_filename.startswith("clippings-")
    lines = Path(downloading.value.path()).read_text("utf-8").splitlines()
    assert [json.loads(line)["title"] for line in lines] == [titles[0], titles[2]]
    page.get_by_role("button", name="Remove “").first.click()
    expect(page.locator(".result-title")).to_have_text([titles[2]])
    expect(page.locator(".result-title a")).to_be_focused()
    page.get_by_role("button", name="Remove all").click()
    expect(page.locator(".clippings-none")).to_be_visible()
    expect(page.locator(".search-count")).to_be_hidden()
    page.go_back()
    page.locator(".result-title a").first.click()
    tick = page.locator("article > ul .clip-tick input")
    expect(tick).not_to_be_checked()
    tick.click()
    expect(page.locator("body > footer .clipping-link")).to_have_text("Clippings (1)")
    country = page.locator(".names-country bdi").first.inner_text()
    page.reload()
    expect(tick).to_be_checked()
    page.locator("body > footer .clipping-link").click()
    expect(page.locator(".result-title")).to_have_text([titles[0]])
    expect(page.locator(".result-why")).to_have_text("Marked on its own page")
    clipping = page.evaluate("Object.values(localStorage).find(text => text.includes('mentioned'))")
    (kept,) = json.loads(clipping)
    assert country in [tag["name"] for tag in kept["about"] + kept["mentioned"]]
    assert kept["excerpt"]
    assert kept["dated"] == "exact"


def test_a_citation_is_copied_from_a_result_and_from_its_story(
    open_page: OpenPage, root_address: str
) -> None:
    page = open_page(
        root_address, "search.html?q=ministers", permissions=["clipboard-read", "clipboard-write"]
    )
    read = "navigator.clipboard.readText()"
    page.get_by_role("button", name="Copy citation").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    cited = page.evaluate(read)
    title = page.locator(".result-title").first.inner_text()
    assert re.fullmatch(rf"“{title}”, .+, \d+ \w+ \d{{4}}\. <{root_address}articles/.*>", cited)
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator(".result-title a").first.click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate(read) == cited


def test_what_is_printed_says_where_it_is_from(visit: OpenPage, root_address: str) -> None:
    page = visit(root_address, "search.html?q=ministers&country=kenya")
    expect(page.locator(".search-count")).to_have_text("8 stories")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".search-printed")).to_have_text("Search: ministers")
    expect(page.locator(".chip")).to_contain_text("Kenya")
    expect(page.locator(".print-address")).to_have_text(
        f"{root_address}search.html?q=ministers&country=kenya"
    )
    page.emulate_media(media="screen")
    page.locator(".result-title a").first.click()
    expect(page.locator(".found-words")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".found-words")).to_be_hidden()
    expect(page.locator("article > ul .clip-tick")).to_be_hidden()


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
    expect(page.locator(".date-chart rect").first).to_be_attached()  # the last to be loaded
    watches[0].expected = ("export failed", "net::ERR_FAILED")
    page.route("**/search/**", lambda _route: None)  # an answer that never comes
    page.get_by_text("Save list").click()
    page.get_by_role("button", name="CSV").click()
    expect(page.get_by_role("progressbar", name="Stories loaded")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="CSV")).to_be_focused()
    page.unroute("**/search/**")
    page.reload()
    expect(page.locator(".date-chart rect").first).to_be_attached()  # the last to be loaded
    page.route("**/search/**", lambda route: route.abort())
    page.get_by_text("Save list").click()
    page.get_by_role("button", name="CSV").click()
    expect(page.locator(".export-text")).to_contain_text("Not all stories could be loaded")
