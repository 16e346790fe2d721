from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from cuttings.browse.web_files.atom_feed import ENTRIES, atom_feed
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError

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


def test_a_summary_is_text_whatever_a_source_put_there(story: MakeStory) -> None:
    summary = "<img src=x onerror=alert(1)> 3 < 4 &amp; more"
    archive = [story("a", "2024-01-02", summary=summary)]
    feed = etree.fromstring(atom_feed(archive, "Archive", "https://example.org"))
    shown = feed.find("a:entry/a:summary", ATOM)
    assert shown is not None
    assert shown.get("type") == "html"
    read = lxml_html.fragment_fromstring(shown.text or "", create_parent="div")
    assert list(read) == []
    assert read.text == summary


def test_a_story_that_cannot_stand_in_it_is_reported(story: MakeStory) -> None:
    reported: list[InputError] = []
    bad = replace(story("bad", "2024-01-02"), html=None)  # type: ignore[arg-type]
    archive = [bad, story("good", "2024-01-01")]
    feed = etree.fromstring(atom_feed(archive, "A", "https://example.org", reported.append))
    assert [e.findtext("a:title", namespaces=ATOM) for e in feed.findall("a:entry", ATOM)] == [
        archive[1].article.title
    ]
    assert "articles/bad.html: it cannot be put into the feed" in str(reported[0])


def test_only_a_dated_story_has_a_day_of_publication(story: MakeStory) -> None:
    archive = [story("a", "2024-01-02"), story("b", None, added="2024-03-01")]
    feed = etree.fromstring(atom_feed(archive, "Archive", "https://example.org"))
    days = [
        entry.findtext("a:published", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)
    ]
    assert days == ["2024-01-02T00:00:00+00:00", None]


def test_no_link_of_a_story_is_relative(story: MakeStory) -> None:
    body = "See [one](/post), [two](https://elsewhere.example/2)."
    archive = [
        story("a", "2024-01-02", body=body, url="https://paper.example/news/a"),
        story("b", "2024-01-01", body=body),
    ]
    feed = etree.fromstring(atom_feed(archive, "Archive", "https://example.org"))
    contents = [
        lxml_html.fragment_fromstring(entry.findtext("a:content", "", ATOM), create_parent="div")
        for entry in feed.findall("a:entry", ATOM)
    ]
    assert [[link.get("href") for link in content.iter("a")] for content in contents] == [
        ["https://paper.example/post", "https://elsewhere.example/2"],
        ["https://elsewhere.example/2"],
    ]
    assert contents[1].text_content().strip() == "See one, two."


def test_an_entry_says_whose_it_is_and_what_it_is_about(story: MakeStory) -> None:
    archive = [
        story("a", "2024-01-02", ["p:Ada", "c:Italy"], source="Post", body="Text"),
        story("b", "2024-01-01"),
        story("c", "2023-12-31", source="Post"),
    ]
    written = replace(
        archive[2].article,
        author="Jane Doe",
        date=datetime.datetime.fromisoformat("2023-12-31T23:00:00-05:00"),
    )
    archive[2] = replace(archive[2], article=written)
    feed = etree.fromstring(atom_feed(archive, "Archive", "https://example.org"))
    entries = feed.findall("a:entry", ATOM)
    names = [entry.findtext("a:author/a:name", namespaces=ATOM) for entry in entries]
    assert names == ["Post", "Archive", "Jane Doe"]
    terms = [found.get("term") for found in entries[0].findall("a:category", ATOM)]
    assert terms == ["Ada", "Italy"]
    assert entries[0].findtext("a:content", namespaces=ATOM) == archive[0].html
    identity = "tag:example.org,2024-01-02:/articles/a.html"
    assert entries[0].findtext("a:id", namespaces=ATOM) == identity
    assert entries[2].findtext("a:published", namespaces=ATOM) == "2023-12-31T23:00:00-05:00"
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links == {
        "alternate": "https://example.org/",
        "self": "https://example.org/feeds/all.atom.xml",
    }
