"""Filters of the search page: leaving out, countries a story is about, long lists, dates."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from tests.browser.conftest import PHONE, OpenPage


@pytest.fixture
def page(visit: OpenPage, address: str) -> Page:
    return visit(address, "search.html?q=barley")


def _group(page: Page, heading: str) -> Locator:
    return page.locator("fieldset.facet", has=page.locator("legend", has_text=heading))


def test_a_value_is_left_out_and_taken_back(page: Page) -> None:
    button = _group(page, "Sources").get_by_role("button", name="Leave out Harbour Post")
    button.click()
    expect(page.locator(".search-count")).to_have_text("15 stories")
    expect(page.locator(".chips")).to_contain_text("not Harbour Post")
    expect(page).to_have_url(re.compile("source=-harbour-post"))
    expect(button).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page.locator(".search-count")).to_have_text("30 stories")
    page.go_forward()
    page.locator(".chip", has_text="not Harbour Post").click()
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_choosing_what_is_left_out_turns_it_round(page: Page) -> None:
    _group(page, "Sources").get_by_role("button", name="Leave out Harbour Post").click()
    _group(page, "Sources").get_by_role("checkbox", name=re.compile("Harbour Post")).check()
    expect(page.locator(".search-count")).to_have_text("15 stories")
    expect(page.locator(".chip")).to_have_count(1)
    expect(page).to_have_url(re.compile("&source=harbour-post$"))


def test_countries_are_chosen_by_what_stories_are_about(page: Page) -> None:
    _group(page, "what it is about").get_by_role("checkbox", name=re.compile("Kenya")).check()
    expect(page.locator(".chips")).to_contain_text("about")
    expect(page.locator(".search-count")).to_have_text("8 stories")
    expect(page).to_have_url(re.compile("about=kenya"))


def test_any_or_all_of_the_ticked_can_be_asked_for(page: Page) -> None:
    people = _group(page, "People")
    people.get_by_role("checkbox", name=re.compile("Amara Okafor")).check()
    expect(page.locator(".search-count")).to_have_text("10 stories")
    beatriz = people.locator(".facet-choice", has_text="Beatriz Moreno")
    expect(beatriz).to_contain_text("+10 stories")
    beatriz.locator("input").check()
    expect(page.locator(".search-count")).to_have_text("20 stories")
    people.get_by_label("all of them").check()
    expect(page.locator(".search-state")).to_be_visible()
    expect(page).to_have_url(re.compile("&person=amara-okafor&person=beatriz-moreno&all=person$"))
    page.go_back()
    expect(page.locator(".search-count")).to_have_text("20 stories")


def test_bylines_are_filters_in_the_list_and_in_the_query(
    visit: OpenPage, root_address: str
) -> None:
    page = visit(root_address, 'search.html?q=author:"long byline"')
    expect(page.locator(".search-count")).to_have_text("1 story")
    bylines = _group(page, "Bylines")
    bylines.get_by_role("checkbox", name=re.compile("Two Colleagues")).check()
    expect(page.locator(".chips")).to_contain_text("Two Colleagues")
    expect(page.locator(".search-count")).to_have_text("1 story")


def test_a_long_list_has_a_field_to_find_a_value(visit: OpenPage, address: str) -> None:
    page = visit(address, "search.html?q=chamber")
    people = _group(page, "People")
    finder = people.get_by_role("searchbox")
    finder.press_sequentially("cedar")
    expect(people.locator(".facet-name").first).to_contain_text("Cedar")
    expect(finder).to_be_focused()
    expect(finder).to_have_value("cedar")
    expect(people.locator(".facet-name").filter(has_not_text="Cedar")).to_have_count(0)
    expect(people.locator(".facet-name").first).to_be_visible()


def test_writing_inside_what_was_sought_stays_there(visit: OpenPage, address: str) -> None:
    page = visit(address, "search.html?q=chamber")
    finder = _group(page, "People").get_by_role("searchbox")
    finder.fill("car")
    finder.press("Home")
    finder.press("ArrowRight")
    finder.press_sequentially("ed")
    expect(finder).to_have_value("cedar")
    expect(_group(page, "People").locator(".facet-choice").first).to_contain_text("Cedar")


def test_more_of_a_list_is_shown_from_where_it_ended(visit: OpenPage, address: str) -> None:
    page = visit(address, "search.html?q=chamber")
    boxes = _group(page, "People").get_by_role("checkbox")
    expect(boxes).to_have_count(8)
    _group(page, "People").get_by_role("button", name="Show 32 more people").click()
    expect(boxes).to_have_count(40)
    expect(boxes.nth(8)).to_be_focused()
    expect(_group(page, "People").locator(".facet-more")).to_have_count(0)


def test_a_list_without_the_value_says_so(visit: OpenPage, address: str) -> None:
    page = visit(address, "search.html?q=chamber")
    people = _group(page, "People")
    people.get_by_role("searchbox").fill("zeppelin")
    expect(people).to_contain_text("No name in this list matches")
    expect(people.locator(".facet-choice")).to_have_count(0)


def test_fields_and_query_tell_the_same_dates(page: Page) -> None:
    page.get_by_label("From").fill("2021")
    page.get_by_label("From").press("Enter")
    expect(page.locator("#search")).to_have_value("barley after:2021")
    expect(page.locator(".search-count")).to_have_text("20 stories")
    page.get_by_label("Before").fill("2022-01")
    page.get_by_label("Before").press("Tab")
    expect(page.locator("#search")).to_have_value("barley after:2021 before:2022-01")
    expect(page.locator(".search-count")).to_have_text("10 stories")
    expect(page.locator(".date-chart rect:not(.is-out)").first).to_be_attached()
    page.get_by_label("Before").fill("2021-03")
    page.get_by_label("Before").press("Tab")
    expect(page.locator(".date-chart rect")).to_have_count(59)  # days
    page.get_by_role("button", name="All dates").click()
    expect(page.locator("#search")).to_have_value("barley")
    expect(page.locator(".search-count")).to_have_text("30 stories")


def test_a_date_typed_before_the_filters_are_there_stays(
    visit: OpenPage, root_address: str
) -> None:
    page = visit(root_address, "search.html")
    held: list[Route] = []
    page.route("**/search/facets-*", lambda route: held.append(route))
    with page.expect_request("**/search/facets-*"):
        page.locator("#search").fill("barley")
    expect(page.locator(".search-count")).to_have_text("30 stories")
    page.get_by_label("From").fill("2021")
    held[0].continue_()
    expect(page.locator(".date-chart rect").first).to_be_attached()
    expect(page.get_by_label("From")).to_have_value("2021")


def test_dragging_across_the_chart_chooses_dates(page: Page) -> None:
    chart = page.locator(".date-chart")
    expect(chart.locator("rect").first).to_be_attached()
    box = chart.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 3, middle, steps=4)
    page.mouse.up()
    expect(page.locator("#search")).to_have_value(
        re.compile(r"^barley after:2020-01 before:202[01]-[0-9]{2}$")
    )
    expect(page.locator(".search-count")).to_have_text(re.compile(r"^(9|1[0-3]) stories$"))


def test_only_the_main_button_drags(page: Page) -> None:
    chart = page.locator(".date-chart")
    expect(chart.locator("rect").first).to_be_attached()
    chart.click(button="right", position={"x": 20, "y": 10})
    chart.hover(position={"x": 200, "y": 10})
    assert chart.locator("rect.is-out").count() == 0
    expect(page.locator("#search")).to_have_value("barley")


def test_a_finger_drags_across_the_chart(open_page: OpenPage, address: str) -> None:
    page = open_page(address, "search.html?q=barley", **PHONE)
    page.get_by_role("button", name="Filters").tap()
    chart = page.get_by_role("dialog", name="Filters").locator(".date-chart")
    expect(chart.locator("rect").first).to_be_attached()
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    touch = page.context.new_cdp_session(page)
    for kind, share in (("touchStart", 0.01), ("touchMove", 0.2), ("touchMove", 0.33)):
        point = {"x": box["x"] + box["width"] * share, "y": box["y"] + box["height"] / 2}
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("#search")).to_have_value(
        re.compile(r"^barley after:2020-01 before:202[01]-[0-9]{2}$")
    )


def test_a_phone_offers_a_keyboard_with_a_hyphen(page: Page) -> None:
    assert page.get_by_label("From").get_attribute("inputmode") is None


def test_a_date_that_is_none_is_not_searched(page: Page) -> None:
    page.get_by_label("From").fill("soon")
    page.get_by_label("From").press("Tab")
    expect(page.locator("#search")).to_have_value("barley")
    assert not page.get_by_label("From").evaluate("field => field.checkValidity()")
