from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from cuttings.browse.atom_feed import ENTRIES, atom_feed
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_addresses_are_absolute_and_titles_are_text(story: MakeStory) -> None:
    title = '<b>&amp;</b> "\x00\x1f'
    archive = [
        story("a", "2024-01-02", ["p:Ada"], title=title, body="Text & *more*"),
        story("b", None, added="2024-01-01"),
    ]
    feed = etree.fromstring(atom_feed(archive, "Archive", "https://example.org/repo"))
    assert feed.findtext("a:title", namespaces=ATOM) == "Archive"
    first, second = feed.findall("a:entry", ATOM)
    assert first.findtext("a:title", namespaces=ATOM) == '<b>&amp;</b> "'
    link = first.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://example.org/repo/articles/a.html"
    assert first.findtext("a:updated", namespaces=ATOM) == "2024-01-02T00:00:00+00:00"
    assert second.findtext("a:updated", namespaces=ATOM) == "2024-01-01T00:00:00+00:00"
    assert feed.findtext("a:updated", namespaces=ATOM) == "2024-01-02T00:00:00+00:00"


def test_it_ends_after_the_newest(story: MakeStory) -> None:
    archive = [story(f"s{n}", "2024-01-01") for n in range(ENTRIES + 5)]
    feed = etree.fromstring(atom_feed(archive, "Archive", "https://example.org"))
    assert len(feed.findall("a:entry", ATOM)) == ENTRIES
