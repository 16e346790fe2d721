"""The words of a search, marked in the story that its result led to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage
from tests.browser.trial_articles import LONGEST_TITLE, trial_articles

STORY = "articles/ministers-meet-over-harvest-prices-round-1.html"
LONG_TITLED = next(
    f"articles/{article.slug}.html"
    for article in trial_articles()
    if article.title == LONGEST_TITLE
)
TEXT_NODES = """() => {
  const article = document.querySelector("article");
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}"""


@pytest.fixture
def story(open_page: OpenPage, root_address: str) -> Page:
    return open_page(root_address, STORY)


def marked(open_page: OpenPage, root_address: str, terms: str) -> Page:
    page = open_page(root_address, f"{STORY}?from=list#found={terms}")
    expect(page.locator(".found-words")).to_be_visible()
    return page


def test_the_marks_are_counted_and_taken_away_whole(
    open_page: OpenPage, root_address: str, story: Page
) -> None:
    page = marked(open_page, root_address, "minist+wheat")
    marks = page.locator("article mark")
    assert {text.lower() for text in marks.all_inner_texts()} >= {"ministers", "wheat"}
    expect(page.locator(".found-words")).to_contain_text(
        f"{marks.count()} words of your search marked."
    )
    page.get_by_role("button", name="Remove the marks").click()
    expect(page.locator(".found-words, mark")).to_have_count(0)
    expect(page).to_have_url(f"{root_address}{STORY}?from=list")
    assert page.evaluate(TEXT_NODES) == story.evaluate(TEXT_NODES)
    assert page.locator("article").inner_text() == story.locator("article").inner_text()


def test_one_mark_is_a_word_and_a_word_of_the_headline_is_gone_to(
    open_page: OpenPage, root_address: str
) -> None:
    page = open_page(root_address, f"{LONG_TITLED}#found=evacu")
    expect(page.locator("article > h1 mark")).to_be_in_viewport()
    expect(page.locator(".found-words")).to_contain_text("1 word of your search marked.")


def test_a_word_that_the_story_lacks_marks_nothing(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, f"{STORY}#found=zeppelin")  # waits for what the page loads
    expect(page.locator(".found-words, mark")).to_have_count(0)
    assert page.url.endswith("#found=zeppelin")
