from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.entries import feed_parsing
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of, records_of

MakeSource = Callable[..., SourceFile]
ITEM = "<item><title>Story {n}</title><description>The text of story {n}.</description></item>"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Planet</title>{items}</channel></rss>'
)
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + ']><rss version="2.0"><channel><item><title>&j;</title><description>Text &j;</description>'
    "</item></channel></rss>"
)


def _feed(count: int) -> str:
    return FEED.format(items="".join(ITEM.format(n=n) for n in range(count)))


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom", "a", "a.txt", "a.php"])
def test_a_feed_is_recognized_by_its_start(make_source: MakeSource, name: str) -> None:
    assert format_of(make_source(_feed(1), name)).name == "feed"


def test_a_feed_that_breaks_off_gives_the_whole_entries(make_source: MakeSource) -> None:
    records = records_of(make_source(_feed(3)[:-40], "a.xml"))
    stories = [next(records).read(), next(records).read()]
    assert [story.title for story in stories if isinstance(story, Draft)] == ["Story 0", "Story 1"]
    with pytest.raises(UnreadableSourceError, match=r"it is truncated \(the feed does not end\)"):
        next(records)


@pytest.mark.parametrize("content", ["<?xml version='1.0'?><note>Text</note>", "Text", "<html>x"])
def test_what_is_not_a_feed_is_one_error(make_source: MakeSource, content: str) -> None:
    with pytest.raises(UnreadableSourceError, match="it is not a feed; save the feed itself"):
        list(records_of(make_source(content, "a.xml")))


def test_entities_do_not_multiply(make_source: MakeSource) -> None:
    (record,) = records_of(make_source(BOMB, "a.xml"))
    story = record.read()
    assert isinstance(story, Draft)
    assert story.body.startswith("Text")
    assert len(story.body) < 1_000


def test_an_external_entity_is_not_read(make_source: MakeSource) -> None:
    secret = make_source("a secret", "secret.txt").path
    feed = FEED.format(items=ITEM.format(n="&x;"))
    source = make_source(
        feed.replace("<rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss'),
        "a.xml",
    )
    (record,) = records_of(source)
    story = record.read()
    assert isinstance(story, Draft)
    assert story.body.startswith("The text of story")
    assert "secret" not in story.body


@pytest.mark.parametrize("name", [b"utf-\xb8", b"utf\x00-8"])
def test_an_encoding_whose_name_is_not_text_is_one_error(
    make_source: MakeSource, name: bytes
) -> None:
    declared = _feed(1).encode().replace(b'"1.0"', b'"1.0" encoding="' + name + b'"')
    with pytest.raises(UnreadableSourceError, match="its first line does not name a character set"):
        list(records_of(make_source(declared, "a.xml")))


def _story(source: SourceFile) -> Draft:
    (record,) = records_of(source)
    story = record.read()
    assert isinstance(story, Draft)
    return story


@pytest.mark.parametrize("blanks", ["\n", " \n", "\t", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_blanks_above_a_feed_are_nothing(
    make_source: MakeSource, blanks: str, encoding: str
) -> None:
    declaration = '<?xml version="1.0"?><!DOCTYPE rss [\n\n<!ENTITY x   "a  b">\n]>'
    feed = blanks * 20_000 + _feed(1).replace("Story 0", "&x;").replace(
        '<?xml version="1.0"?>', declaration + blanks * 20_000
    )
    assert _story(make_source(feed.encode(encoding), "a.xml")).title in {"a b", "&x;"}


@pytest.mark.parametrize("element", ["author", "managingEditor", "webMaster", "dc:creator"])
def test_an_author_of_any_length_is_soon_read(make_source: MakeSource, element: str) -> None:
    item = ITEM.format(n=0).replace("<title>", f"<{element}>{'-' * 100_000}</{element}><title>")
    assert _story(make_source(FEED.format(items=item), "a.xml")).title == "Story 0"


def test_name_and_address_of_an_author_are_kept_apart(make_source: MakeSource) -> None:
    item = ITEM.format(n=0).replace("<title>", "<author>jane@planet.org (Jane Roe)</author><title>")
    assert _story(make_source(FEED.format(items=item), "a.xml")).author == "Jane Roe"


def test_a_feed_that_would_take_too_long_is_one_error(
    make_source: MakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_parsing, "READING_SECONDS", 0.1)
    monkeypatch.setattr(feed_parsing, "_SECONDS_A_MEGABYTE", 0.0)
    # feedparser looks from each of them for its end.
    item = ITEM.format(n=0).replace("The text", "&lt;!--" * 100_000)
    with pytest.raises(UnreadableSourceError, match=r"takes more than 0\.1 seconds"):
        list(records_of(make_source(FEED.format(items=item), "a.xml")))
