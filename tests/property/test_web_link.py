"""Whatever is written for an address, nothing that looks into it raises an error."""

from __future__ import annotations

import datetime
import re
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from lxml import html as lxml_html
from tests.files.case_files import CONTENTS
from tests.files.reading import read_or_told
from tests.hostile_addresses import HOSTILE, addresses
from tests.stories import tagged_article

from cuttings.article.address_key import address_key
from cuttings.article.web_link import host_of, is_web_address, join_link, split_link
from cuttings.browse.pages.article_html import article_html
from cuttings.ingest.fetching.media_type import refusal, suffix_of
from cuttings.ingest.html.page import Page
from cuttings.ingest.raw.address import title_from_address
from cuttings.ingest.text.dates import url_date

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2024, 1, 1)
_ADDRESS = re.compile(rb"https?://[^\s\"'<>,\\]+")
_PARSING = re.compile(
    r"^(?:from|import) (?:urllib\.parse\b(?! import (?:quote|unquote|SplitResult|quote_plus)"
    r"(?:, (?:quote|unquote|SplitResult))*$)|urlparse|yarl|furl|rfc3986)",
    re.M,
)


@given(addresses)
def test_an_address_has_parts_or_none(address: str) -> None:
    parts = split_link(address)
    assert host_of(address) == (parts.hostname or "")
    assert split_link(parts.geturl()).path == parts.path or parts.netloc == ""


@given(addresses, addresses)
def test_a_link_is_joined_or_none(base: str, link: str) -> None:
    joined = join_link(base, link)
    assert not joined or split_link(joined) != split_link("")


@given(addresses)
def test_what_is_read_from_an_address_is_text(address: str) -> None:
    key = address_key(address)
    assert not key or is_web_address(address)
    key.encode()
    title = title_from_address(address)
    assert title == " ".join(title.split())
    assert url_date(address) is None or isinstance(url_date(address), datetime.date)
    assert isinstance(refusal("", address) + suffix_of("text/plain", address), str)


@given(addresses, addresses)
def test_a_page_with_such_addresses_is_read(address: str, link: str) -> None:
    markup = f'<link rel="canonical" href="{address}"><base href="{link}"><a href="{link}">a</a>'
    page = Page.parse(f"<html><body>{markup}</body></html>", address=address)
    assert page is not None
    absolute = page.absolute(link)
    assert not absolute or split_link(absolute).scheme in {"http", "https", "mailto"}


@given(addresses, addresses)
def test_a_story_with_such_links_has_a_page(url: str, link: str) -> None:
    """Raw HTML as well as Markdown: both may hold what the other cannot write."""
    body = f"The council [voted](<{link}>) and [met]({link}).\n"
    story = tagged_article(body, url=url)
    root = lxml_html.fragment_fromstring(article_html(story, "../"), create_parent="div")
    for shown in (href for a in root.iter("a") if (href := a.get("href")) is not None):
        assert split_link(shown).scheme in {"http", "https", "mailto"}


def _of_same_length(hostile: str, address: re.Match[bytes]) -> bytes:
    length = len(address[0])
    return hostile.encode("utf-8", "surrogatepass").ljust(length, b"x")[:length]


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_files_with_such_addresses_are_read_or_told(name: str, tmp_path: Path) -> None:
    """Each address keeps its length, on which some formats count."""
    for number, hostile in enumerate(HOSTILE):
        content = _ADDRESS.sub(partial(_of_same_length, hostile), CONTENTS[name])
        if content == CONTENTS[name]:
            break
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(content)
        read_or_told(path)


_FEED = (
    '<?xml version="1.0"?><rss version="2.0" xml:base="{0}"><channel xml:base="{0}">'
    '<title>F</title><link>{0}</link><item xml:base="{0}"><title>T</title>'
    "<link>{0}</link><guid>{0}</guid>"
    '<source url="{0}">S</source><enclosure url="{0}" length="1" type="audio/mpeg"/>'
    "<description>&lt;p&gt;It fell. &lt;a href='a/b'&gt;More&lt;/a&gt;&lt;/p&gt;</description>"
    "</item></channel></rss>"
)
_PAGE = (
    '<!-- saved from url=(0014)http://{0} --><html><head><title>T</title><base href="{0}">'
    '<link rel="canonical" href="{0}"><meta property="og:url" content="{0}">'
    '<meta name="author" content="{0}"><script type="application/ld+json">{{"@type":"NewsArticle",'
    '"url":"{0}","author":{{"name":"J. Roe","url":"{0}"}},"publisher":{{"url":"{0}"}}}}</script>'
    '</head><body><article><h1>T</h1><p>It fell. <a href="{0}">More</a> <img src="{0}"></p>'
    "</article></body></html>"
)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda address: ascii(address)[1:30])
def test_an_address_may_stand_wherever_there_is_a_place_for_one(
    hostile: str, tmp_path: Path
) -> None:
    files = {"feed.rss": _FEED, "page.html": _PAGE, "note.md": "Title: T\nURL: {0}\n\n[a]({0})\n"}
    for name, template in files.items():
        path = tmp_path / name
        path.write_bytes(template.format(hostile).encode("utf-8", "surrogatepass"))
        read_or_told(path)


def test_addresses_are_taken_apart_in_one_place() -> None:
    """Another module that parses them itself would be the next to stumble."""
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("plugins", "bench", ".")
        for path in (ROOT / folder).glob("*.py" if folder == "." else "**/*.py")
        if _PARSING.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"plugins/cuttings/article/web_link.py"}
