"""Every link of the site leads somewhere, and none leaves it but to a source."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html as lxml_html

_LOADED = ("script", "link", "img", "source", "iframe", "object", "embed", "video", "audio")


@dataclass(frozen=True, slots=True)
class PageLink:
    page: str
    element: str
    address: str


class SitePages:
    """The parsed pages of a site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.roots: dict[str, Any] = {
            path.relative_to(folder).as_posix(): lxml_html.fromstring(path.read_bytes())
            for path in sorted(folder.rglob("*.html"))
        }
        self.anchors = {
            page: {str(name) for name in root.xpath("//@id")} for page, root in self.roots.items()
        }

    def links(self) -> Iterator[PageLink]:
        for page, root in self.roots.items():
            for element, _, address, _ in root.iterlinks():
                yield PageLink(page, str(element.tag), address)

    def problem(self, link: PageLink) -> str:
        """Say what is wrong with an internal link, or nothing."""
        parts = urlsplit(link.address)
        path = unquote(parts.path)
        if path.startswith("/"):
            return "is not relative"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(link.page), path))
        target = target if path else link.page
        if not (self.folder / target).is_file():
            return "leads to no file"
        if link.element == "a" and not target.endswith((".html", ".jsonl")):
            return "leads to no page"
        if parts.fragment and unquote(parts.fragment) not in self.anchors.get(target, set()):
            return "leads to no anchor"
        return ""


@pytest.fixture(scope="module")
def pages(demo_site: Path) -> SitePages:
    return SitePages(demo_site)


def test_there_is_a_page_of_every_kind(pages: SitePages) -> None:
    folders = Counter(posixpath.dirname(page) for page in pages.roots)
    assert folders["articles"] == 30
    assert folders["people"] > 10
    assert folders["countries"] > 20
    assert {"organizations", "sources", "dates"} < set(folders)
    assert {"index.html", "search.html", "about.html", "404.html"} < set(pages.roots)


def test_every_internal_link_and_anchor_resolves(pages: SitePages) -> None:
    broken = [
        f"{link.page}: <{link.element}> {link.address} {problem}"
        for link in pages.links()
        if not urlsplit(link.address).scheme and (problem := pages.problem(link))
    ]
    assert broken == []


def test_every_page_can_be_reached_from_the_home_page(pages: SitePages) -> None:
    targets: dict[str, set[str]] = {page: set() for page in pages.roots}
    for link in pages.links():
        parts = urlsplit(link.address)
        if link.element == "a" and not parts.scheme and parts.path:
            joined = posixpath.join(posixpath.dirname(link.page), unquote(parts.path))
            targets[link.page].add(posixpath.normpath(joined))
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page in targets:
            reached.add(page)
            waiting.extend(targets[page])
    assert set(pages.roots) - reached == {"404.html"}


def test_pages_load_nothing_from_other_hosts(pages: SitePages, demo_site: Path) -> None:
    loaded = [link for link in pages.links() if link.element in _LOADED]
    assert loaded
    assert [link for link in loaded if urlsplit(link.address).netloc] == []
    for style in demo_site.rglob("*.css"):
        addresses = re.findall(r"url\(\s*['\"]?([^'\")]+)", style.read_text(encoding="utf-8"))
        assert [a for a in addresses if urlsplit(a).netloc] == []


def test_ids_are_unique_on_each_page(pages: SitePages) -> None:
    for page, root in pages.roots.items():
        repeated = [name for name, n in Counter(root.xpath("//@id")).items() if n > 1]
        assert (page, repeated) == (page, [])


def test_every_page_has_one_title_and_one_first_heading(pages: SitePages) -> None:
    for page, root in pages.roots.items():
        assert (page, len(root.xpath("//h1")), len(root.xpath("//head/title"))) == (page, 1, 1)
