"""The search page, wherever the site stands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import PHONE, OpenPage, Watch


@pytest.fixture
def page(visit: OpenPage, address: str) -> Page:
    return visit(address, "search.html")


LONG_PAUSE = 1_000
"""Milliseconds by the page's own clock; it takes shorter ones for the end of typing."""

CHOICE = ".facet-choice:not([for^='facet-about'])"
"""A choice of a filter; that of the countries a story is about is tried elsewhere."""


ANSWER = ".result, .search-state:not(.search-start)"
"""What a finished search shows: stories, or why there are none."""


def titles(page: Page) -> list[str]:
    return page.locator(".result-title").all_inner_texts()


def search_for(page: Page, query: str) -> None:
    page.locator("#search").fill(query)
    expect(page.locator(".result").first).to_be_visible()


def choose(page: Page, name: str) -> None:
    page.locator(CHOICE, has_text=name).locator("input").click()


def expect_parameters(page: Page, parameters: str) -> None:
    expect(page).to_have_url(re.compile(rf"\?{re.escape(parameters)}$"))


def test_results_from_the_second_character(open_page: OpenPage, address: str) -> None:
    page = open_page(address, "search.html")
    searched: list[str] = []
    page.on("framenavigated", lambda frame: searched.append(frame.url.partition("?")[2]))
    page.clock.install()
    box = page.locator("#search")
    box.press_sequentially("m")
    page.clock.run_for(LONG_PAUSE)
    box.press_sequentially("i")
    expect(page.locator(".result")).to_have_count(10)
    expect(page.locator(".search-count")).to_have_text("30 stories")
    expect(page).to_have_url(re.compile(r"q=mi$"))
    assert searched == ["q=mi"]


def test_a_result_shows_what_it_is(page: Page) -> None:
    search_for(page, "+okafor +25")
    first = page.locator(".result").first
    expect(first.locator(".result-meta")).to_contain_text("25 January 2020")
    expect(first.locator(".result-meta")).to_contain_text("Harbour Post")
    expect(first.locator(".result-snippet mark").first).to_be_visible()
    expect(first.locator(".result-tags .tag-name").first).to_have_text("Amara Okafor")
    assert first.locator(".result-tags mark").first.inner_text() == "Okafor"


def test_filters_have_exact_counts_and_combine(page: Page) -> None:
    search_for(page, "ministers")
    kenya = page.locator(CHOICE, has_text="Kenya")
    expected = kenya.locator(".facet-count").evaluate("node => node.firstChild.data")
    choose(page, "Kenya")
    expect(page.locator(".search-count")).to_have_text(f"{expected} stories")
    choose(page, "Sweden")
    expect(page.locator(".search-count")).to_have_text("16 stories")
    choose(page, "Amara Okafor")
    both = page.locator(".facet-choice", has_text="Amara Okafor").locator(".facet-count")
    number = both.evaluate("node => node.firstChild.data")
    expect(page.locator(".search-count")).to_have_text(f"{number} stories")
    expect_parameters(page, "q=ministers&person=amara-okafor&country=kenya&country=sweden")
    expect(page.locator(".chip")).to_have_count(4)
    page.locator(".chip", has_text="Kenya").click()
    expect(page.locator(".chip")).to_have_count(3)
    expect_parameters(page, "q=ministers&person=amara-okafor&country=sweden")
    page.locator(".chip", has_text="Clear all").click()
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_counts_equal_results_for_every_choice(page: Page) -> None:
    search_for(page, "harvest")
    expect(page.locator(".facet input[type=checkbox]").first).to_be_visible()
    for box in page.locator(".facet input[type=checkbox]").all():
        name = box.get_attribute("id")
        choice = page.locator(f"#{name}")
        label = page.locator(f"label[for='{name}'] .facet-count")
        number = int(label.evaluate("node => node.firstChild.data"))
        choice.click()
        word = "story" if number == 1 else "stories"
        expect(page.locator(".search-count")).to_have_text(f"{number} {word}")
        choice.click()
        expect(page.locator(".search-count")).to_have_text("30 stories")


def test_focus_stays_on_the_choice(page: Page) -> None:
    search_for(page, "ministers")
    page.locator("#facet-country-chile").focus()
    page.keyboard.press("Space")
    expect(page.locator(".search-count")).to_have_text("7 stories")
    expect(page.locator("#facet-country-chile")).to_be_focused()


def test_sort_by_date(page: Page) -> None:
    search_for(page, "round OR 5")
    assert "round 5" in titles(page)[0]
    page.get_by_label("Sort by").select_option("newest first")
    expect(page).to_have_url(re.compile("sort=date"))
    expect(page.locator(".result-meta time").first).to_have_attribute("datetime", "2022-12-24")
    dates = page.locator(".result-meta time").evaluate_all("all => all.map(e => e.dateTime)")
    assert dates == sorted(dates, reverse=True)
    page.get_by_label("Sort by").select_option("oldest first")
    expect(page).to_have_url(re.compile("sort=oldest"))
    expect(page.locator(".result-meta time").first).not_to_have_attribute("datetime", "2022-12-24")
    dates = page.locator(".result-meta time").evaluate_all("all => all.map(e => e.dateTime)")
    assert dates == sorted(dates)


def test_back_forward_and_reload_restore_everything(page: Page) -> None:
    search_for(page, "ministers")
    page.keyboard.press("Enter")
    choose(page, "Kenya")
    expect(page.locator(".search-count")).to_have_text("8 stories")
    page.get_by_label("Sort by").select_option("date")
    expect(page).to_have_url(re.compile(r"q=ministers&country=kenya&sort=date$"))
    before = titles(page)
    page.reload()
    expect(page.locator(".search-count")).to_have_text("8 stories")
    assert titles(page) == before
    expect(page.locator("#search")).to_have_value("ministers")
    expect(page.locator("#facet-country-kenya")).to_be_checked()
    expect(page.get_by_label("Sort by")).to_have_value("date")
    page.go_back()
    expect(page.get_by_label("Sort by")).to_have_value("relevance")
    page.go_back()
    expect(page.locator(".search-count")).to_have_text("30 stories")
    expect(page.locator(".chip")).to_have_count(0)
    page.go_forward()
    expect(page.locator(".search-count")).to_have_text("8 stories")


def test_back_from_a_story_returns_to_the_result(page: Page) -> None:
    search_for(page, "ministers")
    page.get_by_role("button", name="Show 20 more").click()
    expect(page.locator(".result")).to_have_count(30)
    page.locator(".result-title a").nth(25).click()
    expect(page.locator("article > h1")).to_be_visible()
    page.go_back()
    expect(page.locator("#search")).to_have_value("ministers")
    expect(page.locator(".result")).to_have_count(30)
    page.wait_for_function("() => scrollY > 500")


def test_typing_leaves_one_entry_and_keeps_the_search_before(page: Page) -> None:
    search_for(page, "barley")
    page.keyboard.press("Enter")
    box = page.locator("#search")
    box.fill("barley w")
    expect(page).to_have_url(re.compile(r"q=barley\+w$"))
    box.fill("barley wheat")
    expect(page).to_have_url(re.compile(r"q=barley\+wheat$"))
    page.keyboard.press("Enter")
    page.go_back()
    expect(box).to_have_value("barley")


def test_a_search_that_another_overtakes_is_an_entry_as_well(page: Page) -> None:
    search_for(page, "ministers")
    page.evaluate("""() => {
      const form = document.querySelector("form[role=search]");
      for (const query of ["barley", "wheat"]) {
        form.q.value = query;
        form.requestSubmit();
      }
    }""")
    expect(page).to_have_url(re.compile(r"q=wheat$"))
    expect(page).to_have_title(re.compile("^wheat"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"q=barley$"))
    expect(page.locator("#search")).to_have_value("barley")
    expect(page).to_have_title(re.compile("^barley"))


def test_show_more_moves_the_focus_on(page: Page) -> None:
    search_for(page, "ministers")
    more = page.get_by_role("button", name="Show 20 more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_have_count(30)
    expect(page.locator(".result-title a").nth(10)).to_be_focused()
    expect(more).to_have_count(0)


def test_keyboard_from_slash_to_enter(page: Page) -> None:
    page.locator("#content").focus()
    page.keyboard.press("/")
    box = page.locator("#search")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.type("constitution")
    expect(page.locator(".result")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "false")  # else the arrow chooses a word
    page.keyboard.press("ArrowDown")
    link = page.locator(".result-title a").first
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("article > h1")).to_contain_text("Parliament votes")


def test_keys_in_the_box_and_on_the_chips(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=ministers&country=chile&country=kenya&country=sweden")
    expect(page.locator(".chip")).to_have_count(4)
    box = page.locator("#search")
    box.press("Escape")
    expect(box).to_have_value("ministers")
    page.locator(".chip").nth(1).press("Enter")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator(".chip").nth(1)).to_be_focused()
    box.fill("")
    box.press("Backspace")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".chip")).to_contain_text("Chile")
    page.locator(".chip").press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    expect(box).to_be_focused()


def test_a_link_leads_to_the_filters(page: Page) -> None:
    search_for(page, "ministers")
    page.get_by_role("link", name="Skip to the filters").press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('#filters') !== null")
    assert focused


def test_found_words_are_seen_in_forced_colours(visit: OpenPage, root_address: str) -> None:
    page = visit(root_address, "search.html?q=ministers")
    page.emulate_media(forced_colors="active")
    mark = page.locator(".result-snippet mark").first
    colours = "e => [e, e.parentElement].map(n => getComputedStyle(n).backgroundColor)"
    ground, around = mark.evaluate(colours)
    assert ground != around
    page.emulate_media(forced_colors="null")


def test_the_count_is_announced(page: Page) -> None:
    search_for(page, "ministers")
    expect(page.locator(".search-page [role=status]")).to_have_text("30 stories")
    choose(page, "Chile")
    expect(page.locator(".search-page [role=status]")).to_have_text("7 stories")


def test_filters_without_a_query(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?person=amara-okafor")
    expect(page.locator(".search-count")).to_have_text("10 stories")
    dates = page.locator(".result-meta time").evaluate_all("all => all.map(e => e.dateTime)")
    assert dates == sorted(dates, reverse=True)


def test_filters_that_no_story_passes(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?person=amara-okafor&year=1900")
    expect(page.get_by_role("heading", name="No story passes these filters")).to_be_visible()
    expect(page.locator(".search-bar")).to_be_hidden()


def test_nothing_found_says_what_to_do(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=ministrs+zeppelin&country=kenya")
    expect(page.get_by_role("heading", name="No story matches")).to_be_visible()
    expect(page.locator(".search-corrections")).to_contain_text(
        "No story has ministrs. The nearest words: ministers (30)."
    )
    announced = page.locator(".search-page [role=status]")
    expect(announced).to_contain_text("No story has ministrs. The nearest words: ministers (30).")
    page.get_by_role("link", name="ministers").click()
    expect(page.locator(".search-count")).to_have_text("8 stories")


def test_no_text_is_an_error(page: Page) -> None:
    for query in ("php:", "a^", "~", "+", "title:", "(barley", "-", ":::", "*", "*a*b*c*"):
        page.locator("#search").fill(query)
        page.keyboard.press("Enter")
        expect(page).to_have_title(re.compile(f"^{re.escape(query)} "))
        expect(page.locator(ANSWER).first).to_be_visible()
        expect(page.get_by_role("heading", name="did not load")).to_have_count(0)
        assert page.locator(".search-count").inner_text() != "Search failed"


def test_a_field_that_is_none_is_searched_as_a_word(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=price:barley^")
    expect(page.locator(".search-note")).to_contain_text("price: is not a field")
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_the_beginning_of_a_word_is_widened_on_enter(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=barle")
    expect(page.locator(".search-note")).to_contain_text("begin with your last word")
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_a_failed_load_can_be_tried_again(
    visit: OpenPage, root_address: str, watches: list[Watch]
) -> None:
    page = visit(root_address, "search.html")
    watches[0].expected = ("search failed", "no suggestions", "net::ERR_FAILED")
    page.route("**/search/*.js", lambda route: route.abort())
    page.locator("#search").fill("ministers")
    expect(page.get_by_role("heading", name="did not load")).to_be_visible()
    page.unroute("**/search/*.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_the_sheet_on_a_phone(open_page: OpenPage, address: str) -> None:
    page = open_page(address, "search.html?q=ministers", **PHONE)
    expect(page.locator(".facet-choice").first).to_be_hidden()
    page.get_by_role("button", name="Filters").tap()
    sheet = page.get_by_role("dialog", name="Filters")
    sheet.locator(CHOICE, has_text="Chile").tap()
    show = sheet.get_by_role("button", name="Show 7 stories")
    expect(show).to_be_visible()
    show.tap()
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("button", name="Filters (1)")).to_be_focused()
    expect(page.locator(".result")).to_have_count(7)
    page.get_by_role("button", name="Filters (1)").tap()
    sheet.locator(CHOICE, has_text="Kenya").tap()
    expect(sheet.get_by_role("button", name="Show 15 stories")).to_be_visible()
    page.go_back()
    expect(sheet).to_be_hidden()
    expect(page.locator(".search-count")).to_have_text("15 stories")
    expect(page).to_have_url(re.compile("country=chile&country=kenya$"))
    page.go_back()
    expect(page.locator(".search-count")).to_have_text("7 stories")
    page.get_by_role("button", name="Filters (1)").tap()
    page.evaluate("addEventListener('popstate', () => { document.title = 'taken back'; })")
    sheet.get_by_role("button", name="Close").tap()
    expect(page).to_have_title("taken back")  # the entry that would have closed the sheet
    page.go_back()
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_versions_of_one_story_are_one_result(page: Page) -> None:
    search_for(page, "ferry islands")
    expect(page.locator(".search-count")).to_have_text("2 stories")
    expect(page.locator(".result-list > .result")).to_have_count(1)
    expect(page.locator(".result-tags")).to_have_count(0)
    button = page.get_by_role("button", name="and 1 other version")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".result-versions-list .result-meta")).to_have_count(1)
    sources = page.locator(".result-list .result-meta").all_inner_texts()
    assert sorted(source.partition(" · ")[2] for source in sources) == [
        "Harbour Post",
        "The Evening Ledger",
    ]
    button.click()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".result")).to_have_count(1)
    page.get_by_label("Each version").check()
    expect(page).to_have_url(re.compile("versions=each$"))
    expect(page.locator(".result-list > .result")).to_have_count(2)
    page.get_by_label("Each version").uncheck()
    expect(page.locator(".result-list > .result")).to_have_count(1)
    page.get_by_label("Sort by").select_option("newest first")
    expect(page.locator(".result-list > .result")).to_have_count(2)
    expect(page.get_by_label("Each version")).to_be_hidden()


def test_results_that_are_drawn_again_keep_the_focus(page: Page) -> None:
    search_for(page, "ministers")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".result-title a").nth(1)
    expect(second).to_be_focused()
    page.locator(".result-list").evaluate("list => { list.dataset.drawn = 'before'; }")
    page.locator("#search").dispatch_event("input")
    expect(page.locator(".result-list:not([data-drawn])")).to_be_visible()
    expect(second).to_be_focused()
