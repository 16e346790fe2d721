from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from cuttings.article.article import Certainty
from cuttings.article.article_file import parse_article, render_article
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory
from cuttings.ingest.raw.source_file import SourceFile

MakeSource = Callable[..., SourceFile]
Read = Callable[[Entry], Draft | Address | NoStory]
URL = "https://planet.example/2003/10/24/concorde-flies-home"
TEXT = "The last flight of Concorde landed at Heathrow on Friday, 27 years after the first."


@pytest.fixture
def read(make_source: MakeSource) -> Read:
    source = make_source("anything", "a.csv")
    return lambda entry: entry_record(source, entry, "row 2").read()


def _draft(story: Draft | Address | NoStory) -> Draft:
    assert isinstance(story, Draft)
    return story


@pytest.mark.parametrize("content", [TEXT, f"<p>{TEXT}</p>"])
def test_what_an_entry_states_comes_before_what_its_text_says(read: Read, content: str) -> None:
    entry = Entry(
        title="Home",
        url=URL,
        content=content,
        date=datetime.date(2003, 10, 25),
        dated=Certainty.EXACT,
        author="Ann",
        publication="Planet",
        saved=datetime.date(2020, 1, 2),
        tags=("air", "a; b"),
        note="read\nagain",
        extent="summary",
        enclosures=("https://planet.example/audio.mp3", "javascript:x"),
    )
    draft = _draft(read(entry))
    assert (draft.title, draft.titled) == ("Home", Certainty.EXACT)
    assert (draft.date, draft.dated) == (datetime.date(2003, 10, 25), Certainty.EXACT)
    assert (draft.author, draft.publication, draft.url) == ("Ann", "Planet", URL)
    assert draft.extent == "summary"
    assert draft.body == f"{TEXT}\n\n[audio.mp3](https://planet.example/audio.mp3)"
    assert dict(draft.extra) == {
        "Saved": "2020-01-02",
        "Tags": "air; a\\; b",
        "Note": "read again",
    }
    assert draft.record != draft.original


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("BY LISA MASCARO", "Lisa Mascaro"),
        ("By Jane Doe and John Roe, Staff Writers", "Jane Doe; John Roe"),
        ("JOHN ROE", "John Roe"),
        ("Doe, Jane", "Doe, Jane"),
        ("By our own staff", "By our own staff"),
        ("AFP", "AFP"),
    ],
)
def test_a_byline_that_an_export_states_is_read_as_a_pages(
    read: Read, stated: str, author: str
) -> None:
    assert _draft(read(Entry(title="Home", content=TEXT, author=stated))).author == author


def test_without_a_date_the_address_gives_it(read: Read) -> None:
    draft = _draft(read(Entry(title="Home", url=URL, content=TEXT)))
    assert (draft.date, draft.dated) == (datetime.date(2003, 10, 24), Certainty.INFERRED)


@pytest.mark.parametrize("content", [TEXT, f"<p>{TEXT}</p>"])
def test_a_title_that_is_only_an_address_is_made_anew(read: Read, content: str) -> None:
    draft = _draft(read(Entry(title=URL, content=content)))
    assert draft.title.startswith("The last flight of Concorde")
    assert (draft.titled, draft.url) == (Certainty.INFERRED, URL)


def test_an_address_without_a_text_is_to_be_fetched(read: Read) -> None:
    story = read(Entry(title=URL, url=URL, content="<p> </p>", tags=("air",), note="later"))
    assert story == Address(
        url=URL, title="Concorde flies home", saved=None, tags=("air",), note="later"
    )


def test_neither_text_nor_address_is_an_error(read: Read) -> None:
    with pytest.raises(UnreadableSourceError, match="row 2: it has neither a text nor an address"):
        read(Entry(title="Home", url="javascript:x", content="1989"))


def test_what_a_person_does_later_makes_no_other_record() -> None:
    entry = Entry(title="Home", url=URL, content=TEXT)
    later = replace(entry, tags=("air",), note="read", saved=datetime.date(2020, 1, 2))
    assert entry.payload == later.payload
    assert entry.payload != replace(entry, content=f"{TEXT} More.").payload


@pytest.mark.parametrize(
    "line",
    ["Kipling: Wenn", "---", "2016. november", "Title: Other", "# 1", "...", "    indented: x"],
)
def test_no_line_of_a_text_is_taken_for_front_matter(
    read: Read, make_source: MakeSource, line: str
) -> None:
    draft = _draft(read(Entry(title="A: title; with marks", content=f"{line}\n\n{TEXT}")))
    article = draft.to_article("home", datetime.date(2026, 1, 2))
    again = parse_article(render_article(article), make_source("x").path)
    assert again.title == "A: title; with marks"
    assert again.body == article.body
    assert plain_text(again.body).split("\n\n")[0].split() == line.split()


def test_characters_that_no_text_has_are_left_out(read: Read) -> None:
    for content in (f"{TEXT}\x01\ud800\uffff", f"<p>{TEXT}\x01\ud800\uffff</p>"):
        draft = _draft(read(Entry(title="Ho\x01me", url=f"{URL}\x02", content=content)))
        assert (draft.title, draft.body) == ("Ho me", TEXT)
