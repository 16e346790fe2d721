"""What a reader can write into the search box, wherever the site stands."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import OpenPage


@pytest.fixture
def page(visit: OpenPage, address: str) -> Page:
    return visit(address, "search.html")


def ask(page: Page, query: str) -> None:
    """Write a query and press Enter."""
    page.locator("#search").fill(query)
    page.keyboard.press("Enter")


def expect_count(page: Page, query: str, count: str) -> None:
    ask(page, query)
    expect(page).to_have_title(titled(query))
    expect(page.locator(".search-count"), query).to_have_text(count)


def titled(query: str) -> re.Pattern[str]:
    """Return the title of the page that shows what a query finds, as no earlier one does."""
    return re.compile(rf"^{re.escape(query.strip())} – ")


COUNTS = {
    "wheat barley": "30 stories",
    '"wheat and barley"': "30 stories",
    "wheat OR constitution": "31 stories",
    "okafor kenya": "3 stories",
    'person:"Amara Okafor"': "10 stories",
    "person:okafor country:kenya": "3 stories",
    "ministers -country:kenya": "22 stories",
    "org:grain-council after:2022": "10 stories",
    "source:harbour ministers": "15 stories",
    "title:round before:2020-02": "3 stories",
    "after:2020 before:2021 ministers": "10 stories",
    "ministers -country:kenya -country:chile": "15 stories",
    "minist*": "30 stories",
    "barlei~1": "30 stories",
    "AT&T": "1 story",
    "O'Neill": "1 story",
    "oneill": "1 story",
    "U.S.": "1 story",
    "US": "1 story",
    "2500": "1 story",
    "2,500": "1 story",
    "IT": "1 story",
    "会議": "1 story",
    "東京都": "1 story",
    "京": "1 story",
    "البرلمان": "1 story",
    "da nang": "1 story",
    "съемки": "1 story",
    "εκλογες": "1 story",
}
"""How many stories a query finds."""


def test_a_query_reads_as_it_is_written(page: Page) -> None:
    for query, count in COUNTS.items():
        expect_count(page, query, count)


def test_a_phrase_that_is_not_there_shows_its_words(page: Page) -> None:
    expect_count(page, '"barley and wheat"', "30 stories")
    expect(page.locator(".search-note")).to_contain_text("No story has these words side by side")


def test_without_all_words_those_with_some_are_shown(page: Page) -> None:
    expect_count(page, "constitution barly", "1 story")
    notes = page.locator(".search-note")
    expect(notes.filter(has_text="No story has all of these words")).to_be_visible()
    expect(notes.filter(has_text="No story has barly.")).to_contain_text("barley (30)")
    status = page.locator(".search-page [role=status]")
    expect(status).to_have_text(re.compile("1 story.*No story has barly.*No story has all"))


def test_a_query_that_is_a_name_leads_to_its_stories(page: Page) -> None:
    ask(page, "Chilean")
    note = page.locator(".search-note", has_text="Chilean is a name of")
    note.get_by_role("link").click()
    expect(page.locator(".search-count")).to_have_text("8 stories")
    expect(page.locator("#search")).to_have_value('country:"Chile"')


def test_slow_corrections_do_not_hold_the_result(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, "search.html")
    page.route("**/search/vocabulary-*.js", lambda _route: None)  # an answer that never comes
    page.clock.install()
    ask(page, "ministrs zeppelin")
    expect(page.locator(".search-count")).to_have_text("No stories")
    page.clock.run_for(1_000)  # longer than a search may take before the page says "Searching…"
    expect(page.locator(".search-count")).to_have_text("No stories")


def test_a_name_that_is_clearly_meant_is_searched_instead(page: Page) -> None:
    ask(page, "country:chili ministers")
    expect(page.locator(".search-note")).to_have_text("Searched Chile, because nothing has chili.")
    expect(page.locator(".search-count")).to_have_text("7 stories")


def test_a_word_that_is_clearly_meant_is_searched_instead(page: Page) -> None:
    ask(page, "ministrs")
    expect(page.locator(".search-note")).to_have_text(
        "Searched ministers, because nothing has ministrs; instead: ministrs."
    )
    expect(page.locator(".search-count")).to_have_text("30 stories")
    page.get_by_role("link", name="ministrs").click()
    expect(page.get_by_role("heading", name="No story matches")).to_be_visible()
    expect(page.locator("#search")).to_have_value('"ministrs"')


def test_a_name_of_several_headings_is_a_choice(page: Page) -> None:
    ask(page, "person:delegate")
    expect(page.locator(".search-note")).to_contain_text(
        re.compile("delegate fits several names: .+, 32 others; all of them are shown.")
    )
    expect(page.locator(".search-count")).to_have_text("1 story")
    page.locator(".search-note a").first.click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#search")).to_have_value("")


def test_a_filter_that_leaves_nothing_can_be_dropped(page: Page, address: str) -> None:
    page.goto(
        f"{address}search.html?q=ministers+before%3A2021&country=kenya&source=the-evening-ledger"
    )
    choices = page.locator(".search-choices li")
    expect(choices.first).to_be_visible()
    for choice in choices.all():
        assert re.search(r"^without .+: [1-9][0-9]* stor(y|ies)$", choice.inner_text())
    expected = choices.first.inner_text().rpartition(": ")[2]
    choices.first.get_by_role("link").click()
    expect(page.locator(".search-count")).to_have_text(expected)


REASONS = {
    "~": "The query has no word",
    "+": "The query has no word",
    "*": "The query has no word",
    '"': "The query has no word",
    "The Who": "Nearly every story has The and Who",
    "to be or not to be": "Nearly every story has to, be, or and not",
    "x" * 400: "Words of more than 64 letters",
    "title:": "title: needs a word",
    "after:soon": "after:soon was left out",
    "about:narnia": "This archive has no country called narnia",
    "zeppelin near narnia": "near was read as a word, not as NEAR",
    "60068": "No story matches 60068",
    "constructor": "No story matches constructor",
    "__proto__": "No story matches __proto__",
    "C++": "No story matches C++",
}
"""Why a query finds nothing."""


def test_what_finds_nothing_says_why(page: Page) -> None:
    for query, sentence in REASONS.items():
        ask(page, query)
        expect(page).to_have_title(titled(query))
        expect(page.locator(".search-state:not(.search-start)")).to_contain_text(sentence)


def test_ten_thousand_characters_are_answered(page: Page, address: str) -> None:
    note = page.locator(".search-note")
    page.goto(f"{address}search.html?q={'wheat+' * 1_700}")
    expect(note).to_contain_text("Only the beginning of this long query")
    expect(page.locator(".search-count")).to_have_text("30 stories")
    expect_count(page, "constitution " * 770, "1 story")
    expect(note).to_contain_text("Only the beginning of this long query")


def test_the_help_shows_queries_that_find_something(page: Page) -> None:
    links = page.locator(".search-start dt a")
    queries = links.all_inner_texts()
    assert len(queries) >= 10
    assert any("OR" in query for query in queries)
    for query in queries:
        ask(page, query)
        expect(page).to_have_title(titled(query))
        expect(page.locator(".search-count")).to_have_text(re.compile("stor(y|ies)$"))
        if not query.startswith("before:"):
            assert page.locator(".search-count").inner_text() != "No stories", query


def test_a_story_opened_from_a_result_marks_the_words(page: Page) -> None:
    ask(page, "wheat barley okafor")
    page.locator(".result-title a").first.click()
    marks = page.locator(".article-body mark")
    expect(marks.first).to_be_in_viewport()
    assert {text.lower() for text in marks.all_inner_texts()} == {
        "wheat",
        "barley",
        "amara okafor".split()[1],
    }
    expect(page.locator(".found-words")).to_contain_text("of your search marked")
    page.get_by_role("button", name="Remove the marks").click()
    expect(page.locator("mark")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("#"))


def test_random_text_never_breaks_the_page(page: Page) -> None:
    chance = random.Random(4)
    pieces = [
        '"',
        "-",
        "+",
        "~",
        "^",
        "*",
        ":",
        "\\",
        "(",
        ")",
        " OR ",
        " NOT ",
        "country:",
        "title:",
    ]
    pieces += [
        "wheat",
        "kenya",
        "京",
        "é",
        "😀",
        "\u2028",
        "<b>",
        "&amp;",
        "0",
        "2,500",
        "constructor",
    ]
    for _ in range(50):
        ask(page, "".join(chance.choices(pieces, k=chance.randint(1, 9))))
    expect_count(page, "wheat barley", "30 stories")
