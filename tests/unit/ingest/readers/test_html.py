from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from cuttings.article.article import Certainty
from cuttings.article.markup import render_html
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.html.page import MOST_CHARACTERS, MOST_ELEMENTS
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import feed, html

Read = Callable[..., Draft]

LEAD = (
    "The gates of the wall opened on Thursday evening, and thousands of people from the eastern "
    "half of the city walked through them."
)
MORE = "The government had said a few hours before that anyone could apply for a journey abroad."


def page(body: str, head: str = "<title>Wall falls</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


def test_repeated_paragraphs_stay(read: Read) -> None:
    draft = read(page(f"<p>{LEAD}</p><p>{LEAD}</p><p>{MORE}</p>"), "a.html")
    assert draft.body == f"{LEAD}\n\n{LEAD}\n\n{MORE}"


def test_text_that_markdown_would_read_as_markup_shows_as_it_stands(read: Read) -> None:
    line = "2016. november *star* _line_ [a](b) `code` &lt;b&gt; &amp;amp; # 1"
    draft = read(page(f"<p>{line}</p><p>{LEAD}</p><p>{MORE}</p>"), "a.html")
    assert f"<p>{line}</p>" in render_html(draft.body)


def test_scripts_forms_and_handlers_do_not_survive(read: Read) -> None:
    draft = read(
        page(
            f'<p onclick="steal()">{LEAD}</p><script>steal()</script><form><input></form>'
            f'<p>{MORE} <a href="javascript:steal()">here</a><img src="https://e.org/1.gif" '
            'width="1" height="1" alt="steal"></p><iframe src="https://e.org"></iframe>'
        ),
        "a.html",
    )
    assert draft.body == f"{LEAD}\n\n{MORE} here"


def _figure(attributes: str) -> str:
    caption = "<figcaption>Seen by a photographer at night.</figcaption>"
    return f'<figure><img alt="The gate" {attributes}>{caption}</figure>'


def test_an_image_without_a_caption_is_not_text_of_the_story(read: Read) -> None:
    draft = read(page(f'<p>{LEAD}</p><img src="/gate.jpg" alt="The gate"><p>{MORE}</p>'), "a.html")
    assert draft.body == f"{LEAD}\n\n{MORE}"


def test_the_caption_of_an_image_is_a_link_to_it(read: Read) -> None:
    head = '<title>Wall falls</title><link rel="canonical" href="https://planet.example/a/b">'
    image = _figure('src="../gate.jpg"')
    draft = read(page(f"<p>{LEAD}</p>{image}<p>{MORE}</p>", head), "a.html")
    link = "[Seen by a photographer at night.](https://planet.example/gate.jpg)"
    assert draft.body == f"{LEAD}\n\n{link}\n\n{MORE}"
    assert "<img" not in render_html(draft.body)


@pytest.mark.parametrize("width", ["\u00b2", "9" * 5000, "100%"])
def test_an_image_may_have_any_width(read: Read, width: str) -> None:
    image = _figure(f'src="https://e.org/1.jpg" width="{width}"')
    draft = read(page(f"<p>{LEAD}</p>{image}<p>{MORE}</p>"), "a.html")
    assert "](https://e.org/1.jpg)" in draft.body


def test_a_caption_that_repeats_the_alternative_text_is_the_link(read: Read) -> None:
    draft = read(
        page(
            f'<p>{LEAD}</p><img src="https://e.org/g.jpg" alt="The Brandenburg gate at night">'
            f"<p>The Brandenburg gate, seen at night from the western side of the wall.</p>"
            f"<p>{MORE}</p>"
        ),
        "a.html",
    )
    assert draft.body.count("Brandenburg") == 1
    assert "(https://e.org/g.jpg)" in draft.body


def test_a_page_without_a_headline_gets_one(read: Read) -> None:
    draft = read(page(f"<p>{LEAD}</p><p>{MORE}</p>", head=""), "a.html")
    assert draft.titled is Certainty.INFERRED
    assert draft.title == "The gates of the wall opened on Thursday evening"


def test_a_file_without_any_tag_is_read_as_text(read: Read) -> None:
    assert read(f"Wall falls\n\n{LEAD}", "a.html").body == LEAD


def test_the_character_set_of_a_page_is_its_own(read: Read) -> None:
    source = page(
        f"<p>{LEAD} Москва.</p><p>{MORE}</p>", '<meta charset="koi8-r"><title>Стена</title>'
    )
    draft = read(source.encode("koi8-r"), "a.html")
    assert draft.title == "Стена"
    assert "Москва" in draft.body


def test_other_stories_beside_the_text_are_left_out(read: Read) -> None:
    teaser = "<div><div><div><p>Something else happened in another city.</p></div></div></div>"
    draft = read(page(f"<div><p>{LEAD}</p><p>{MORE}</p></div><div>{teaser}</div>"), "a.html")
    assert draft.body == f"{LEAD}\n\n{MORE}"


def test_a_short_page_keeps_its_blocks_apart(read: Read) -> None:
    draft = read(page("<h1>Wall falls</h1><p>It fell on Thursday.</p><p>It is gone.</p>"), "a.html")
    assert (draft.title, draft.body) == ("Wall falls", "It fell on Thursday.\n\nIt is gone.")


def test_a_part_of_a_page_is_read(read: Read) -> None:
    assert read(f"<p>{LEAD}</p>", "a.html").body == LEAD


def test_references_to_characters_that_are_no_text_are_left_out(read: Read) -> None:
    draft = read(
        page(f"<p>{LEAD} &#1;&#x0B;&#xFFFE;&#xD800;&#0;&#150; so</p><p>{MORE}</p>"), "a.html"
    )
    assert draft.body == f"{LEAD} – so\n\n{MORE}"


def test_an_address_that_is_none_does_not_stop_the_reading(read: Read) -> None:
    head = '<title>Wall falls</title><link rel="canonical" href="https://[planet.example/a">'
    draft = read(page(f'<p>{LEAD} <a href="http://[x">Here</a></p><p>{MORE}</p>', head), "a.html")
    assert draft.url == ""
    assert draft.body == f"{LEAD} Here\n\n{MORE}"


BRIDGE = (
    "The bridge over the river is open again after seven years, and people of both towns came with "
    "flags to walk over it. "
)
CONSENT = (
    "We and our partners store cookies on your device to measure how this site is used. You can "
    "accept all cookies, reject them, or choose for yourself which purposes you agree with. "
)


@pytest.mark.parametrize(
    "banner",
    [
        '<div id="cookie-banner" class="consent" role="dialog">{}</div>',
        '<section class="gdpr-overlay" aria-label="Cookies">{}</section>',
        "<div>{}</div>",
    ],
    ids=["named", "overlay", "unnamed"],
)
def test_the_text_of_a_cookie_banner_is_not_the_story(read: Read, banner: str) -> None:
    notice = banner.format(f"<h2>Your privacy</h2><p>{CONSENT * 3}</p><button>Accept all</button>")
    story = f"<h1>Bridge opens</h1><p>{BRIDGE * 2}</p><p>{BRIDGE * 3}</p>"
    page = (
        f"<!DOCTYPE html><html><head><title>Bridge opens</title></head><body>{notice}"
        f"<main><article>{story}</article></main></body></html>"
    )
    draft = read(page, "a.html")
    assert draft.title == "Bridge opens"
    assert " ".join(draft.body.split()) == " ".join((BRIDGE * 5).split())


def test_a_page_of_eleven_megabytes_in_one_file_is_its_story(read: Read) -> None:
    picture = "A" * 1_100_000
    pictures = "".join(
        f'<img src="data:image/png;base64,{picture}" alt="">'
        f"<style>.p{n}{{background:url(data:image/png;base64,{picture})}}</style>"
        for n in range(5)
    )
    page = (
        "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://planet.example/a \n"
        " saved date: Sat Mar 14 2020 10:00:00 GMT+0100 (Central European Standard Time)\n-->"
        f"<head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>{pictures}"
        f"<p>{BRIDGE * 3}</p></article></body></html>"
    )
    assert len(page) > 11_000_000
    draft = read(page, "a.html")
    assert (draft.title, draft.body) == ("Bridge opens", (BRIDGE * 3).strip())
    assert draft.url == "https://planet.example/a"
    assert (draft.date, draft.extra) == (None, (("Captured", "2020-03-14"),))


def test_a_page_of_far_too_many_elements_is_reported(read: Read) -> None:
    rows = "<p>Row.</p>" * MOST_ELEMENTS
    with pytest.raises(UnreadableSourceError, match="more than 50,000 elements"):
        read(page(rows), "a.html")


def test_a_page_of_far_too_much_text_is_reported_and_one_of_scripts_is_read(read: Read) -> None:
    text = f"{BRIDGE} " * (MOST_CHARACTERS // len(BRIDGE))
    with pytest.raises(UnreadableSourceError, match="more than 7,000,000 characters, too many"):
        read(page(f"<p>{text}</p>"), "a.html")
    assert read(page(f"<script>{text}</script><p>{BRIDGE * 3}</p>"), "a.html").body


SINGLE_FILE = "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: {} \n-->"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://planet.example/", "a front page"),
        ("https://planet.example/?s=bridge", "a list of stories"),
        ("https://planet.example/login", "a page to log in or sign up"),
    ],
)
def test_a_saved_page_that_is_not_an_article_is_refused(
    read: Read, address: str, kind: str
) -> None:
    saved = f"{SINGLE_FILE.format(address)}<body><article><p>{LEAD}</p><p>{MORE}</p></article>"
    with pytest.raises(UnreadableSourceError, match=f"a.html: it is {kind}; save the story's own"):
        read(f"{saved}</body></html>", "a.html")


@pytest.mark.parametrize("start", [b"<!-- a -->\n", b"<!--", b"\n", b"<?xml", b"<!-- > "])
@pytest.mark.parametrize("reader", [html, feed])
def test_whatever_begins_a_file_it_is_soon_known_what_it_is(
    make_source: Callable[..., SourceFile], start: bytes, reader: ModuleType
) -> None:
    assert not reader.FORMAT.recognizes(make_source(start * (60_000 // len(start)) + b"<body>x"))


def test_comments_may_stand_before_a_page_and_a_feed(
    make_source: Callable[..., SourceFile],
) -> None:
    comments = b"<?xml version='1.0'?>\n" + b"<!-- a > b -->\n" * 20
    assert html.FORMAT.recognizes(make_source(comments + b"<html><p>x"))
    declared = comments + b'<!DOCTYPE rss [<!ENTITY x "]">] >\n<?a b?><rss>'
    assert feed.FORMAT.recognizes(make_source(declared))


def test_elements_within_each_other_without_end_are_reported(read: Read) -> None:
    with pytest.raises(UnreadableSourceError, match=r"more than 500 levels of elements"):
        read(page(f"{'<div>' * 600}{LEAD}"), "a.html")
    assert LEAD in read(page(f"{'<div>' * 400}<p>{LEAD}</p><p>{MORE}</p>"), "a.html").body


def test_a_comment_in_an_attribute_costs_nothing(read: Read) -> None:
    attribute = "&lt;!--" * 100_000
    head = f'<title>Wall falls</title><meta name="description" content="{attribute}">'
    assert read(page(f"<p>{LEAD}</p><p>{MORE}</p>", head), "a.html").title == "Wall falls"
