"""Reading and browsing: every page kind at every width, in print, and without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESKTOP, OpenPage, Watch
from tests.browser.trial_articles import HOSTILE_TITLES
from tests.browser.trial_site import PAGE_KINDS

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
LOADED_FONTS_ARE = (
    "least => [...document.fonts].filter(font => font.status === 'loaded').length >= least"
)
SMALL_TARGETS = """() => {
  const small = [];
  const targets = "header a, header input, footer a, .tag, summary, button, select," +
    ".letter-nav a, .facet-choice, .more a, .parts a, .record-kind a, .record-search a," +
    ".period-nav a";
  for (const node of document.querySelectorAll(targets)) {
    if (!node.checkVisibility({ visibilityProperty: true })) continue;
    if (node.closest("body > a, .visually-hidden, .result-meta")) continue;
    const box = node.getBoundingClientRect();
    if (box.width <= 1 || box.height >= 43.5) continue;
    small.push(`${node.className || node.tagName} ${node.textContent.trim()}: ${box.height}`);
  }
  return small;
}"""


def test_pages_work_at_every_place_and_forbid_what_is_not_their_own(
    visit: OpenPage, every_address: str
) -> None:
    page = visit(every_address, PAGE_KINDS["home"])
    expect(page.locator("footer")).to_contain_text("44 stories")
    for path in PAGE_KINDS.values():
        page.goto(every_address + path)
        expect(page.locator("h1"), path).to_have_count(1)
        expect(page.locator("footer"), path).to_contain_text("Download the data")
        page.wait_for_function(LOADED_FONTS_ARE, arg=2)
        policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
        assert policy is not None, path
        assert policy.startswith("default-src 'self';frame-src 'none';media-src 'none'"), path
        assert "unsafe" not in policy, path
        # JSON in a script element is data, which no browser runs.
        inline = "[style], style, script:not([src], [type='application/json'])"
        assert page.locator(inline).count() == 0, path


def test_reflow_and_targets_on_a_phone(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, PAGE_KINDS["home"], **PHONE)
    for name, path in PAGE_KINDS.items():
        page.goto(root_address + path)
        if name == "search":
            expect(page.locator(".result").first).to_be_visible()
        assert (path, page.evaluate("document.documentElement.scrollWidth")) == (path, 320)
        assert (path, page.evaluate(SMALL_TARGETS)) == (path, [])


def test_one_long_word_widens_no_page(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, PAGE_KINDS["home"], **PHONE)
    for name in ("home", "article", "person", "country", "source", "year", "month", "sources"):
        page.goto(root_address + PAGE_KINDS[name])
        texts = page.locator("h1, h3 a, article > ul a, .stories bdi")
        assert texts.count() > 0
        texts.evaluate_all("nodes => nodes.forEach(node => { node.textContent = 'x'.repeat(150) })")
        assert (name, page.evaluate("document.documentElement.scrollWidth")) == (name, 320)


def test_lines_break_where_a_reader_expects_it(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, PAGE_KINDS["search-start"], **PHONE)
    parts = page.locator(".search-help .query-part")
    assert parts.filter(has_text="-country:").count() == 1
    assert set(parts.evaluate_all("nodes => nodes.map(n => n.getClientRects().length)")) == {1}


@pytest.mark.parametrize("name", ["article", "home", "search"])
def test_at_most_two_font_files(name: str, open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, PAGE_KINDS[name])
    page.wait_for_function(LOADED_FONTS_ARE, arg=2)
    fonts = "performance.getEntriesByType('resource').filter(e => e.name.endsWith('.woff2'))"
    # A browser lists what it has loaded a little after it uses it.
    page.wait_for_function(f"() => {fonts}.length >= 2")
    assert page.evaluate(f"{fonts}.length") == 2


def test_accents_have_a_font_file_of_their_own(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, PAGE_KINDS["home"])
    font = "16px 'Source Serif 4 Variable'"
    page.wait_for_function("font => document.fonts.check(font, 'E')", arg=font)
    assert not page.evaluate("font => document.fonts.check(font, 'É')", font)
    assert (
        page.evaluate("font => document.fonts.load(font, 'É').then(faces => faces.length)", font)
        == 1
    )


@pytest.mark.parametrize("name", ["article", "home", "person"])
def test_the_web_fonts_move_nothing(
    name: str, open_page: OpenPage, root_address: str, watches: list[Watch]
) -> None:
    page = open_page(root_address, "404.html", viewport=DESKTOP)
    watches[0].expected = ("net::ERR_FAILED",)
    height = "document.documentElement.scrollHeight"
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(root_address + PAGE_KINDS[name])
    without_fonts = page.evaluate(height)
    page.unroute("**/*.woff2")
    page.goto(root_address + PAGE_KINDS[name])
    page.wait_for_function(LOADED_FONTS_ARE, arg=2)
    assert without_fonts == pytest.approx(page.evaluate(height), rel=0.04)


def test_a_tag_lights_up_its_mentions(visit: OpenPage, address: str) -> None:
    page = visit(address, PAGE_KINDS["article"])
    tag = page.locator(".index-card ul a", has_text="Amara Okafor")
    tag.hover()
    lit = page.locator(".article-body a.is-lit")
    expect(lit).to_have_count(2)
    assert set(lit.all_inner_texts()) == {"Amara Okafor", "Okafor"}
    page.mouse.move(5, 5)
    expect(lit).to_have_count(0)
    tag.focus()
    expect(lit).to_have_count(2)


def test_why_shows_the_evidence(open_page: OpenPage, address: str) -> None:
    page = open_page(address, PAGE_KINDS["article"], java_script_enabled=False)
    entry = page.locator(".index-card ul > li:has(a[href*='people/'])")
    entry.locator("summary").click()
    expect(entry).to_contain_text("Amara Okafor 2")
    expect(entry).to_contain_text("surname, once")
    entry.get_by_role("link", name="paragraph 1").click()
    expect(page.locator("p:target")).to_contain_text("received the ministers")


def test_why_leads_to_the_sentence_that_says_it_alone(open_page: OpenPage, address: str) -> None:
    page = open_page(address, PAGE_KINDS["article"], java_script_enabled=False)
    page.locator(".index-card ul > li:not(:has(details))").get_by_role(
        "link", name="why"
    ).first.click()
    expect(page.locator("p:target")).to_be_visible()


def test_every_why_quotes_its_sentence(visit: OpenPage, address: str) -> None:
    page = visit(address, PAGE_KINDS["article"])
    for entry in page.locator(".index-card ul > li").all():
        entry.locator("summary").click()
        expect(entry.locator("blockquote")).to_have_text(re.compile("[a-z].*[.]$"))
    person = page.locator(".index-card ul > li:has(a[href*='people/'])")
    expect(person.locator("blockquote")).to_contain_text("received the ministers")


def test_forty_tags_are_all_there(visit: OpenPage, root_address: str) -> None:
    page = visit(root_address, PAGE_KINDS["longest"])
    expect(page.locator(".index-card ul a[href*='person=']")).to_have_count(40)
    page.get_by_text("28 more people").click()
    expect(page.get_by_role("link", name="Delegate Dan Pine").last).to_be_visible()


def test_right_to_left_text_runs_right_to_left(visit: OpenPage, root_address: str) -> None:
    page = visit(root_address, PAGE_KINDS["arabic"])
    for selector in ("article > h1", ".article-body"):
        node = page.locator(selector)
        assert node.evaluate("node => getComputedStyle(node).direction") == "rtl"
    expect(page.locator(".article-body")).to_have_attribute("lang", "ar")


def test_print_is_ink_on_white(open_page: OpenPage, root_address: str) -> None:
    page = open_page(root_address, PAGE_KINDS["article"], color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    expect(page.locator("body > header nav")).to_be_hidden()
    expect(page.locator("[role=search]")).to_be_hidden()
    expect(page.locator(".print-address")).to_have_text(root_address + PAGE_KINDS["article"])


def test_the_skip_link_leads_to_the_content(visit: OpenPage, address: str) -> None:
    page = visit(address, PAGE_KINDS["person"])
    page.keyboard.press("Tab")
    expect(page.locator("body > a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


@pytest.mark.parametrize("title", HOSTILE_TITLES)
def test_hostile_titles_are_only_text(title: str, visit: OpenPage, address: str) -> None:
    page = visit(address, "search.html?q=hostile")
    result = page.locator(".result-title a", has_text=title.split("\u2028")[0].strip())
    expect(result).to_have_count(1)
    page.locator("#search").fill(title)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("q=hostile"))
    page.goto(f"{address}search.html?q=hostile")
    result.click()
    expect(page.locator("article > h1")).to_contain_text(title.split("\u2028")[0].strip())
    assert page.evaluate("document.body.dataset.broken") is None
    expect(page.locator("article")).to_be_visible()
    for tag in page.locator(".index-card .tag").all():
        assert tag.evaluate("node => node.querySelector('b, i, img, script') === null")
